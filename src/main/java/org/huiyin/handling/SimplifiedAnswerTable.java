package org.huiyin.handling;

import java.time.Instant;
import java.time.ZoneOffset;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** handling.simplified_answer; whoever writes here holds the row of the petition. */
@Repository
class SimplifiedAnswerTable {
    private final JdbcClient jdbc;

    SimplifiedAnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PetitionId petition, SimplifiedAnswer answer, OfficerId by, Instant at, String paper) {
        jdbc.sql("""
                        insert into handling.simplified_answer
                            (petition, outcome, answer, way, note, answered_on, answered_by, answered_at, paper)
                        values (:petition, :outcome, :answer, :way, :note, :on, :by, :at, :paper)""")
                .param("petition", petition.value())
                .param("outcome", answer.outcome().name())
                .param("answer", answer.text())
                .param("way", answer.way().name())
                .param("note", answer.note())
                .param("on", answer.answeredOn())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("paper", paper)
                .update();
    }
}
