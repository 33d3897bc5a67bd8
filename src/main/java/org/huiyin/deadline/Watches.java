package org.huiyin.deadline;

import java.util.LinkedHashSet;
import java.util.Set;
import org.huiyin.engine.EngineGateway;
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
    private final ClockTable clocks;
    private final DeadlineProcess process;
    private final EngineGateway gateway;
    private final ApplicationEventPublisher events;

    Watches(ClockTable clocks, DeadlineProcess process, EngineGateway gateway, ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.process = process;
        this.gateway = gateway;
        this.events = events;
    }

    void follow(long clock) {
        round().clocks.add(clock);
    }

    /** Told after the watch has come to rest, so that listeners may end the very clock that has lapsed. */
    void publish(ClockLapsed lapsed) {
        round().lapsed.add(lapsed);
    }

    private void follow(Clock clock) {
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
        private final Set<Long> clocks = new LinkedHashSet<>();
        private final Set<ClockLapsed> lapsed = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            gateway.asSystem(this::workOff);
        }

        private void workOff() {
            while (!clocks.isEmpty() || !lapsed.isEmpty()) {
                while (!clocks.isEmpty()) {
                    follow(Watches.this.clocks.get(take(clocks)));
                }
                if (!lapsed.isEmpty()) {
                    events.publishEvent(take(lapsed));
                }
            }
        }

        private static <T> T take(Set<T> from) {
            T first = from.iterator().next();
            from.remove(first);
            return first;
        }
    }
}
