package org.huiyin.handling;

import java.time.Instant;
import java.time.ZoneOffset;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acceptances; whoever writes one holds the row of the petition. */
@Repository
class HandlingTable {
    private final JdbcClient jdbc;

    HandlingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void decide(PetitionId petition, Acceptance acceptance, OfficerId by, Instant at, String paper) {
        jdbc.sql("""
                        insert into handling.acceptance
                            (petition, decline_reason, where_to_go, explanation, decided_by, decided_at, paper)
                        values (:petition, :reason, :whereToGo, :explanation, :by, :at, :paper)""")
                .param("petition", petition.value())
                .param("reason", acceptance.declined().map(Enum::name).orElse(null))
                .param("whereToGo", acceptance.whereToGo())
                .param("explanation", acceptance.explanation())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("paper", paper)
                .update();
    }
}
