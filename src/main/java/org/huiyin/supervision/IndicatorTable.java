package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiyin.supervision.IndicatorQuery.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Marks as they are counted ahead, less those of matters that have changed since and of those from which the reader is barred,
 * and with what the changed ones are now: exact at this moment (ADR 47).
 */
@Repository
class IndicatorTable {
    private static final String IN_REACH =
            "(not c.sealed and c.organ = any(:open) or c.sealed and c.organ = any(:sealed))";

    private static final String COUNTS = """
            with barred as (select petition from casefile.barred where officer = :reader),
            stale as materialized (select distinct petition from supervision.stale),
            counted as (
                select i.measure, i.start as day, i.organ, i.sealed, i.outcome, i.n, i.days
                from unnest(:grains::text[], :froms::text[], :befores::text[]) as s (grain, since, before)
                cross join lateral (
                    -- piece by piece along the index: joined freely, the whole table would be read
                    select * from supervision.indicator i
                    where i.grain = s.grain and i.start >= s.since::date and i.start < s.before::date
                    offset 0) i
                where i.measure <> 'ECHO'
                union all
                select i.measure, i.start, i.organ, i.sealed, i.outcome, i.n, i.days
                from supervision.indicator i
                where i.measure = 'ECHO'
                    and (i.grain = 'MONTH' and i.start < :echoMonth or i.grain = 'DAY' and i.start >= :echoMonth)
                union all
                select m.measure, m.day, m.organ, m.sealed, m.outcome, -1, -m.days
                from supervision.mark m
                where m.petition = any(array(select petition from barred union select petition from stale))
                    and (m.measure = 'ECHO' or m.day between :from and :to)
                union all
                select m.measure, m.day, m.organ, m.sealed, m.outcome, 1, m.days
                from supervision.marks_of(array(select petition from stale except select petition from barred)) m
                where m.measure = 'ECHO' or m.day between :from and :to)
            select c.measure,
                case
                    when c.outcome = 'OPEN' and c.day < :today then 'OVERDUE'
                    when c.outcome = 'OPEN' then 'AHEAD'
                    when c.outcome = 'TOLD' and c.day < :since then 'SILENT'
                    when c.measure = 'RESOLUTION' and c.day > :today then 'AHEAD'
                    else c.outcome end as outcome,
                sum(c.n) as n, sum(c.days) as days
            from counted c
            where\s""" + IN_REACH + " group by 1, 2 having sum(c.n) <> 0";

    /** One page of each outcome along the index, and of them the first; what has changed since is read as it is now. */
    private static final String BEHIND = """
            with stale as materialized (select distinct petition from supervision.stale),
            asked as (
                select o.outcome, o.since::date as since, o.before::date as before
                from unnest(:outcomes::text[], :sinces::text[], :befores::text[]) as o (outcome, since, before)),
            found as (
                select x.*
                from asked o
                cross join lateral (
                    select c.petition, c.part, c.day, c.outcome
                    from supervision.mark c
                    where c.measure = :measure and c.outcome = o.outcome and c.day >= o.since and c.day < o.before
                        and (c.day, c.petition, c.part) > (:afterDay, :afterPetition, :afterPart)
                        and %1$s
                        and c.petition <> all(array(select petition from stale))
                    order by c.day, c.petition, c.part
                    limit :most) x
                union all
                select c.petition, c.part, c.day, c.outcome
                from supervision.marks_of(array(select petition from stale)) c
                join asked o on o.outcome = c.outcome and c.day >= o.since and c.day < o.before
                where c.measure = :measure and (c.day, c.petition, c.part) > (:afterDay, :afterPetition, :afterPart)
                    and %1$s)
            select petition, part, day, outcome from found order by day, petition, part limit :most""";

    /** What the reader may open: where the matter is now, or where it was registered, he has the right to look. */
    private static final String OPENED = IN_REACH + """

            and exists (
                select 1 from casefile.petition p
                where p.id = c.petition
                    and (not p.sealed and (p.organ = any(:opened) or p.registered_by = any(:opened))
                        or p.sealed and p.organ = any(:sealed)))
            and not exists (select 1 from casefile.barred b where b.petition = c.petition and b.officer = :reader)""";

    /** How many, and how many days together. */
    record Count(long matters, long days) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(matters + other.matters, days + other.days);
        }
    }

    /** One mark of a list. */
    record Behind(Place place, String outcome) {}

    private final JdbcClient jdbc;

    IndicatorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For how many days back what was told counts as an echo. */
    int echoDays() {
        return jdbc.sql("select days from supervision.term where name = 'ECHO'")
                .query(Integer.class)
                .single();
    }

    Map<Measure, Map<Outcome, Count>> counts(BoardReach reach, ReportPeriod period, LocalDate today, LocalDate since) {
        Map<Measure, Map<Outcome, Count>> counts = new EnumMap<>(Measure.class);
        List<ReportPeriod.Piece> pieces = period.pieces(today);
        jdbc.sql(COUNTS)
                .param("reader", reach.reader().value())
                .param("open", reach.openIds())
                .param("sealed", reach.sealedIds())
                .param("grains", texts(pieces, ReportPeriod.Piece::grain))
                .param("froms", texts(pieces, piece -> piece.from().toString()))
                .param("befores", texts(pieces, piece -> piece.before().toString()))
                .param("from", period.from())
                .param("to", period.to())
                .param("today", today)
                .param("since", since)
                .param("echoMonth", since.withDayOfMonth(1))
                .query(rs -> {
                    counts.computeIfAbsent(
                                    Measure.valueOf(rs.getString("measure")), measure -> new EnumMap<>(Outcome.class))
                            .put(
                                    Outcome.valueOf(rs.getString("outcome")),
                                    new Count(rs.getLong("n"), rs.getLong("days")));
                });
        return counts;
    }

    /** @param opened organs whose matters he may open, wherever the figure is of */
    List<Behind> behind(
            BoardReach shown, BoardReach opened, IndicatorQuery query, LocalDate today, LocalDate since, int most) {
        List<Outcome.Stored> stored = query.stored(today, since);
        Place after = query.after().orElse(Place.FIRST);
        return jdbc.sql(BEHIND.formatted(OPENED))
                .param("reader", shown.reader().value())
                .param("open", shown.openIds())
                .param("sealed", shown.sealedIds())
                .param("opened", opened.openIds())
                .param("measure", query.indicator().measure().name())
                .param("outcomes", texts(stored, Outcome.Stored::outcome))
                .param(
                        "sinces",
                        texts(stored, one -> one.from().orElse(query.first()).toString()))
                .param(
                        "befores",
                        texts(stored, one -> one.before().orElse(query.end()).toString()))
                .param("afterDay", after.day())
                .param("afterPetition", after.petition())
                .param("afterPart", after.part())
                .param("most", most)
                .query(IndicatorTable::behind)
                .list();
    }

    private static Behind behind(ResultSet rs, int row) throws SQLException {
        return new Behind(
                new Place(rs.getObject("day", LocalDate.class), rs.getString("petition"), rs.getLong("part")),
                rs.getString("outcome"));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
