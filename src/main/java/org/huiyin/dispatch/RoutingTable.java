package org.huiyin.dispatch;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code dispatch.routing}: what was proposed and what a person made of it (R6, R21). */
@Repository
class RoutingTable {
    private final JdbcClient jdbc;

    RoutingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PetitionId petition, Proposal proposal, OrganId chosen, String reason, Instant at, OfficerId by) {
        jdbc.sql("""
                        insert into dispatch.routing
                            (petition, proposed, rule, alternatives, chosen, reason, decided_at, decided_by)
                        values (:petition, :proposed, :rule, :alternatives::text[], :chosen, :reason, :at, :by)""")
                .param("petition", petition.value())
                .param(
                        "proposed",
                        proposal.first().map(best -> best.organ().value()).orElse(null),
                        Types.VARCHAR)
                .param("rule", proposal.row())
                .param(
                        "alternatives",
                        proposal.shown().stream()
                                .skip(1)
                                .map(other -> other.organ().value())
                                .toArray(String[]::new))
                .param("chosen", chosen.value())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }
}
