package org.huiyin.recusal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** recusal.request; whoever writes a row holds the row of the petition. */
@Repository
class RecusalTable {
    private static final String COLUMNS = """
            id, petition, officer, origin, reason, requested_at, decider, state, decision_reason, decided_at
            """;

    private final JdbcClient jdbc;

    RecusalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Recusal insert(
            PetitionId petition,
            OfficerId officer,
            RecusalOrigin origin,
            String reason,
            OfficerId decider,
            Instant now) {
        return jdbc.sql("""
                        insert into recusal.request (petition, officer, origin, reason, requested_at, decider, state)
                        values (:petition, :officer, :origin, :reason, :now, :decider, 'OPEN')
                        returning\s""" + COLUMNS)
                .param("petition", petition.value())
                .param("officer", officer.value())
                .param("origin", origin.name())
                .param("reason", reason)
                .param("now", at(now))
                .param("decider", decider.value())
                .query(RecusalTable::recusal)
                .single();
    }

    List<Recusal> of(PetitionId petition) {
        return jdbc.sql("select " + COLUMNS + " from recusal.request where petition = :petition order by id")
                .param("petition", petition.value())
                .query(RecusalTable::recusal)
                .list();
    }

    void decide(Recusal request, RecusalState state, String reason, OfficerId by, Instant now) {
        int changed = jdbc.sql("""
                        update recusal.request
                        set state = :state, decision_reason = :reason, decided_at = :now, decided_by = :by
                        where id = :id and state = 'OPEN'""")
                .param("state", state.name())
                .param("reason", reason)
                .param("now", at(now))
                .param("by", by.value())
                .param("id", request.id())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("request " + request.id() + " is decided already");
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Recusal recusal(ResultSet rs, int row) throws SQLException {
        return new Recusal(
                rs.getInt("id"),
                new PetitionId(rs.getString("petition")),
                new OfficerId(rs.getString("officer")),
                RecusalOrigin.valueOf(rs.getString("origin")),
                rs.getString("reason"),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                new OfficerId(rs.getString("decider")),
                RecusalState.valueOf(rs.getString("state")),
                Optional.ofNullable(rs.getString("decision_reason")),
                Optional.ofNullable(rs.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
