package org.huiyin.handling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** handling.extension; whoever writes here holds the row of the petition. */
@Repository
class ExtensionTable {
    private final JdbcClient jdbc;

    ExtensionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PetitionId petition, int days, String reason, OfficerId by, Instant at) {
        jdbc.sql("""
                        insert into handling.extension
                            (petition, version, requested_by, requested_at, days, reason, state)
                        select :petition, coalesce(max(version), 0) + 1, :by, :at, :days, :reason, :state
                        from handling.extension where petition = :petition""")
                .param("petition", petition.value())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("days", days)
                .param("reason", reason)
                .param("state", ExtensionState.REQUESTED.name())
                .update();
    }

    void approve(Extension request, OfficerId by, Instant at, String paper) {
        close(request, ExtensionState.APPROVED, Optional.of(by), at, Optional.of(paper));
    }

    void refuse(Extension request, OfficerId by, Instant at) {
        close(request, ExtensionState.REFUSED, Optional.of(by), at, Optional.empty());
    }

    void lapse(Extension request, Instant at) {
        close(request, ExtensionState.LAPSED, Optional.empty(), at, Optional.empty());
    }

    private void close(
            Extension request, ExtensionState state, Optional<OfficerId> by, Instant at, Optional<String> paper) {
        int rows = jdbc.sql("""
                        update handling.extension
                        set state = :state, decided_by = :by, decided_at = :at, paper = :paper
                        where petition = :petition and version = :version and state = :open""")
                .param("state", state.name())
                .param("by", by.map(OfficerId::value).orElse(null), Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("paper", paper.orElse(null), Types.VARCHAR)
                .param("petition", request.petition().value())
                .param("version", request.version())
                .param("open", ExtensionState.REQUESTED.name())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the request was decided on by another transaction");
        }
    }

    /** The newest first. */
    List<Extension> of(PetitionId petition) {
        return jdbc.sql("""
                        select petition, version, requested_by, requested_at, days, reason, state
                        from handling.extension
                        where petition = :petition
                        order by version desc""")
                .param("petition", petition.value())
                .query(ExtensionTable::extension)
                .list();
    }

    private static Extension extension(ResultSet rs, int row) throws SQLException {
        return new Extension(
                new PetitionId(rs.getString("petition")),
                rs.getInt("version"),
                new OfficerId(rs.getString("requested_by")),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                rs.getInt("days"),
                rs.getString("reason"),
                ExtensionState.valueOf(rs.getString("state")));
    }
}
