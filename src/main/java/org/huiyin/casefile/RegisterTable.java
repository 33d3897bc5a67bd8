package org.huiyin.casefile;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many registrations at once into casefile.petition and casefile.journal. */
@Repository
class RegisterTable {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    RegisterTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Integer> serials(int howMany) {
        return jdbc.sql("select nextval('casefile.petition_serial') from generate_series(1, :howMany)")
                .param("howMany", howMany)
                .query(Integer.class)
                .list();
    }

    /** A row whose source reference is already in this organ's register is left out, whoever put it there. */
    void insert(Collection<NewPetition> rows, OrganId organ, OfficerId by, Instant now, LocalDate today) {
        batches.batchUpdate(
                """
                insert into casefile.petition (id, state, channel, opened_at, opened_by, received_at, postmarked_on,
                    registered_at, registered_by, organ, confidential, anonymous, visitor_count, purpose, source_ref,
                    query_code, legacy, journal_seq, journal_hash)
                values (:id, 'REGISTERED', :channel, :now, :by, :receivedAt, :postmarkedOn,
                    :now, :organ, :organ, :confidential, :anonymous, :visitorCount, :purpose, :sourceRef,
                    :queryCode,
                    :receivedOn + (select days from casefile.legacy_rule
                        where valid_from <= :today order by valid_from desc limit 1) < :today,
                    1, casefile.journal_link(casefile.journal_root(:id), :id, 1, :now, 'IMPORTED', :by, :facts, null))
                on conflict (registered_by, source_ref) do nothing""",
                rows.stream().map(row -> petition(row, organ, by, now, today)).toArray(SqlParameterSource[]::new));
    }

    void insertJournal(Collection<NewPetition> rows, OfficerId by, Instant now) {
        batches.batchUpdate(
                """
                insert into casefile.journal (petition, seq, at, kind, actor, facts, hash)
                select id, 1, :now, 'IMPORTED', :by, cast(:facts as json), journal_hash
                from casefile.petition where id = :id""",
                rows.stream()
                        .map(row -> new MapSqlParameterSource()
                                .addValue("id", row.id().value())
                                .addValue("by", by.value())
                                .addValue("now", PetitionTable.at(now))
                                .addValue("facts", row.facts()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** The number under which each of these source references stands in the register of the organ. */
    Map<String, PetitionId> bySourceRef(OrganId organ, Collection<String> refs) {
        Map<String, PetitionId> found = new HashMap<>();
        jdbc.sql("""
                        select source_ref, id from casefile.petition
                        where registered_by = :organ and source_ref = any(:refs)""")
                .param("organ", organ.value())
                .param("refs", refs.toArray(String[]::new))
                .query((rs, row) -> found.put(rs.getString("source_ref"), new PetitionId(rs.getString("id"))))
                .list();
        return found;
    }

    private static SqlParameterSource petition(
            NewPetition row, OrganId organ, OfficerId by, Instant now, LocalDate today) {
        Registration r = row.registration();
        return new MapSqlParameterSource()
                .addValue("id", row.id().value())
                .addValue("channel", r.channel().name())
                .addValue("now", PetitionTable.at(now))
                .addValue("today", today)
                .addValue("by", by.value())
                .addValue("receivedAt", PetitionTable.at(r.receivedAt()))
                .addValue("receivedOn", r.receivedOn())
                .addValue("postmarkedOn", r.postmarkedOn().orElse(null), Types.DATE)
                .addValue("organ", organ.value())
                .addValue("confidential", r.confidential())
                .addValue("anonymous", r.anonymous())
                .addValue("visitorCount", r.visitorCount())
                .addValue("purpose", r.purpose().name())
                .addValue("sourceRef", r.sourceRef().orElse(null), Types.VARCHAR)
                .addValue("queryCode", row.queryCodePrint())
                .addValue("facts", row.facts());
    }
}
