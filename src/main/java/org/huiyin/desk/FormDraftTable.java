package org.huiyin.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** desk.form_draft, whose rows end with their task: see its migration. */
@Repository
class FormDraftTable {
    private final JdbcClient jdbc;

    FormDraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the task to the end of the transaction while it is this person's, so that it cannot end or change hands meanwhile. */
    boolean holdTask(String task, OfficerId person) {
        return jdbc.sql(
                        "select id_ from public.act_ru_task where id_ = :task and assignee_ = :person for no key update")
                .param("task", task)
                .param("person", person.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** As it lies there, still sealed. */
    Optional<byte[]> typed(String task, OfficerId person, Instant notBefore) {
        return select("typed", task, person, notBefore).query(byte[].class).optional();
    }

    Optional<Instant> savedAt(String task, OfficerId person, Instant notBefore) {
        return select("saved_at", task, person, notBefore)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private JdbcClient.StatementSpec select(String column, String task, OfficerId person, Instant notBefore) {
        return jdbc.sql("select " + column
                        + " from desk.form_draft where task = :task and person = :person and saved_at >= :notBefore")
                .param("task", task)
                .param("person", person.value())
                .param("notBefore", at(notBefore));
    }

    void put(String task, OfficerId person, Instant now, byte[] typed) {
        jdbc.sql("""
                        insert into desk.form_draft (task, person, saved_at, typed)
                        values (:task, :person, :now, :typed)
                        on conflict (task, person) do update set saved_at = excluded.saved_at, typed = excluded.typed""")
                .param("task", task)
                .param("person", person.value())
                .param("now", at(now))
                .param("typed", typed)
                .update();
    }

    void remove(String task, OfficerId person) {
        jdbc.sql("delete from desk.form_draft where task = :task and person = :person")
                .param("task", task)
                .param("person", person.value())
                .update();
    }

    void removeBefore(Instant limit) {
        jdbc.sql("delete from desk.form_draft where saved_at < :limit")
                .param("limit", at(limit))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
