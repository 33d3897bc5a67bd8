package org.huiyin.casefile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.query_failure: wrong query codes per existing number, within one window. */
@Repository
class QueryFailureTable {
    private final JdbcClient jdbc;

    QueryFailureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first failure of the window, when there were as many. */
    Optional<Instant> since(PetitionId id, Instant windowStart, int failures) {
        return jdbc.sql("""
                        select since from casefile.query_failure
                        where petition = :id and since > :start and failures >= :failures""")
                .param("id", id.value())
                .param("start", PetitionTable.at(windowStart))
                .param("failures", failures)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Numbers that do not exist are not counted, so that guessing them fills no table. */
    void add(PetitionId id, Instant now, Instant windowStart) {
        jdbc.sql("""
                        insert into casefile.query_failure as f (petition, since, failures)
                        select p.id, :now, 1 from casefile.petition p where p.id = :id
                        on conflict (petition) do update set
                            failures = case when f.since > :start then f.failures + 1 else 1 end,
                            since = case when f.since > :start then f.since else excluded.since end""")
                .param("id", id.value())
                .param("now", PetitionTable.at(now))
                .param("start", PetitionTable.at(windowStart))
                .update();
    }
}
