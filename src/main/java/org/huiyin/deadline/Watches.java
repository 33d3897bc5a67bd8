package org.huiyin.deadline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.casefile.Journal;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the watches follow the clocks just before the transaction commits: a clock still running gets its watch, one that
 * has moved gets a new timer, one that has ended loses its watch. What starts and ends in one transaction is never
 * watched, and no verb asks the engine for what the same command created.
 */
@Component
class Watches {
    private final DeadlineProcess process;
    private final TurnTable turns;
    private final Urgency urgency;
    private final Alerts alerts;
    private final EngineGateway gateway;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Watches(
            DeadlineProcess process,
            TurnTable turns,
            Urgency urgency,
            Alerts alerts,
            EngineGateway gateway,
            Journal journal,
            ApplicationEventPublisher events) {
        this.process = process;
        this.turns = turns;
        this.urgency = urgency;
        this.alerts = alerts;
        this.gateway = gateway;
        this.journal = journal;
        this.events = events;
    }

    void follow(Clock clock) {
        round().clocks.put(clock.id(), clock);
    }

    /** A lamp has turned: the open tasks hurry more, and whoever answers for the clock is told of it today. */
    void turned(Clock clock) {
        Round round = round();
        round.turned.add(clock);
        round.hurried.add(clock.petition());
    }

    /** The open tasks hurry more, or less. */
    void hurry(PetitionId petition) {
        round().hurried.add(petition);
    }

    /** The end of a clock has moved: the open tasks that are due by it follow. */
    void renewDueDates(PetitionId petition) {
        round().moved.add(petition);
    }

    /** Told after the watch has come to rest, so that listeners may end the very clock that has lapsed. */
    void publish(ClockLapsed lapsed) {
        round().lapsed.add(lapsed);
    }

    private void send(Clock clock) {
        if (clock.watch().isPresent()) {
            process.wake(clock.watch().get());
        } else if (clock.isRunning()) {
            process.start(clock);
        }
    }

    private Round round() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Round.class::isInstance)
                .map(Round.class::cast)
                .findFirst()
                .orElseGet(this::begin);
    }

    private Round begin() {
        Round round = new Round();
        TransactionSynchronizationManager.registerSynchronization(round);
        return round;
    }

    /** What one transaction has touched; listeners to a lapse may touch more while it is being worked off. */
    private final class Round implements TransactionSynchronization {
        private final Map<Long, Clock> clocks = new LinkedHashMap<>();
        private final Set<PetitionId> moved = new LinkedHashSet<>();
        private final List<Clock> turned = new ArrayList<>();
        private final Set<PetitionId> hurried = new LinkedHashSet<>();
        private final Set<ClockLapsed> lapsed = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            gateway.asSystem(this::workOff);
            journal.close();
        }

        /** Before the journal is written, for a lamp that turns here leaves an entry. */
        @Override
        public int getOrder() {
            return 0;
        }

        private void workOff() {
            while (!clocks.isEmpty()
                    || !moved.isEmpty()
                    || !turned.isEmpty()
                    || !hurried.isEmpty()
                    || !lapsed.isEmpty()) {
                endWatches();
                while (!clocks.isEmpty()) {
                    send(take(clocks.values()));
                }
                while (!moved.isEmpty()) {
                    process.renewDueDates(take(moved));
                }
                if (!turned.isEmpty()) {
                    turns.write();
                    alerts.raise(takeAll(turned));
                }
                if (!hurried.isEmpty()) {
                    urgency.tell(takeAll(hurried));
                }
                if (!lapsed.isEmpty()) {
                    events.publishEvent(take(lapsed));
                }
            }
        }

        /** All at once: a step of an officer ends up to two clocks, the end of a petition all of them. */
        private void endWatches() {
            List<String> ended = clocks.values().stream()
                    .filter(clock -> !clock.isOpen())
                    .flatMap(clock -> clock.watch().stream())
                    .toList();
            clocks.values().removeIf(clock -> !clock.isOpen());
            process.end(ended);
        }

        private static <T> List<T> takeAll(Collection<T> from) {
            List<T> all = List.copyOf(from);
            from.clear();
            return all;
        }

        private static <T> T take(Collection<T> from) {
            Iterator<T> all = from.iterator();
            T first = all.next();
            all.remove();
            return first;
        }
    }
}
