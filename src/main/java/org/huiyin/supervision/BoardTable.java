package org.huiyin.supervision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.casefile.PetitionState;
import org.huiyin.kernel.OrganId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures from what is counted ahead, less the matters from which the reader is barred (ADR 36). */
@Repository
class BoardTable {
    private static final String IN_REACH = "(not sealed and organ = any(:open) or sealed and organ = any(:sealed))";

    private static final String STANDING = """
            select organ, stage, lamp, sum(n) as n
            from (
                select organ, stage, lamp, sealed, n from supervision.standing
                union all
                select organ, stage, lamp, sealed, n from supervision.standing_change
                union all
                select m.organ, m.stage, m.lamp, m.sealed, -1
                from casefile.barred b join supervision.matter m on m.petition = b.petition
                where b.officer = :reader and m.ended_on is null) counted
            where\s""" + IN_REACH + """

            group by organ, stage, lamp having sum(n) > 0
            order by organ, stage, lamp""";

    private static final String FLOW = """
            from (
                select kind, grain, start, organ, sealed, value, n from supervision.flow
                where kind = any(:kinds) and grain = :grain and start between :from and :until
                union all
                select kind, grain, start, organ, sealed, value, n from supervision.flow_change
                where kind = any(:kinds) and grain = :grain and start between :from and :until
                union all
                select f.kind, f.grain, f.start, m.organ, m.sealed, f.value, -1
                from casefile.barred b
                join supervision.matter m on m.petition = b.petition
                cross join lateral supervision.flow_of(m.channel, m.petition_class, m.subject, m.territory,
                    m.community, m.topics, m.received_on, m.end_reason, m.ended_on) f
                where b.officer = :reader and f.kind = any(:kinds) and f.grain = :grain and f.start between :from and :until) counted
            where\s""" + IN_REACH;

    private static final String RETURNED = """
            select organ, count(*) as returned, count(*) filter (where times >= 2) as bouncing
            from (
                select m.organ, m.sealed, count(*) as times
                from dispatch.forwarding f join supervision.matter m on m.petition = f.petition
                where f.state = 'RETURNED' and m.ended_on is null
                    and not exists (
                        select 1 from casefile.barred b where b.petition = m.petition and b.officer = :reader)
                group by m.petition) counted
            where\s""" + IN_REACH + " group by organ";

    /** What one source knows of an organ's work; the others add theirs. */
    record Load(
            long open, long overdue, long red, long yellow, long received, long ended, long returned, long bouncing) {
        static Load of(Standing standing) {
            long n = standing.matters();
            return new Load(
                    n,
                    standing.lamp().equals("OVERDUE") ? n : 0,
                    standing.lamp().equals("RED") ? n : 0,
                    standing.lamp().equals("YELLOW") ? n : 0,
                    0,
                    0,
                    0,
                    0);
        }

        Load plus(Load other) {
            return new Load(
                    open + other.open,
                    overdue + other.overdue,
                    red + other.red,
                    yellow + other.yellow,
                    received + other.received,
                    ended + other.ended,
                    returned + other.returned,
                    bouncing + other.bouncing);
        }
    }

    private final JdbcClient jdbc;

    BoardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Standing> standing(BoardReach reach) {
        return of(STANDING, reach)
                .query((rs, row) -> new Standing(
                        new OrganId(rs.getString("organ")),
                        PetitionState.valueOf(rs.getString("stage")),
                        rs.getString("lamp"),
                        rs.getLong("n")))
                .list();
    }

    /** Matters by value and period, of the periods that begin between these days. */
    Map<String, Map<LocalDate, Long>> flow(
            BoardReach reach, FlowKind kind, Grain grain, LocalDate from, LocalDate until) {
        Map<String, Map<LocalDate, Long>> counts = new LinkedHashMap<>();
        flow(
                        "select value, start, sum(n) as n " + FLOW + " group by value, start having sum(n) > 0",
                        reach,
                        grain,
                        from,
                        until)
                .param("kinds", new String[] {kind.name()})
                .query(rs -> {
                    counts.computeIfAbsent(rs.getString("value"), value -> new HashMap<>())
                            .put(rs.getObject("start", LocalDate.class), rs.getLong("n"));
                });
        return counts;
    }

    /** What came to each organ, and what ended there, from one day to the other. */
    Map<OrganId, Load> work(BoardReach reach, LocalDate from, LocalDate until) {
        Map<OrganId, Load> work = new LinkedHashMap<>();
        flow("""
                        select organ, coalesce(sum(n) filter (where kind = 'CHANNEL'), 0) as received,
                            coalesce(sum(n) filter (where kind = 'ENDED'), 0) as ended
                        """ + FLOW + " group by organ", reach, Grain.DAY, from, until)
                .param("kinds", new String[] {FlowKind.CHANNEL.name(), FlowKind.ENDED.name()})
                .query(rs -> {
                    work.put(
                            new OrganId(rs.getString("organ")),
                            new Load(0, 0, 0, 0, rs.getLong("received"), rs.getLong("ended"), 0, 0));
                });
        return work;
    }

    Map<OrganId, Load> returned(BoardReach reach) {
        Map<OrganId, Load> returned = new LinkedHashMap<>();
        of(RETURNED, reach).query(rs -> {
            returned.put(
                    new OrganId(rs.getString("organ")),
                    new Load(0, 0, 0, 0, 0, 0, rs.getLong("returned"), rs.getLong("bouncing")));
        });
        return returned;
    }

    private JdbcClient.StatementSpec flow(String sql, BoardReach reach, Grain grain, LocalDate from, LocalDate until) {
        return of(sql, reach).param("grain", grain.name()).param("from", from).param("until", until);
    }

    private JdbcClient.StatementSpec of(String sql, BoardReach reach) {
        return jdbc.sql(sql)
                .param("reader", reach.reader().value())
                .param("open", reach.openIds())
                .param("sealed", reach.sealedIds());
    }
}
