package org.huiyin.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** engine.trail, and what the engine's history knows of the tasks on it. */
@Repository
class TrailTable {
    private final JdbcClient jdbc;

    TrailTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one step moved of one instance. */
    record Moved(Instant at, OfficerId actor, List<TrailMark> marks) {}

    /** @param visit which visit of its element it was; none where the history does not say */
    record PastTask(
            String activity,
            String visit,
            Optional<OfficerId> assignee,
            Instant began,
            Optional<Instant> ended,
            boolean completed) {}

    void write(Instant at, Map<String, TrailNotes.Noted> notes) {
        jdbc.sql("""
                        insert into engine.trail (instance, at, actor, passed)
                        select instance, :at, actor, passed
                        from unnest(:instances::text[], :actors::text[], :passed::text[]) with ordinality
                            as n (instance, actor, passed, place)
                        order by place""")
                .param("at", Timestamp.from(at))
                .param("instances", notes.keySet().toArray(String[]::new))
                .param(
                        "actors",
                        notes.values().stream()
                                .map(noted -> noted.actor().value())
                                .toArray(String[]::new))
                .param(
                        "passed",
                        notes.values().stream().map(TrailNotes.Noted::text).toArray(String[]::new))
                .update();
    }

    List<Moved> of(String instance) {
        return jdbc.sql("select at, actor, passed from engine.trail where instance = :instance order by id")
                .param("instance", instance)
                .query((rs, row) -> new Moved(
                        instant(rs, "at").orElseThrow(),
                        new OfficerId(rs.getString("actor")),
                        TrailMark.parse(rs.getString("passed"))))
                .list();
    }

    List<PastTask> tasks(String instance) {
        return jdbc.sql("""
                        select task_def_key_, coalesce(act_inst_id_, '') as visit, assignee_, start_time_, end_time_,
                            delete_reason_ = 'completed' as completed
                        from act_hi_taskinst where proc_inst_id_ = :instance order by start_time_, id_""")
                .param("instance", instance)
                .query((rs, row) -> new PastTask(
                        rs.getString("task_def_key_"),
                        TrailMark.visitOf(rs.getString("visit")),
                        Optional.ofNullable(rs.getString("assignee_")).map(OfficerId::new),
                        instant(rs, "start_time_").orElseThrow(),
                        instant(rs, "end_time_"),
                        rs.getBoolean("completed")))
                .list();
    }

    private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getTimestamp(column))
                .map(at -> Objects.requireNonNull(at).toInstant());
    }
}
