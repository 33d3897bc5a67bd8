package org.huiyin.staffing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code staffing.moved_task}; whoever writes one holds the row of the absence. */
@Repository
class MovedTaskTable {
    private final JdbcClient jdbc;

    MovedTaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long absence, Moved moved, Instant at) {
        jdbc.sql("""
                        insert into staffing.moved_task (absence, task, petition, moved_to, moved_at)
                        values (:absence, :task, :petition, :to, :at)""")
                .param("absence", absence)
                .param("task", moved.task())
                .param("petition", moved.petition().value())
                .param("to", moved.to().map(OfficerId::value).orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ordered by petition, so that rows are locked in one order. */
    List<Moved> of(long absence) {
        return jdbc.sql("""
                        select task, petition, moved_to from staffing.moved_task
                        where absence = :absence order by petition, task""")
                .param("absence", absence)
                .query((row, number) -> new Moved(
                        row.getString("task"),
                        new PetitionId(row.getString("petition")),
                        Optional.ofNullable(row.getString("moved_to")).map(OfficerId::new)))
                .list();
    }
}
