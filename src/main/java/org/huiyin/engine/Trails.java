package org.huiyin.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.engine.Trail.Visit;
import org.huiyin.engine.TrailMark.Sign;
import org.huiyin.engine.TrailTable.Moved;
import org.huiyin.engine.TrailTable.PastTask;
import org.huiyin.kernel.OfficerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 运行轨迹: reads which way an instance went. Whether the one who asks may know of it is decided by the caller. */
@Service
public class Trails {
    private final TrailTable table;

    Trails(TrailTable table) {
        this.table = table;
    }

    @Transactional(readOnly = true)
    public Trail of(String instance) {
        List<Moved> steps = table.of(instance);
        Reading reading = new Reading();
        steps.forEach(reading::read);
        table.tasks(instance).forEach(reading::add);
        return new Trail(reading.began, reading.visits(), Map.copyOf(reading.flows));
    }

    /** A visit while it is read. */
    private static final class Found {
        private final String element;
        private final Instant began;
        private VisitState state = VisitState.OPEN;
        private Optional<Instant> ended = Optional.empty();
        private Optional<OfficerId> assignee = Optional.empty();
        private Optional<OfficerId> endedBy = Optional.empty();
        private Set<String> endedWith = Set.of();
        private Optional<String> called = Optional.empty();

        private Found(String element, Instant began) {
            this.element = element;
            this.began = began;
        }

        private void end(VisitState how, Moved step, Set<String> entered) {
            state = how;
            ended = Optional.of(step.at());
            endedBy = Optional.of(step.actor());
            endedWith = entered;
        }

        private Visit visit() {
            return new Visit(element, state, began, ended, assignee, endedBy, endedWith, called);
        }
    }

    private static final class Reading {
        private final List<Found> found = new ArrayList<>();
        private final Map<String, Found> stays = new HashMap<>();
        private final Map<String, Integer> flows = new LinkedHashMap<>();
        private boolean began;

        private void read(Moved step) {
            Set<String> entered = step.marks().stream()
                    .filter(mark -> mark.sign() == Sign.PASSED || mark.sign() == Sign.ENTERED)
                    .map(TrailMark::element)
                    .collect(Collectors.toUnmodifiableSet());
            step.marks().forEach(mark -> read(step, mark, entered));
        }

        private void read(Moved step, TrailMark mark, Set<String> entered) {
            switch (mark.sign()) {
                case BEGAN -> began = true;
                case TOOK -> flows.merge(mark.element(), 1, Integer::sum);
                case PASSED -> enter(mark, step).end(VisitState.DONE, step, entered);
                case ENTERED -> stays.put(mark.visit(), enter(mark, step));
                case LEFT -> stay(mark).ifPresent(stay -> stay.end(VisitState.DONE, step, entered));
                case CANCELLED -> stay(mark).ifPresent(stay -> stay.end(VisitState.CANCELLED, step, entered));
                case CALLED -> stay(mark).ifPresent(stay -> stay.called = Optional.of(mark.element()));
            }
        }

        private Found enter(TrailMark mark, Moved step) {
            Found entering = new Found(mark.element(), step.at());
            found.add(entering);
            return entering;
        }

        private Optional<Found> stay(TrailMark mark) {
            return Optional.ofNullable(stays.get(mark.visit()));
        }

        /** Who had it; and what is older than the trail. */
        private void add(PastTask task) {
            Found visit = Optional.ofNullable(stays.get(task.visit())).orElseGet(() -> {
                Found older = new Found(task.activity(), task.began());
                older.ended = task.ended();
                older.state = task.ended().isEmpty()
                        ? VisitState.OPEN
                        : task.completed() ? VisitState.DONE : VisitState.CANCELLED;
                found.add(older);
                return older;
            });
            visit.assignee = task.assignee();
        }

        private List<Visit> visits() {
            return found.stream()
                    .sorted(Comparator.comparing(visit -> visit.began))
                    .map(Found::visit)
                    .toList();
        }
    }
}
