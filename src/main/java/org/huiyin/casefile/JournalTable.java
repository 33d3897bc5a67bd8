package org.huiyin.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.journal and its head on the petition's row. */
@Repository
class JournalTable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final HeldPetitions held;

    JournalTable(JdbcClient jdbc, HeldPetitions held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    /** One statement: the head moves, the entry and its text follow, and the petition goes to the state it leads to. */
    void append(
            PetitionId id,
            Instant at,
            JournalKind kind,
            OfficerId actor,
            Map<String, String> facts,
            Optional<String> typed,
            byte[] salt) {
        Optional<Integer> seq = jdbc.sql("""
                        with entry as (
                            select cast(:at as timestamptz) as at, cast(:kind as text) as kind,
                                cast(:actor as text) as actor, cast(:facts as text) as facts,
                                cast(:typed as text) as typed, cast(:salt as bytea) as salt),
                        head as (
                            update casefile.petition p
                            set journal_seq = p.journal_seq + 1,
                                journal_hash = casefile.journal_link(p.journal_hash, p.id, p.journal_seq + 1, e.at,
                                    e.kind, e.actor, e.facts, casefile.text_digest(e.salt, e.typed)),
                                state = case when p.state in ('ENDED', 'VOID') then p.state
                                    else coalesce(cast(:state as text), p.state) end
                            from entry e
                            where p.id = :petition
                            returning p.id, p.journal_seq, p.journal_hash),
                        line as (
                            insert into casefile.journal (petition, seq, at, kind, actor, facts, text_digest, hash)
                            select h.id, h.journal_seq, e.at, e.kind, e.actor, cast(e.facts as json),
                                casefile.text_digest(e.salt, e.typed), h.journal_hash
                            from head h, entry e
                            returning petition, seq),
                        text as (
                            insert into casefile.journal_text (petition, seq, salt, typed)
                            select l.petition, l.seq, e.salt, e.typed from line l, entry e where e.typed is not null)
                        select seq from line""")
                .param("petition", id.value())
                .param("at", PetitionTable.at(at))
                .param("kind", kind.name())
                .param("actor", actor.value())
                .param("facts", json(facts))
                .param("typed", typed.orElse(null), Types.VARCHAR)
                .param("salt", salt)
                .param("state", kind.leadsTo().map(PetitionState::name).orElse(null), Types.VARCHAR)
                .query(Integer.class)
                .optional();
        if (seq.isEmpty()) {
            throw new NoSuchPetition(id);
        }
        if (kind.leadsTo().isPresent()) {
            held.changed(id);
        }
    }

    List<JournalEntry> of(PetitionId id) {
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
        jdbc.sql("delete from casefile.journal_text where petition = :petition and seq = :seq")
                .param("petition", id.value())
                .param("seq", seq)
                .update();
    }

    boolean intact(PetitionId id) {
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
}
