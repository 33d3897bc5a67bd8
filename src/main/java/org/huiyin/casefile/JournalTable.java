package org.huiyin.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.journal and its head on the petition's row. */
@Repository
class JournalTable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final HeldPetitions held;
    private final UnwrittenEntries unwritten;

    JournalTable(JdbcClient jdbc, HeldPetitions held, UnwrittenEntries unwritten) {
        this.jdbc = jdbc;
        this.held = held;
        this.unwritten = unwritten;
    }

    /** The entry is written with the others of this transaction; where the petition stands is known at once. */
    void append(PetitionId id, NewEntry entry) {
        held.find(id).ifPresent(petition -> held.hold(petition.after(List.of(entry.kind()))));
        unwritten.add(id, entry, this::write);
    }

    /** For the end of a transaction: what waits is written, and what still comes is written at once. */
    void close() {
        unwritten.close(this::write);
    }

    /** One statement for all: the heads move, the entries and their texts follow, and the petitions go to their states. */
    private void write(Map<PetitionId, List<NewEntry>> entries) {
        List<Line> lines = new ArrayList<>();
        entries.forEach((id, added) -> {
            int position = 0;
            for (NewEntry entry : added) {
                lines.add(new Line(id, ++position, entry));
            }
        });
        int written = jdbc.sql("""
                        with recursive entry as (
                            select e.petition, e.n, e.at, e.kind, e.actor, e.facts, e.typed, decode(e.salt, 'hex') as salt,
                                casefile.text_digest(decode(e.salt, 'hex'), e.typed) as digest
                            from unnest(:petitions::text[], :positions::integer[], :ats::timestamptz[], :kinds::text[],
                                    :actors::text[], :facts::text[], :typed::text[], :salts::text[])
                                as e (petition, n, at, kind, actor, facts, typed, salt)),
                        head as (
                            select id, journal_seq, journal_hash from casefile.petition
                            where id = any(:ids::text[]) order by id for no key update),
                        chain as (
                            select id, 0 as n, journal_seq as seq, journal_hash as hash from head
                            union all
                            select c.id, e.n, c.seq + 1, casefile.journal_link(c.hash, c.id, c.seq + 1, e.at, e.kind,
                                e.actor, e.facts, e.digest)
                            from chain c
                            join entry e on e.petition = c.id and e.n = c.n + 1),
                        moved as (
                            update casefile.petition p
                            set journal_seq = c.seq, journal_hash = c.hash,
                                state = case when p.state in ('ENDED', 'VOID') then p.state
                                    else coalesce(l.state, p.state) end
                            from unnest(:ids::text[], :lengths::integer[], :states::text[]) as l (id, length, state)
                            join chain c on c.id = l.id and c.n = l.length
                            where p.id = l.id),
                        line as (
                            insert into casefile.journal (petition, seq, at, kind, actor, facts, text_digest, hash)
                            select c.id, c.seq, e.at, e.kind, e.actor, cast(e.facts as json), e.digest, c.hash
                            from chain c join entry e on e.petition = c.id and e.n = c.n
                            returning petition),
                        text as (
                            insert into casefile.journal_text (petition, seq, salt, typed)
                            select c.id, c.seq, e.salt, e.typed
                            from chain c join entry e on e.petition = c.id and e.n = c.n
                            where e.typed is not null)
                        select count(*) from line""")
                .param("petitions", texts(lines, line -> line.petition().value()))
                .param("positions", lines.stream().map(Line::position).toArray(Integer[]::new))
                .param("ats", texts(lines, line -> line.entry().at().toString()))
                .param("kinds", texts(lines, line -> line.entry().kind().name()))
                .param("actors", texts(lines, line -> line.entry().actor().value()))
                .param("facts", texts(lines, line -> json(line.entry().facts())))
                .param("typed", texts(lines, line -> line.entry().typed().orElse(null)))
                .param("salts", texts(lines, line -> line.entry().salt()))
                .param("ids", texts(entries.keySet(), PetitionId::value))
                .param("lengths", entries.values().stream().map(List::size).toArray(Integer[]::new))
                .param("states", texts(entries.values(), JournalTable::state))
                .query(Integer.class)
                .single();
        if (written != lines.size()) {
            throw new NoSuchPetition(entries.keySet().iterator().next());
        }
    }

    private static @Nullable String state(List<NewEntry> entries) {
        return PetitionState.after(entries.stream().map(NewEntry::kind).toList())
                .map(PetitionState::name)
                .orElse(null);
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    List<JournalEntry> of(PetitionId id) {
        unwritten.write(this::write);
        return jdbc.sql("""
                        select j.seq, j.at, j.kind, j.actor, j.facts, t.typed
                        from casefile.journal j
                        left join casefile.journal_text t on t.petition = j.petition and t.seq = j.seq
                        where j.petition = :petition
                        order by j.seq""")
                .param("petition", id.value())
                .query(JournalTable::entry)
                .list();
    }

    void erase(PetitionId id, int seq) {
        unwritten.write(this::write);
        jdbc.sql("delete from casefile.journal_text where petition = :petition and seq = :seq")
                .param("petition", id.value())
                .param("seq", seq)
                .update();
    }

    boolean intact(PetitionId id) {
        unwritten.write(this::write);
        return jdbc.sql("""
                        with recursive chain as (
                            select 0 as seq, casefile.journal_root(:petition) as hash, true as right_so_far
                            union all
                            select j.seq, j.hash, c.right_so_far and j.hash = casefile.journal_link(
                                c.hash, j.petition, j.seq, j.at, j.kind, j.actor, j.facts::text, j.text_digest)
                            from chain c
                            join casefile.journal j on j.petition = :petition and j.seq = c.seq + 1),
                        tail as (
                            select seq, hash, right_so_far from chain order by seq desc limit 1)
                        select count(*) from casefile.petition p
                        join tail t on t.seq = p.journal_seq and t.hash = p.journal_hash and t.right_so_far
                        where p.id = :petition
                            and p.journal_seq = (select count(*) from casefile.journal where petition = p.id)
                            and not exists (
                                select 1 from casefile.journal_text x
                                join casefile.journal j on j.petition = x.petition and j.seq = x.seq
                                where x.petition = p.id
                                    and j.text_digest is distinct from casefile.text_digest(x.salt, x.typed))""")
                .param("petition", id.value())
                .query(Integer.class)
                .single()
                .equals(1);
    }

    private static JournalEntry entry(ResultSet rs, int row) throws SQLException {
        return new JournalEntry(
                rs.getInt("seq"),
                PetitionTable.instant(rs, "at"),
                JournalKind.valueOf(rs.getString("kind")),
                new OfficerId(rs.getString("actor")),
                facts(rs.getString("facts")),
                Optional.ofNullable(rs.getString("typed")));
    }

    static String json(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts cannot be written as JSON", e);
        }
    }

    private static Map<String, String> facts(String json) {
        try {
            return JSON.readValue(json, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts in the journal are not JSON", e);
        }
    }

    private record Line(PetitionId petition, int position, NewEntry entry) {}
}
