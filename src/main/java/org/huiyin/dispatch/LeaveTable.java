package org.huiyin.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
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

/** Rows of {@code dispatch.upward_leave} and {@code upward_request}; whoever writes one holds the row of the petition. */
@Repository
class LeaveTable {
    private final JdbcClient jdbc;

    LeaveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(PetitionId petition, OrganId organ) {
        return jdbc.sql(
                        "select exists (select 1 from dispatch.upward_leave where petition = :petition and organ = :organ)")
                .param("petition", petition.value())
                .param("organ", organ.value())
                .query(Boolean.class)
                .single();
    }

    void ask(PetitionId petition, OrganId organ, OrganId superior, String reason, Instant at, OfficerId by) {
        jdbc.sql("""
                        insert into dispatch.upward_request
                            (petition, organ, superior, reason, requested_by, requested_at, state)
                        values (:petition, :organ, :superior, :reason, :by, :at, 'REQUESTED')""")
                .param("petition", petition.value())
                .param("organ", organ.value())
                .param("superior", superior.value())
                .param("reason", reason)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void decide(LeaveRequest request, LeaveState state, String reason, Instant at, OfficerId by) {
        close(request, state, Optional.of(reason), at, Optional.of(by));
    }

    void lapse(LeaveRequest request, Instant at) {
        close(request, LeaveState.LAPSED, Optional.empty(), at, Optional.empty());
    }

    private void close(
            LeaveRequest request, LeaveState state, Optional<String> reason, Instant at, Optional<OfficerId> by) {
        int rows = jdbc.sql("""
                        update dispatch.upward_request
                        set state = :state, decision_reason = :reason, decided_by = :by, decided_at = :at
                        where id = :id and state = 'REQUESTED'""")
                .param("state", state.name())
                .param("reason", reason.orElse(null), Types.VARCHAR)
                .param("by", by.map(OfficerId::value).orElse(null), Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", request.id())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the request was decided on by another transaction");
        }
    }

    /** The newest first. */
    List<LeaveRequest> requests(PetitionId petition) {
        return jdbc.sql("""
                        select id, petition, organ, superior, reason, requested_by, requested_at, state,
                            decision_reason, decided_by
                        from dispatch.upward_request where petition = :petition order by id desc""")
                .param("petition", petition.value())
                .query(LeaveTable::request)
                .list();
    }

    private static LeaveRequest request(ResultSet rs, int row) throws SQLException {
        return new LeaveRequest(
                rs.getLong("id"),
                new PetitionId(rs.getString("petition")),
                new OrganId(rs.getString("organ")),
                new OrganId(rs.getString("superior")),
                rs.getString("reason"),
                new OfficerId(rs.getString("requested_by")),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                LeaveState.valueOf(rs.getString("state")),
                Optional.ofNullable(rs.getString("decision_reason")),
                Optional.ofNullable(rs.getString("decided_by")).map(OfficerId::new));
    }

    void insert(PetitionId petition, OrganId organ, String reason, Instant at, OfficerId by) {
        jdbc.sql("""
                        insert into dispatch.upward_leave (petition, organ, reason, granted_at, granted_by)
                        values (:petition, :organ, :reason, :at, :by)""")
                .param("petition", petition.value())
                .param("organ", organ.value())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }
}
