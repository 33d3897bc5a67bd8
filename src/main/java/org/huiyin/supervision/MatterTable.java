package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.casefile.PetitionState;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The matters behind a figure of the board, read along the index of their order (ADR 36). */
@Repository
class MatterTable {
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
            """;

    private static final String IN_REACH = """
            where (not m.sealed and m.organ = any(:open) or m.sealed and m.organ = any(:sealed))
                and not exists (
                    select 1 from casefile.barred b where b.petition = m.petition and b.officer = :reader)
            """;

    record Placed(MatterRow row, MatterQuery.Cursor cursor) {}

    private final JdbcClient jdbc;
    private final BoardWords words;

    MatterTable(JdbcClient jdbc, BoardWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    List<Placed> matters(BoardReach reach, MatterQuery query, int most, LocalDate today) {
        Map<String, Object> given = new HashMap<>();
        String sql = MATTERS + IN_REACH + String.join("", conditions(query, given)) + " order by "
                + query.order().column() + ", m.petition limit :most";
        return jdbc.sql(sql)
                .param("reader", reach.reader().value())
                .param("open", reach.openIds())
                .param("sealed", reach.sealedIds())
                .params(given)
                .param("most", most)
                .query((rs, row) -> placed(rs, query.order(), today))
                .list();
    }

    /** The rows of these matters, whoever may see them. */
    Map<String, MatterRow> of(List<String> numbers, LocalDate today) {
        return jdbc
                .sql(MATTERS + "where m.petition = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query((rs, row) -> placed(rs, MatterOrder.OLDEST, today).row())
                .list()
                .stream()
                .collect(Collectors.toMap(MatterRow::number, Function.identity()));
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
        if (period.kind() == FlowKind.TOPIC) {
            asked.add(
                    period.value().isPresent()
                            ? and(
                                    given,
                                    ":value = any(m.topics)",
                                    "value",
                                    period.value().get())
                            : " and cardinality(m.topics) > 0");
            return asked;
        }
        String column = switch (period.kind()) {
            case CHANNEL -> "m.channel";
            case CLASS -> "m.petition_class";
            case SUBJECT -> "m.subject";
            case TERRITORY -> "m.territory";
            case COMMUNITY -> "m.community";
            case TOPIC -> throw new IllegalStateException("a matter has several topics");
            case ENDED -> "m.end_reason";
        };
        period.value().ifPresent(value -> asked.add(and(given, column + " = :value", "value", value)));
        return asked;
    }

    private static String and(Map<String, Object> given, String condition, String name, Object value) {
        given.put(name, value);
        return " and " + condition;
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
                words.holder(rs.getString("organ"), Optional.ofNullable(rs.getString("person"))),
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
                rs.getBoolean("sealed"),
                "");
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
