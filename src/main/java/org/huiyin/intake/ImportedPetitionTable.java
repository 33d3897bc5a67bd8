package org.huiyin.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code intake.imported_petition}: registered, and waiting for their lifecycle to be started. */
@Repository
class ImportedPetitionTable {
    private final JdbcClient jdbc;

    ImportedPetitionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String importId, List<PetitionId> petitions) {
        jdbc.sql("""
                        insert into intake.imported_petition (petition, import_id)
                        select petition, :importId from unnest(:petitions) as petition""")
                .param("importId", importId)
                .param("petitions", petitions.stream().map(PetitionId::value).toArray(String[]::new))
                .update();
    }

    /** The next rows of this import that nobody else is starting, held to the end of the transaction. */
    List<PetitionId> lockWaiting(String importId, int most) {
        return jdbc.sql("""
                        select petition from intake.imported_petition
                        where import_id = :importId and started_at is null
                        order by petition
                        limit :most
                        for update skip locked""")
                .param("importId", importId)
                .param("most", most)
                .query((row, number) -> new PetitionId(row.getString("petition")))
                .list();
    }

    void started(PetitionId petition, Instant at) {
        jdbc.sql("update intake.imported_petition set started_at = :at where petition = :petition")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("petition", petition.value())
                .update();
    }

    ImportProgress progress(String importId) {
        return jdbc.sql("""
                        select count(*) as registered, count(started_at) as started
                        from intake.imported_petition
                        where import_id = :importId""")
                .param("importId", importId)
                .query((row, number) -> new ImportProgress(row.getInt("registered"), row.getInt("started")))
                .single();
    }
}
