package org.huiyin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many registrations at once into casefile.petition and casefile.journal: one statement for each table. */
@Repository
class RegisterTable {
    private final JdbcClient jdbc;

    RegisterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Integer> serials(int howMany) {
        return jdbc.sql("select nextval('casefile.petition_serial') from generate_series(1, :howMany)")
                .param("howMany", howMany)
                .query(Integer.class)
                .list();
    }

    /** A row whose source reference is already in this organ's register is left out, whoever put it there. */
    void insert(List<NewPetition> rows, OrganId organ, OfficerId by, Instant now, LocalDate today) {
        List<Registration> letters =
                rows.stream().map(NewPetition::registration).toList();
        jdbc.sql("""
                        insert into casefile.petition (id, state, channel, opened_at, opened_by, received_at,
                            postmarked_on, registered_at, registered_by, organ, confidential, anonymous, visitor_count,
                            purpose, source_ref, query_code, legacy, journal_seq, journal_hash)
                        select r.id, 'REGISTERED', r.channel, :now, :by, r.received_at::timestamptz,
                            r.postmarked_on::date, :now, :organ, :organ, r.confidential, r.anonymous, r.visitor_count,
                            r.purpose, r.source_ref, r.query_code, r.received_on::date + l.days < :today, 1,
                            casefile.journal_link(
                                casefile.journal_root(r.id), r.id, 1, :now, 'IMPORTED', :by, r.facts, null)
                        from unnest(:ids::text[], :channels::text[], :receivedAt::text[], :receivedOn::text[],
                                :postmarkedOn::text[], :confidential::boolean[], :anonymous::boolean[],
                                :visitorCounts::integer[], :purposes::text[], :sourceRefs::text[], :queryCodes::text[],
                                :facts::text[])
                            as r (id, channel, received_at, received_on, postmarked_on, confidential, anonymous,
                                visitor_count, purpose, source_ref, query_code, facts)
                        cross join (select days from casefile.legacy_rule
                            where valid_from <= :today order by valid_from desc limit 1) l
                        on conflict (registered_by, source_ref) do nothing""")
                .param("now", PetitionTable.at(now))
                .param("today", today)
                .param("by", by.value())
                .param("organ", organ.value())
                .param("ids", texts(rows, row -> row.id().value()))
                .param("channels", texts(letters, letter -> letter.channel().name()))
                .param(
                        "receivedAt",
                        texts(letters, letter -> letter.receivedAt().toString()))
                .param(
                        "receivedOn",
                        texts(letters, letter -> letter.receivedOn().toString()))
                .param("postmarkedOn", texts(letters, letter -> orNull(letter.postmarkedOn())))
                .param(
                        "confidential",
                        letters.stream().map(Registration::confidential).toArray(Boolean[]::new))
                .param(
                        "anonymous",
                        letters.stream().map(Registration::anonymous).toArray(Boolean[]::new))
                .param(
                        "visitorCounts",
                        letters.stream().map(Registration::visitorCount).toArray(Integer[]::new))
                .param("purposes", texts(letters, letter -> letter.purpose().name()))
                .param("sourceRefs", texts(letters, letter -> orNull(letter.sourceRef())))
                .param("queryCodes", texts(rows, NewPetition::queryCodePrint))
                .param("facts", texts(rows, NewPetition::facts))
                .update();
    }

    void insertJournal(List<NewPetition> rows, OfficerId by, Instant now) {
        jdbc.sql("""
                        insert into casefile.journal (petition, seq, at, kind, actor, facts, hash)
                        select p.id, 1, :now, 'IMPORTED', :by, r.facts::json, p.journal_hash
                        from unnest(:ids::text[], :facts::text[]) as r (id, facts)
                        join casefile.petition p on p.id = r.id""")
                .param("now", PetitionTable.at(now))
                .param("by", by.value())
                .param("ids", texts(rows, row -> row.id().value()))
                .param("facts", texts(rows, NewPetition::facts))
                .update();
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

    private static @Nullable String orNull(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
