package org.huiyin.deadline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.engine.TransactionMemory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which version of the rules (calendars and time limits) is counted by. Each node keeps copies of the rows, one for each
 * version, and looks at the number every few seconds. Those seconds are harmless: a transaction counts by one version
 * from beginning to end, and {@link ClockTable} writes what was counted only if that version is in force.
 */
@Component
class RuleVersion {
    private static final long LOOK_AGAIN = Duration.ofSeconds(5).toNanos();
    /** The one in force, the one before that a transaction may still hold, and one being written. */
    private static final int KEPT = 4;

    private final RuleVersionTable table;
    private final TransactionMemory<Held> memory = new TransactionMemory<>(this::hold);
    private volatile Optional<Seen> seen = Optional.empty();

    RuleVersion(RuleVersionTable table) {
        this.table = table;
    }

    private record Seen(long version, long at) {}

    /** What this reads, as it was in the version counted by; reads again only when the version is new. */
    <T> Supplier<T> follow(Supplier<T> read) {
        Copies<T> copies = new Copies<>();
        return () -> {
            long version = current();
            return copies.find(version).orElseGet(() -> copies.keep(version, read.get()));
        };
    }

    /** The version that this transaction counts by. */
    long current() {
        return TransactionSynchronizationManager.isSynchronizationActive() ? memory.get().version : lately();
    }

    /** Looks at the row: true when what this transaction has counted so far must be counted again. */
    boolean hasChanged() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return lately() != look();
        }
        Held held = memory.get();
        long before = held.version;
        held.version = look();
        return held.version != before;
    }

    /** From now on others wait before they write a clock, and this transaction counts by what is in force. */
    void lock() {
        table.lock();
        memory.get().version = look();
    }

    /** To be called under {@link #lock()} and after the rows are written; others see them when this transaction commits. */
    void raise() {
        Held held = memory.get();
        held.version = table.raise();
        held.raised = true;
    }

    private long lately() {
        return seen.filter(last -> System.nanoTime() - last.at() < LOOK_AGAIN)
                .map(Seen::version)
                .orElseGet(this::look);
    }

    private long look() {
        long version = table.version();
        seen = Optional.of(new Seen(version, System.nanoTime()));
        return version;
    }

    private Held hold() {
        Held held = new Held(lately());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (held.raised) {
                    seen = Optional.empty();
                }
            }
        });
        return held;
    }

    /** The version one transaction counts by. */
    private static final class Held {
        private long version;
        private boolean raised;

        Held(long version) {
            this.version = version;
        }
    }

    /** The last few; reading goes on outside of the lock, for it may have to wait for a connection. */
    private static final class Copies<T> {
        private final Map<Long, T> byVersion = new LinkedHashMap<>(8, 0.75f, true);

        synchronized Optional<T> find(long version) {
            return Optional.ofNullable(byVersion.get(version));
        }

        synchronized T keep(long version, T copy) {
            byVersion.put(version, copy);
            if (byVersion.size() > KEPT) {
                byVersion.remove(byVersion.keySet().iterator().next());
            }
            return copy;
        }
    }
}
