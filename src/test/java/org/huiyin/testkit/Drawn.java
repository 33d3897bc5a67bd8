package org.huiyin.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * Draws cases from a seed and holds each against a property. A case is nothing but the numbers it was drawn from: of one
 * that fails, numbers are left out and made smaller as long as it fails, and the smallest is told together with the seed.
 * {@code -Dhuiyin.seed=} draws others.
 */
public final class Drawn {
    private static final long SEED = Long.getLong("huiyin.seed", 20_220_501);
    private static final int MOST_TRIES = 5_000;

    private final List<Integer> numbers;
    private final Optional<Random> random;
    private int next;

    private Drawn(List<Integer> numbers, Optional<Random> random) {
        this.numbers = numbers;
        this.random = random;
    }

    /** The same cases at every run. */
    public static <T> void forAll(int cases, Function<Drawn, T> draw, Consumer<T> property) {
        Random random = new Random(SEED);
        for (int n = 0; n < cases; n++) {
            List<Integer> numbers = new ArrayList<>();
            T drawn = draw.apply(new Drawn(numbers, Optional.of(random)));
            Optional<Throwable> failure = failure(property, drawn);
            if (failure.isPresent()) {
                throw told(n, smallest(numbers, draw, property), draw, property);
            }
        }
    }

    /** From 0 on, below the bound; the smaller, the simpler the case ought to be. */
    public int below(int bound) {
        if (next == numbers.size()) {
            numbers.add(random.map(chance -> chance.nextInt(bound)).orElse(0));
        }
        return Math.floorMod(numbers.get(next++), bound);
    }

    /** True once in so many cases. */
    public boolean oncePer(int cases) {
        return below(cases) == cases - 1;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static <T> Optional<Throwable> failure(Consumer<T> property, T drawn) {
        try {
            property.accept(drawn);
            return Optional.empty();
        } catch (AssertionError | RuntimeException failed) {
            return Optional.of(failed);
        }
    }

    private static <T> boolean fails(List<Integer> numbers, Function<Drawn, T> draw, Consumer<T> property) {
        return failure(property, draw.apply(again(numbers))).isPresent();
    }

    private static Drawn again(List<Integer> numbers) {
        return new Drawn(new ArrayList<>(numbers), Optional.empty());
    }

    private static <T> List<Integer> smallest(List<Integer> failing, Function<Drawn, T> draw, Consumer<T> property) {
        List<Integer> best = failing;
        int tries = 0;
        for (boolean smaller = true; smaller && tries < MOST_TRIES; ) {
            smaller = false;
            for (List<Integer> candidate : simpler(best)) {
                tries++;
                if (fails(candidate, draw, property)) {
                    best = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return best;
    }

    /** Shorter ones first, then such with one smaller number. */
    private static List<List<Integer>> simpler(List<Integer> numbers) {
        List<List<Integer>> candidates = new ArrayList<>();
        for (int left = numbers.size() / 2; left > 0; left /= 2) {
            for (int from = 0; from + left <= numbers.size(); from += left) {
                List<Integer> shorter = new ArrayList<>(numbers.subList(0, from));
                shorter.addAll(numbers.subList(from + left, numbers.size()));
                candidates.add(shorter);
            }
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) > 0) {
                candidates.add(with(numbers, i, number -> 0));
                candidates.add(with(numbers, i, number -> number / 2));
                candidates.add(with(numbers, i, number -> number - 1));
            }
        }
        return candidates;
    }

    private static List<Integer> with(List<Integer> numbers, int at, IntUnaryOperator smaller) {
        List<Integer> changed = new ArrayList<>(numbers);
        changed.set(at, smaller.applyAsInt(numbers.get(at)));
        return changed;
    }

    private static <T> AssertionError told(
            int n, List<Integer> numbers, Function<Drawn, T> draw, Consumer<T> property) {
        T drawn = draw.apply(again(numbers));
        Throwable why = failure(property, drawn).orElseThrow();
        return new AssertionError(
                "seed %d, case %d, at its smallest: %s%n%s".formatted(SEED, n, drawn, why.getMessage()), why);
    }
}
