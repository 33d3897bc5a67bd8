package org.huiyin.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of what ends a petition in intake: {@code intake.spot_answer} and {@code intake.guidance}. */
@Repository
class IntakeTable {
    private final JdbcClient jdbc;

    IntakeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void answered(PetitionId petition, SpotAnswer spot, OfficerId by, Instant at) {
        jdbc.sql("""
                        insert into intake.spot_answer (petition, answer, confirmation, answered_by, answered_at)
                        values (:petition, :answer, :confirmation, :by, :at)""")
                .param("petition", petition.value())
                .param("answer", spot.answer())
                .param("confirmation", spot.confirmation().name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void guided(PetitionId petition, Guidance guidance, OfficerId by, Instant at) {
        jdbc.sql("""
                        insert into intake.guidance (petition, procedure_name, procedure_body, procedure_term, procedure_law,
                            procedure_materials, guidance, delivery_method, guided_by, guided_at)
                        values (:petition, :procedureName, :procedureBody, :procedureTerm, :procedureLaw,
                            :procedureMaterials, :guidance, :deliveryMethod, :by, :at)""")
                .param("petition", petition.value())
                .param("procedureName", guidance.procedureName())
                .param("procedureBody", guidance.procedureBody())
                .param("procedureTerm", guidance.procedureTerm().orElse(""))
                .param("procedureLaw", guidance.procedureLaw().orElse(""))
                .param("procedureMaterials", guidance.procedureMaterials().orElse(""))
                .param("guidance", guidance.guidance())
                .param("deliveryMethod", guidance.deliveryMethod().name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
