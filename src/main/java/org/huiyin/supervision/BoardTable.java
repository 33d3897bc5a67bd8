package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.PetitionState;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures from what is counted ahead, less the matters from which the reader is barred; and the rows behind them (ADR 36). */
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
                where kind = any(:kinds) and grain = :grain and start >= :from
                union all
                select kind, grain, start, organ, sealed, value, n from supervision.flow_change
                where kind = any(:kinds) and grain = :grain and start >= :from
                union all
                select f.kind, f.grain, f.start, m.organ, m.sealed, f.value, -1
                from casefile.barred b
                join supervision.matter m on m.petition = b.petition
                cross join lateral supervision.flow_of(m.channel, m.petition_class, m.subject, m.territory,
                    m.received_on, m.end_reason, m.ended_on) f
                where b.officer = :reader and f.kind = any(:kinds) and f.grain = :grain and f.start >= :from) counted
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

    private static final String MATTERS = """
            select m.petition, m.organ, m.stage, m.sealed, m.channel, m.petition_class, m.received_on, m.lamp, m.clock,
                m.due, m.since, m.ended_on, m.end_reason, p.person, r.day as reminded_on,
                r.replied_at is not null as answered, coalesce(c.title, '') as title,
                (select t.name from deadline.clock k join deadline.time_limit t on t.id = k.time_limit
                    where k.petition = m.petition and k.kind = m.clock order by k.id desc limit 1) as clock_name,
                (select count(*) from dispatch.forwarding f
                    where f.petition = m.petition and f.state = 'RETURNED') as returned
            from supervision.matter m
            join casefile.petition p on p.id = m.petition
            left join casefile.content c on c.petition = m.petition
            left join lateral (
                select day, replied_at from supervision.reminder
                where petition = m.petition order by day desc limit 1) r on true
            where (not m.sealed and m.organ = any(:open) or m.sealed and m.organ = any(:sealed))
                and not exists (
                    select 1 from casefile.barred b where b.petition = m.petition and b.officer = :reader)
            """;

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

    record Placed(MatterRow row, MatterQuery.Cursor cursor) {}

    private final JdbcClient jdbc;
    private final BoardWords words;

    BoardTable(JdbcClient jdbc, BoardWords words) {
        this.jdbc = jdbc;
        this.words = words;
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

    /** Matters by value and period. */
    Map<String, Map<LocalDate, Long>> flow(BoardReach reach, FlowKind kind, Grain grain, LocalDate from) {
        Map<String, Map<LocalDate, Long>> counts = new LinkedHashMap<>();
        flow(
                        "select value, start, sum(n) as n " + FLOW + " group by value, start having sum(n) > 0",
                        reach,
                        grain,
                        from)
                .param("kinds", new String[] {kind.name()})
                .query(rs -> {
                    counts.computeIfAbsent(rs.getString("value"), value -> new HashMap<>())
                            .put(rs.getObject("start", LocalDate.class), rs.getLong("n"));
                });
        return counts;
    }

    /** What came to each organ, and what ended there, since that day. */
    Map<OrganId, Load> work(BoardReach reach, LocalDate from) {
        Map<OrganId, Load> work = new LinkedHashMap<>();
        flow("""
                        select organ, coalesce(sum(n) filter (where kind = 'CHANNEL'), 0) as received,
                            coalesce(sum(n) filter (where kind = 'ENDED'), 0) as ended
                        """ + FLOW + " group by organ", reach, Grain.DAY, from)
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

    List<Placed> matters(BoardReach reach, MatterQuery query, int most, LocalDate today) {
        Map<String, Object> given = new HashMap<>();
        String sql = MATTERS + String.join("", conditions(query, given)) + " order by "
                + query.order().column() + ", m.petition limit :most";
        return of(sql, reach)
                .params(given)
                .param("most", most)
                .query((rs, row) -> placed(rs, query.order(), today))
                .list();
    }

    /** Only what is asked for stands in the statement, so that each question is planned for itself. */
    private static List<String> conditions(MatterQuery query, Map<String, Object> given) {
        List<String> asked = new ArrayList<>();
        query.organ().ifPresent(organ -> asked.add(and(given, "m.organ = :organ", "organ", organ.value())));
        query.stage().ifPresent(stage -> asked.add(and(given, "m.stage = :stage", "stage", stage.name())));
        query.lamp().ifPresent(lamp -> asked.add(and(given, "m.lamp = :lamp", "lamp", lamp)));
        if (query.returned() > 0) {
            asked.add(and(given, """
                    m.petition in (
                        select f.petition from dispatch.forwarding f where f.state = 'RETURNED'
                        group by f.petition having count(*) >= :returned)""", "returned", query.returned()));
        }
        query.period().ifPresent(period -> asked.addAll(within(period, given)));
        if (query.period().isEmpty()) {
            asked.add(" and m.ended_on is null");
        }
        if (query.order() == MatterOrder.DUE) {
            asked.add(" and m.due is not null");
        }
        query.after().ifPresent(after -> {
            given.put("placeAfter", after.placeIn(query.order()));
            asked.add(and(
                    given,
                    "(" + query.order().column() + ", m.petition) > (cast(:placeAfter as "
                            + query.order().type() + "), :numberAfter)",
                    "numberAfter",
                    after.number().value()));
        });
        return asked;
    }

    private static List<String> within(MatterQuery.Period period, Map<String, Object> given) {
        List<String> asked = new ArrayList<>();
        String day = period.kind() == FlowKind.ENDED ? "m.ended_on" : "m.received_on";
        asked.add(and(given, day + " >= :from", "from", period.from()));
        asked.add(and(given, day + " < :before", "before", period.before()));
        String column = switch (period.kind()) {
            case CHANNEL -> "m.channel";
            case CLASS -> "m.petition_class";
            case SUBJECT -> "m.subject";
            case TERRITORY -> "m.territory";
            case ENDED -> "m.end_reason";
        };
        period.value().ifPresent(value -> asked.add(and(given, column + " = :value", "value", value)));
        return asked;
    }

    private static String and(Map<String, Object> given, String condition, String name, Object value) {
        given.put(name, value);
        return " and " + condition;
    }

    private JdbcClient.StatementSpec flow(String sql, BoardReach reach, Grain grain, LocalDate from) {
        return of(sql, reach).param("grain", grain.name()).param("from", from);
    }

    private JdbcClient.StatementSpec of(String sql, BoardReach reach) {
        return jdbc.sql(sql)
                .param("reader", reach.reader().value())
                .param("open", reach.openIds())
                .param("sealed", reach.sealedIds());
    }

    private Placed placed(ResultSet rs, MatterOrder order, LocalDate today) throws SQLException {
        LocalDate received = rs.getObject("received_on", LocalDate.class);
        OffsetDateTime since = rs.getObject("since", OffsetDateTime.class);
        String lamp = rs.getString("lamp");
        PetitionId number = new PetitionId(rs.getString("petition"));
        MatterRow row = new MatterRow(
                number.value(),
                rs.getString("title"),
                words.organ(rs.getString("organ")),
                Optional.ofNullable(rs.getString("person")).map(words::officer).orElse(""),
                PetitionState.valueOf(rs.getString("stage")).label(),
                lamp,
                BoardWords.lamp(lamp),
                text(rs, "clock_name"),
                text(rs, "due"),
                received.toString(),
                ChronoUnit.DAYS.between(received, today),
                ChronoUnit.DAYS.between(
                        since.atZoneSameInstant(EngineClock.BEIJING).toLocalDate(), today),
                Channel.valueOf(rs.getString("channel")).label(),
                words.petitionClass(rs.getString("petition_class")),
                Optional.ofNullable(rs.getString("end_reason"))
                        .map(words::endReason)
                        .orElse(""),
                rs.getInt("returned"),
                reminded(rs),
                rs.getBoolean("sealed"));
        String place = switch (order) {
            case OLDEST -> received.toString();
            case DUE -> row.due();
            case STUCK -> since.toInstant().toString();
            case ENDED -> text(rs, "ended_on");
        };
        return new Placed(row, new MatterQuery.Cursor(place, number));
    }

    private static String reminded(ResultSet rs) throws SQLException {
        String day = text(rs, "reminded_on");
        return day.isEmpty() ? "" : day + (rs.getBoolean("answered") ? " 已回复" : " 未回复");
    }

    private static String text(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getString(column)).orElse("");
    }
}
