package org.huiyin.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.deputy.DeputyReply.Settled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code deputy.reply}; whoever writes one holds the row of the petition. */
@Repository
class DeputyReplyTable {
    private final JdbcClient jdbc;

    DeputyReplyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PetitionId petition, LocalDate dueOn, Instant at) {
        jdbc.sql("insert into deputy.reply (petition, owed_at, due_on) values (:petition, :at, :due)")
                .param("petition", petition.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("due", dueOn)
                .update();
    }

    /** In order of time: one that was told may be owed anew after a review. */
    List<DeputyReply> of(PetitionId petition) {
        return jdbc.sql("""
                        select id, petition, owed_at, due_on, decision, paper, method, reason, decided_at, decided_by
                        from deputy.reply where petition = :petition order by id""")
                .param("petition", petition.value())
                .query(DeputyReplyTable::reply)
                .list();
    }

    void told(long id, String outcome, String paper, DeliveryMethod method, Instant at, OfficerId by) {
        jdbc.sql("""
                        update deputy.reply
                        set decision = 'TELL', outcome = :outcome, paper = :paper, method = :method, decided_at = :at, decided_by = :by
                        where id = :id""")
                .param("id", id)
                .param("outcome", outcome)
                .param("paper", paper)
                .param("method", method.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    void notNeeded(long id, String reason, Instant at, OfficerId by) {
        jdbc.sql("""
                        update deputy.reply
                        set decision = 'NOT_NEEDED', reason = :reason, decided_at = :at, decided_by = :by where id = :id""")
                .param("id", id)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    private static DeputyReply reply(ResultSet rs, int row) throws SQLException {
        return new DeputyReply(
                rs.getLong("id"),
                new PetitionId(rs.getString("petition")),
                rs.getObject("owed_at", OffsetDateTime.class).toInstant(),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("decision") == null ? Optional.empty() : Optional.of(settled(rs)));
    }

    private static Settled settled(ResultSet rs) throws SQLException {
        return new Settled(
                ReplyDecision.valueOf(rs.getString("decision")),
                Optional.ofNullable(rs.getString("paper")),
                Optional.ofNullable(rs.getString("method")).map(DeliveryMethod::valueOf),
                Optional.ofNullable(rs.getString("reason")),
                rs.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new OfficerId(rs.getString("decided_by")));
    }
}
