package org.huiyin.deadline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.engine.TransactionMemory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lamps that have turned in this transaction and wait to be written in one statement; a crowd has a hundred of them. */
@Repository
class TurnTable {
    /**
     * @param read the version of the row when it was read, before the first turn
     * @param clock as its row will be
     */
    private record Turn(int read, Clock clock) {}

    private final JdbcClient jdbc;
    private final TransactionMemory<Map<Long, Turn>> waiting = new TransactionMemory<>(LinkedHashMap::new);

    TurnTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int read, Clock clock) {
        waiting.get().merge(clock.id(), new Turn(read, clock), (first, again) -> new Turn(first.read(), again.clock()));
    }

    void write() {
        List<Turn> turned =
                waiting.find().map(turns -> List.copyOf(turns.values())).orElse(List.of());
        if (turned.isEmpty()) {
            return;
        }
        waiting.get().clear();
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
}
