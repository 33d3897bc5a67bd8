package org.huiyin.simplified;

import java.time.Clock;
import java.time.ZoneOffset;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was proposed where the simplified procedure was chosen; whoever writes it holds the row of the petition. */
@Repository
class ChoiceTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    ChoiceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(PetitionId petition, Stage stage, Proposal proposal, OfficerId by) {
        jdbc.sql("""
                        insert into simplified.choice (petition, stage, proposed, proposed_row, chosen_by, chosen_at)
                        values (:petition, :stage, :proposed, :row, :by, :at)""")
                .param("petition", petition.value())
                .param("stage", stage.name())
                .param("proposed", proposal.procedure().name())
                .param("row", proposal.row())
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
