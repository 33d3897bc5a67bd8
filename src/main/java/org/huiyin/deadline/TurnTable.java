package org.huiyin.deadline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The lamps that have turned in this transaction and wait to be written in one statement; a crowd has a hundred of them. */
@Repository
class TurnTable {
    /**
     * @param read the version of the row when it was read, before the first turn
     * @param clock as its row will be
     */
    private record Turn(int read, Clock clock) {}

    private final JdbcClient jdbc;

    TurnTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int read, Clock clock) {
        Waiting waiting = bound();
        if (waiting == null) {
            waiting = new Waiting();
            TransactionSynchronizationManager.bindResource(this, waiting);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(waiting, this) {});
        }
        waiting.turns.merge(clock.id(), new Turn(read, clock), (first, again) -> new Turn(first.read(), again.clock()));
    }

    void write() {
        Waiting waiting = bound();
        if (waiting == null || waiting.turns.isEmpty()) {
            return;
        }
        List<Turn> turned = List.copyOf(waiting.turns.values());
        waiting.turns.clear();
        int rows = jdbc.sql("""
                        update deadline.clock
                        set lamp = turned.lamp, version = turned.version
                        from unnest(cast(:ids as bigint[]), cast(:lamps as text[]), cast(:versions as integer[]),
                                    cast(:read as integer[])) as turned(id, lamp, version, read)
                        where clock.id = turned.id and clock.version = turned.read""")
                .param("ids", turned.stream().map(turn -> turn.clock().id()).toArray(Long[]::new))
                .param(
                        "lamps",
                        turned.stream().map(turn -> turn.clock().lamp().name()).toArray(String[]::new))
                .param(
                        "versions",
                        turned.stream().map(turn -> turn.clock().version()).toArray(Integer[]::new))
                .param("read", turned.stream().map(Turn::read).toArray(Integer[]::new))
                .update();
        if (rows != turned.size()) {
            throw new OptimisticLockingFailureException("of %d lamps that turned %d were changed by another transaction"
                    .formatted(turned.size(), turned.size() - rows));
        }
    }

    private @Nullable Waiting bound() {
        return (Waiting) TransactionSynchronizationManager.getResource(this);
    }

    private static final class Waiting extends ResourceHolderSupport {
        private final Map<Long, Turn> turns = new LinkedHashMap<>();
    }
}
