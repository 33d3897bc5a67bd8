package org.huiyin.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Officers and petitioners of a city, who do not wait for each other: what is about one petition is done in its order. */
final class Crew {
    private static final int HANDS = 3;

    /** Ends when all of it is done, and fails with what went wrong first. */
    <T> void work(Collection<T> all, Function<T, String> petition, Consumer<T> hand) {
        Map<String, List<T>> byPetition =
                all.stream().collect(Collectors.groupingBy(petition, LinkedHashMap::new, Collectors.toList()));
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<?>> under = new ArrayList<>();
            byPetition.values().forEach(own -> under.add(hands.submit(() -> own.forEach(hand))));
            for (Future<?> work : under) {
                work.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            hands.shutdownNow();
        }
    }
}
