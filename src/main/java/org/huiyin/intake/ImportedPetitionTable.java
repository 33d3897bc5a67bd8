package org.huiyin.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.huiyin.kernel.OrganId;
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

    void insert(String importId, List<ImportedPetition> petitions) {
        jdbc.sql("""
                        insert into intake.imported_petition (petition, import_id, organ, received_at)
                        select petition, :importId, organ, received_at
                        from unnest(:petitions, :organs, cast(:receivedAt as timestamptz[])) as row (petition, organ, received_at)""")
                .param("importId", importId)
                .param("petitions", numbers(petitions))
                .param(
                        "organs",
                        petitions.stream().map(row -> row.organ().value()).toArray(String[]::new))
                .param(
                        "receivedAt",
                        petitions.stream()
                                .map(row -> row.receivedAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** The next rows of this import that nobody else is starting, held to the end of the transaction. */
    List<ImportedPetition> lockWaiting(String importId, int most) {
        return jdbc.sql("""
                        select petition, organ, received_at from intake.imported_petition
                        where import_id = :importId and started_at is null
                        order by petition
                        limit :most
                        for update skip locked""")
                .param("importId", importId)
                .param("most", most)
                .query((row, number) -> new ImportedPetition(
                        new PetitionId(row.getString("petition")),
                        new OrganId(row.getString("organ")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void started(List<ImportedPetition> petitions, Instant at) {
        jdbc.sql("update intake.imported_petition set started_at = :at where petition = any (:petitions)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("petitions", numbers(petitions))
                .update();
    }

    private static String[] numbers(List<ImportedPetition> petitions) {
        return petitions.stream().map(row -> row.petition().value()).toArray(String[]::new);
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
