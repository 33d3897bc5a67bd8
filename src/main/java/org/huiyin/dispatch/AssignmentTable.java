package org.huiyin.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code dispatch.assignment_report}; whoever writes one holds the row of the petition. */
@Repository
class AssignmentTable {
    private final JdbcClient jdbc;

    AssignmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PetitionId petition, String text, String number, Instant at, OfficerId by) {
        jdbc.sql("""
                        insert into dispatch.assignment_report (petition, report, number, reported_at, reported_by)
                        values (:petition, :report, :number, :at, :by)""")
                .param("petition", petition.value())
                .param("report", text)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    Optional<AssignmentReport> latest(PetitionId petition) {
        return jdbc.sql("""
                        select id, petition, report, number, decision, return_reason
                        from dispatch.assignment_report
                        where petition = :petition
                        order by id desc limit 1""")
                .param("petition", petition.value())
                .query((row, number) -> new AssignmentReport(
                        row.getLong("id"),
                        new PetitionId(row.getString("petition")),
                        row.getString("report"),
                        row.getString("number"),
                        Optional.ofNullable(row.getString("decision")).map(ReportDecision::valueOf),
                        row.getString("return_reason")))
                .optional();
    }

    void decide(long report, ReportDecision decision, String returnReason, Instant at, OfficerId by) {
        jdbc.sql("""
                        update dispatch.assignment_report
                        set decision = :decision, return_reason = :reason, decided_at = :at, decided_by = :by
                        where id = :id""")
                .param("decision", decision.name())
                .param("reason", returnReason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("id", report)
                .update();
    }
}
