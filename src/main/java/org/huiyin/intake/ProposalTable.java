package org.huiyin.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import org.huiyin.intake.Proposal.Answer;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was proposed beside what was decided; whoever writes it holds the row of the petition. */
@Repository
class ProposalTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(PetitionId petition, Proposal proposal, Classification decision, OfficerId by) {
        jdbc.sql("""
                        insert into intake.class_proposal (petition, proposed_class, class_row, proposed_route, route_row,
                            decided_class, decided_route, followed, decided_by, decided_at)
                        values (:petition, :proposedClass, :classRow, :proposedRoute, :routeRow,
                            :decidedClass, :decidedRoute, :followed, :by, :at)""")
                .param("petition", petition.value())
                .param("proposedClass", proposal.petitionClass().value().name())
                .param("classRow", proposal.petitionClass().row())
                .param(
                        "proposedRoute",
                        proposal.route().map(route -> route.value().name()).orElse(null))
                .param("routeRow", proposal.route().map(Answer::row).orElse(null))
                .param("decidedClass", decision.petitionClass().name())
                .param("decidedRoute", decision.route().map(Enum::name).orElse(null))
                .param("followed", proposal.isFollowedBy(decision))
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
