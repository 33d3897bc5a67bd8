package org.huiyin.engine;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's timers where its own queries cannot lock them. */
@Repository
class TimerTable {
    private final JdbcClient jdbc;

    TimerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks the timers of these instances that no node has acquired. What has failed before is left to go alone: one
     * that is spoilt must not spoil its neighbours.
     */
    Set<String> lockFree(Collection<String> instances) {
        return instances.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                                select id_ from act_ru_job
                                where process_instance_id_ in (:instances) and type_ = 'timer'
                                  and lock_owner_ is null and retries_ > 0 and exception_msg_ is null
                                for update skip locked""")
                        .param("instances", instances)
                        .query(String.class)
                        .set();
    }
}
