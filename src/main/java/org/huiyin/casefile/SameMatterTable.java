package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds matters by what they are recognised by: casefile.likeness and the indexes on people. Every way in reads so many rows
 * at most, so that a telephone that thousands give, or a phrase that everybody uses, costs no more than any other.
 */
@Repository
class SameMatterTable {
    private static final int EACH_WAY = 60;
    private static final int COMPARED = 3_000;

    private final JdbcClient jdbc;

    SameMatterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What petitions are looked up by, ready for the database. */
    record Keys(
            List<byte[]> idNumbers,
            List<byte[]> phones,
            List<String> names,
            List<String> addresses,
            Set<String> mentioned,
            Optional<String> sourceRef,
            Optional<PetitionId> accusation,
            String print,
            List<Integer> rarest,
            Set<Integer> pairs) {
        @Override
        public String toString() {
            return "Keys";
        }
    }

    List<Found> find(Keys keys, Optional<PetitionId> self, Sight sight) {
        return jdbc.sql("""
                        with come_upon (petition, trace) as (
                            select id, 'NUMBER' from casefile.petition where id = any(:mentioned)
                            union all
                            select id, 'SOURCE' from casefile.petition
                            where source_ref = :sourceRef and registered_by = any(:open)
                            union all
                            select n.petition, 'ID_NUMBER' from unnest(:idNumbers::bytea[]) i (mac), lateral (
                                select petition from casefile.person where id_number_mac = i.mac and role not in ('PROXY', 'DEPUTY')
                                order by petition desc limit :eachWay) n
                            union all
                            select n.petition, 'PHONE' from unnest(:phones::bytea[]) i (mac), lateral (
                                select petition from casefile.person where phone_mac = i.mac and role not in ('PROXY', 'DEPUTY')
                                order by petition desc limit :eachWay) n
                            union all
                            select n.petition, 'NAME_AND_ADDRESS'
                            from unnest(:names::text[], :addresses::text[]) i (name, address), lateral (
                                select petition from casefile.person p
                                where p.name = i.name and p.address = i.address
                                    and p.role not in ('PROXY', 'DEPUTY')
                                order by petition desc limit :eachWay) n
                            union all
                            (select a.petition, 'ACCUSED' from casefile.same_accused(:accusation) a
                                join casefile.petition s on s.id = a.petition and s.sealed
                                order by a.petition desc limit :eachWay)
                            union all
                            (select petition, 'SAME_TEXT' from casefile.likeness where print = :print
                                order by petition desc limit :eachWay)
                            union all
                            (select petition, 'WORDS' from (
                                select l.petition, (
                                    select count(*) from unnest(l.pairs) w (pair) where w.pair = any(:pairs)) as shared
                                from casefile.likeness l where l.pairs && :rarest::integer[]) w
                                where shared >= 2 order by shared desc, petition desc limit :words))
                        select\s""" + PetitionTable.COLUMNS + """
                            , c.title as full_title, left(c.content, :compared) as content, c.place, c.subject, u.traces
                        from (select t.petition, string_agg(distinct t.trace, ',') as traces
                            from come_upon t join casefile.petition q on q.id = t.petition
                            where not q.confidential or q.opened_by = :reader or q.person = :reader
                                or t.trace not in ('ID_NUMBER', 'PHONE', 'NAME_AND_ADDRESS')
                            group by t.petition) u
                        join casefile.petition p on p.id = u.petition
                        join casefile.content c on c.petition = p.id
                        where p.state <> 'VOID' and p.id is distinct from :self
                            and (not p.sealed and (p.organ = any(:open) or p.registered_by = any(:open))
                                    and (not p.confidential or p.organ = any(:unmasked) or p.registered_by = any(:unmasked))
                                or p.sealed and p.organ = any(:sealed))
                            and not exists (
                                select 1 from casefile.barred b where b.petition = p.id and b.officer = :reader)""")
                .param("idNumbers", keys.idNumbers().toArray(byte[][]::new))
                .param("phones", keys.phones().toArray(byte[][]::new))
                .param("names", keys.names().toArray(String[]::new))
                .param("addresses", keys.addresses().toArray(String[]::new))
                .param("mentioned", keys.mentioned().toArray(String[]::new))
                .param("sourceRef", keys.sourceRef().orElse(null), Types.VARCHAR)
                .param("accusation", keys.accusation().map(PetitionId::value).orElse(null), Types.VARCHAR)
                .param("print", keys.print())
                .param("rarest", keys.rarest().toArray(Integer[]::new))
                .param("pairs", keys.pairs().toArray(Integer[]::new))
                .param("eachWay", EACH_WAY)
                .param("words", EACH_WAY)
                .param("compared", COMPARED)
                .param("self", self.map(PetitionId::value).orElse(null), Types.VARCHAR)
                .param("open", ids(sight.open()))
                .param("unmasked", ids(sight.unmasked()))
                .param("sealed", ids(sight.sealed()))
                .param("reader", sight.reader().value())
                .query(SameMatterTable::found)
                .list();
    }

    /** Two of the register compared: what the second has in common with the first by its people is asked for here. */
    Optional<Found> one(PetitionId id, Set<Trace> traces) {
        return jdbc.sql("select " + PetitionTable.COLUMNS + """
                            , c.title as full_title, left(c.content, :compared) as content, c.place, c.subject,
                            cast(:traces as text) as traces
                        from casefile.petition p join casefile.content c on c.petition = p.id where p.id = :id""")
                .param("id", id.value())
                .param("compared", COMPARED)
                .param(
                        "traces",
                        String.join(",", traces.stream().map(Enum::name).toList()))
                .query(SameMatterTable::found)
                .optional();
    }

    /** Two accusations against somebody who is the same. */
    @Article("30")
    boolean speakAgainstTheSame(PetitionId one, PetitionId other) {
        return jdbc.sql("""
                        select count(*) = 2 from casefile.petition where id in (:one, :other) and sealed
                            and exists (select 1 from casefile.same_accused(:one) a where a.petition = :other)""")
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    Optional<String> sourceRef(PetitionId id) {
        return jdbc.sql("select source_ref from casefile.petition where id = :id and source_ref is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    void insert(Map<PetitionId, Likeness> likenesses) {
        List<Map.Entry<PetitionId, Likeness>> rows = List.copyOf(likenesses.entrySet());
        jdbc.sql("""
                        insert into casefile.likeness (petition, print, pairs, words)
                        select petition, print, string_to_array(pairs, ' ')::integer[], string_to_array(words, ' ')::integer[]
                        from unnest(:petitions::text[], :prints::text[], :pairs::text[], :words::text[])
                            as r (petition, print, pairs, words)
                        on conflict (petition) do nothing""")
                .param("petitions", column(rows, row -> row.getKey().value()))
                .param("prints", column(rows, row -> row.getValue().print()))
                .param("pairs", column(rows, row -> row.getValue().pairsAsText()))
                .param("words", column(rows, row -> row.getValue().wordsAsText()))
                .update();
    }

    /** To be read for their likeness later: a batch is entered first. */
    void postpone(Collection<PetitionId> ids) {
        jdbc.sql("insert into casefile.unread (petition) select unnest(:ids::text[]) on conflict do nothing")
                .param("ids", column(ids, PetitionId::value))
                .update();
    }

    /** Takes some that are still to be read, newest first; two who take some do not take the same. */
    Map<PetitionId, Likeness> takeUnread(int most) {
        Map<PetitionId, Likeness> taken = new LinkedHashMap<>();
        jdbc.sql("""
                        with taken as (
                            delete from casefile.unread where petition in (
                                select petition from casefile.unread order by petition desc limit :most
                                for update skip locked)
                            returning petition)
                        select c.petition, c.title, c.content, c.place, c.subject, p.received_at
                        from taken join casefile.content c on c.petition = taken.petition
                        join casefile.petition p on p.id = c.petition""")
                .param("most", most)
                .query((rs, row) -> taken.put(
                        new PetitionId(rs.getString("petition")),
                        Likeness.of(
                                rs.getString("title"),
                                rs.getString("place"),
                                rs.getString("subject"),
                                rs.getString("content"),
                                YearMonth.from(rs.getObject("received_at", OffsetDateTime.class)
                                        .atZoneSameInstant(EngineClock.BEIJING)))))
                .list();
        return taken;
    }

    /** The newest letters: what is common in them tells little. */
    List<String> newest(int most) {
        return jdbc.sql("""
                        select title || '。' || place || '。' || left(content, 1000) as text
                        from casefile.content order by petition desc limit :most""").param("most", most).query(String.class).list();
    }

    long registered() {
        return jdbc.sql("select greatest(reltuples, 0)::bigint from pg_class where oid = 'casefile.likeness'::regclass")
                .query(Long.class)
                .single();
    }

    private static Found found(ResultSet rs, int row) throws SQLException {
        Set<Trace> traces = EnumSet.noneOf(Trace.class);
        Arrays.stream(rs.getString("traces").split(","))
                .filter(trace -> !trace.isEmpty())
                .map(Trace::valueOf)
                .forEach(traces::add);
        return new Found(
                PetitionTable.petition(rs, row),
                rs.getString("full_title"),
                rs.getString("content"),
                rs.getString("place"),
                rs.getString("subject"),
                traces);
    }

    private static String[] ids(Set<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(String[]::new);
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
