package org.huiyin.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code dispatch.helper}; whoever writes one holds the row of the petition. */
@Repository
class HelperTable {
    private static final String SELECT = """
            select id, petition, lead, organ, due_on, asked, asked_at, asked_by, instance,
                   answer, answered_at, answered_by, withdraw_reason, withdrawn_at, withdrawn_by
            from dispatch.helper
            """;
    private static final String OPEN = " answered_at is null and withdrawn_at is null ";

    private final JdbcClient jdbc;

    HelperTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Helper insert(PetitionId petition, OrganId lead, HelperOrder order, Instant at, OfficerId by) {
        long id = jdbc.sql("""
                        insert into dispatch.helper (petition, lead, organ, due_on, asked, asked_at, asked_by)
                        values (:petition, :lead, :organ, :due, :asked, :at, :by)
                        returning id""")
                .param("petition", petition.value())
                .param("lead", lead.value())
                .param("organ", order.organ().value())
                .param("due", order.due())
                .param("asked", order.asked())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .query(Long.class)
                .single();
        return get(id);
    }

    Helper get(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(HelperTable::helper)
                .single();
    }

    List<Helper> of(PetitionId petition) {
        return jdbc.sql(SELECT + "where petition = :petition order by id")
                .param("petition", petition.value())
                .query(HelperTable::helper)
                .list();
    }

    /** Asked before there was a process for it; the oldest first. */
    List<Helper> notBegun() {
        return jdbc.sql(SELECT + "where instance is null and" + OPEN + "order by id")
                .query(HelperTable::helper)
                .list();
    }

    /** The organs that were asked and have not answered yet. */
    List<OrganId> openOrgans() {
        return jdbc
                .sql("select distinct organ from dispatch.helper where" + OPEN + "order by organ")
                .query(String.class)
                .list()
                .stream()
                .map(OrganId::new)
                .toList();
    }

    /** The petitions with an open request to this organ. */
    List<PetitionId> openAt(OrganId organ) {
        return jdbc
                .sql("select distinct petition from dispatch.helper where organ = :organ and" + OPEN
                        + "order by petition")
                .param("organ", organ.value())
                .query(String.class)
                .list()
                .stream()
                .map(PetitionId::new)
                .toList();
    }

    void begun(long id, String instance) {
        one(jdbc.sql("update dispatch.helper set instance = :instance where id = :id and" + OPEN)
                .param("instance", instance)
                .param("id", id)
                .update());
    }

    void answer(long id, String text, Instant at, OfficerId by) {
        one(jdbc.sql(
                        "update dispatch.helper set answer = :text, answered_at = :at, answered_by = :by where id = :id and"
                                + OPEN)
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("id", id)
                .update());
    }

    void withdraw(long id, String reason, Instant at, OfficerId by) {
        one(jdbc.sql("update dispatch.helper set withdraw_reason = :reason, withdrawn_at = :at, withdrawn_by = :by"
                        + " where id = :id and" + OPEN)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("id", id)
                .update());
    }

    void setDue(long id, LocalDate due) {
        one(jdbc.sql("update dispatch.helper set due_on = :due where id = :id and" + OPEN)
                .param("due", due)
                .param("id", id)
                .update());
    }

    void setOrgan(long id, OrganId organ) {
        one(jdbc.sql("update dispatch.helper set organ = :organ where id = :id and" + OPEN)
                .param("organ", organ.value())
                .param("id", id)
                .update());
    }

    void setLead(long id, OrganId lead) {
        one(jdbc.sql("update dispatch.helper set lead = :lead where id = :id and" + OPEN)
                .param("lead", lead.value())
                .param("id", id)
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the request was answered or withdrawn by another transaction");
        }
    }

    private static Helper helper(ResultSet row, int number) throws SQLException {
        return new Helper(
                row.getLong("id"),
                new PetitionId(row.getString("petition")),
                new OrganId(row.getString("lead")),
                new OrganId(row.getString("organ")),
                row.getObject("due_on", LocalDate.class),
                row.getString("asked"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                new OfficerId(row.getString("asked_by")),
                Optional.ofNullable(row.getString("instance")),
                contribution(row),
                withdrawal(row));
    }

    private static Optional<Contribution> contribution(ResultSet row) throws SQLException {
        return row.getString("answer") == null
                ? Optional.empty()
                : Optional.of(new Contribution(
                        row.getString("answer"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        new OfficerId(row.getString("answered_by"))));
    }

    private static Optional<Helper.Withdrawal> withdrawal(ResultSet row) throws SQLException {
        return row.getString("withdraw_reason") == null
                ? Optional.empty()
                : Optional.of(new Helper.Withdrawal(
                        row.getString("withdraw_reason"),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        new OfficerId(row.getString("withdrawn_by"))));
    }
}
