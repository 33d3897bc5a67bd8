package org.huiyin.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each story has been brought; what an interrupted first start goes on from. */
@Component
class DemoLetterTable {
    private final JdbcClient jdbc;

    DemoLetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String ref, Instant begunAt, Optional<PetitionId> petition, int stepsDone) {}

    /** Begins a story; one that was begun before keeps its place. */
    void begin(String ref, Instant begunAt) {
        jdbc.sql(
                        "insert into demo.letter (ref, begun_at, steps_done) values (:ref, :begunAt, 0) on conflict do nothing")
                .param("ref", ref)
                .param("begunAt", OffsetDateTime.ofInstant(begunAt, ZoneOffset.UTC))
                .update();
    }

    Optional<Row> find(String ref) {
        return jdbc.sql("select ref, begun_at, petition, steps_done from demo.letter where ref = :ref")
                .param("ref", ref)
                .query((row, n) -> new Row(
                        row.getString("ref"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("petition")).map(PetitionId::new),
                        row.getInt("steps_done")))
                .optional();
    }

    /** The story goes on from one step to another; whoever tells it a second time is refused. */
    void done(String ref, PetitionId petition, int from, int to) {
        int changed = jdbc.sql("""
                        update demo.letter set petition = :petition, steps_done = :to
                        where ref = :ref and steps_done = :from""")
                .param("ref", ref)
                .param("petition", petition.value())
                .param("from", from)
                .param("to", to)
                .update();
        if (changed != 1) {
            throw new IllegalStateException(ref + " is not at step " + from);
        }
    }
}
