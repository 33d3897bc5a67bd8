package org.huiyin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.ledger.LedgerQuery.Cursor;
import org.huiyin.notice.PaperKind;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads the ledger across register, letters, people, clocks and papers; the lamp of a matter is the worst of its running clocks. */
@Repository
class LedgerTable {
    private static final List<Lamp> BY_URGENCY = List.of(Lamp.GREEN, Lamp.YELLOW, Lamp.RED, Lamp.OVERDUE);
    private static final int AT_ONCE = 500;

    private static final String COLUMNS = """
            select p.id, p.received_at, p.channel, p.registered_by, p.organ, p.person, p.petition_class, p.state,
                p.end_reason, p.sealed, p.confidential, coalesce(c.title, '') as title, coalesce(c.place, '') as place,
                coalesce(c.subject, '') as subject, coalesce(left(n.name, 1), '') as family, l.lamp, l.due,
                f.kind as paper, f.sent_on
            """;

    private static final String BESIDE = """
            left join casefile.content c on c.petition = p.id
            left join lateral (
                select name from casefile.person where petition = p.id order by position limit 1) n on true
            left join lateral (
                select max(array_position(array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], k.lamp)) as lamp,
                    min(k.raw_due) as due
                from deadline.clock k where k.petition = p.id and k.state = 'RUNNING') l on true
            left join lateral (
                select kind, sent_on from notice.paper where petition = p.id and sent_on is not null
                order by sent_on desc, id desc limit 1) f on true
            where p.state not in ('DRAFT', 'VOID')
                and (not p.sealed and (p.organ = any(:open) or p.registered_by = any(:open))
                    or p.sealed and p.organ = any(:sealed))
                and not exists (
                    select 1 from casefile.barred b where b.petition = p.id and b.officer = :reader)
                and (cast(:organ as text) is null or p.organ = :organ)
                and (cast(:state as text) is null or p.state = :state)
                and (cast(:class as text) is null or p.petition_class = :class)
                and (cast(:channel as text) is null or p.channel = :channel)
                and (cast(:lamp as text) is null or l.lamp = array_position(
                    array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], cast(:lamp as text)))
                and (cast(:from as timestamptz) is null or p.received_at >= :from)
                and (cast(:to as timestamptz) is null or p.received_at < :to)
                and (cast(:place as text) is null or c.place ilike :place)
                and (cast(:words as text) is null or p.id = :number or c.title ilike :words or c.subject ilike :words)
            """;

    private static final String BY_RECEIPT = COLUMNS + "from casefile.petition p\n" + BESIDE;

    /** Each matter once: by the clock of it that is due first. */
    private static final String BY_DUE = COLUMNS + """
            from deadline.clock d join casefile.petition p on p.id = d.petition
            """ + BESIDE + """
            and d.state = 'RUNNING' and not exists (
                select 1 from deadline.clock e where e.petition = d.petition and e.state = 'RUNNING'
                    and (e.raw_due, e.id) < (d.raw_due, d.id))
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Organs organs;

    LedgerTable(DataSource database, Organs organs) {
        JdbcTemplate inParts = new JdbcTemplate(database);
        inParts.setFetchSize(AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(inParts);
        this.organs = organs;
    }

    /** A row with its place in the order. */
    record Placed(LedgerRow row, String place) {}

    /** One row after the other; needs a transaction to be read in parts. */
    void read(LedgerQuery query, LedgerReach reach, Optional<Integer> most, Consumer<Placed> reader) {
        MapSqlParameterSource parameters = parameters(query, reach);
        most.ifPresent(limit -> parameters.addValue("limit", limit));
        jdbc.query(sql(query.order()) + (most.isPresent() ? " limit :limit" : ""), parameters, rs -> {
            reader.accept(placed(rs, query.order()));
        });
    }

    long begin(OfficerId officer, Instant at, String filter) {
        Long id = jdbc.queryForObject(
                """
                insert into ledger.export (officer, exported_at, filter) values (:officer, :at, cast(:filter as json))
                returning id""",
                Map.of("officer", officer.value(), "at", at.atOffset(ZoneOffset.UTC), "filter", filter),
                Long.class);
        return java.util.Objects.requireNonNull(id);
    }

    void complete(long export, int matters, int sealed, Instant at) {
        jdbc.update("""
                update ledger.export set matters = :matters, sealed_matters = :sealed, completed_at = :at
                where id = :id""", Map.of("matters", matters, "sealed", sealed, "at", at.atOffset(ZoneOffset.UTC), "id", export));
    }

    private static String sql(LedgerOrder order) {
        return switch (order) {
            case NEWEST -> BY_RECEIPT + """
                        and (cast(:number_after as text) is null
                            or (p.received_at, p.id) < (cast(:place_after as timestamptz), :number_after))
                        order by p.received_at desc, p.id desc""";
            case OLDEST -> BY_RECEIPT + """
                        and (cast(:number_after as text) is null
                            or (p.received_at, p.id) > (cast(:place_after as timestamptz), :number_after))
                        order by p.received_at, p.id""";
            case DUE -> BY_DUE + """
                        and (cast(:number_after as text) is null
                            or (d.raw_due, d.petition) > (cast(:place_after as date), :number_after))
                        order by d.raw_due, d.petition""";
        };
    }

    private static MapSqlParameterSource parameters(LedgerQuery query, LedgerReach reach) {
        return new MapSqlParameterSource()
                .addValue("reader", reach.reader().value())
                .addValue("open", ids(reach.open()))
                .addValue("sealed", ids(reach.sealed()))
                .addValue("organ", query.organ().map(OrganId::value).orElse(null), Types.VARCHAR)
                .addValue("state", query.state().map(Enum::name).orElse(null), Types.VARCHAR)
                .addValue("class", query.petitionClass().map(Enum::name).orElse(null), Types.VARCHAR)
                .addValue("channel", query.channel().map(Enum::name).orElse(null), Types.VARCHAR)
                .addValue("lamp", query.lamp().map(Enum::name).orElse(null), Types.VARCHAR)
                .addValue("from", query.from().map(LedgerTable::begins).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue(
                        "to",
                        query.to().map(day -> begins(day.plusDays(1))).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("place", query.place().map(LedgerTable::anywhere).orElse(null), Types.VARCHAR)
                .addValue("words", query.words().map(LedgerTable::anywhere).orElse(null), Types.VARCHAR)
                .addValue("number", query.words().orElse(null), Types.VARCHAR)
                .addValue(
                        "place_after",
                        query.after()
                                .map(after -> placeOf(after, query.order()))
                                .orElse(null),
                        Types.VARCHAR)
                .addValue(
                        "number_after",
                        query.after().map(Cursor::number).map(PetitionId::value).orElse(null),
                        Types.VARCHAR);
    }

    /** What stands in a cursor came from outside. */
    private static String placeOf(Cursor after, LedgerOrder order) {
        try {
            return order == LedgerOrder.DUE
                    ? LocalDate.parse(after.place()).toString()
                    : Instant.parse(after.place()).toString();
        } catch (java.time.DateTimeException notAPlace) {
            throw InvalidInput.of("cursor", "下一页", "不是同一排序的上一页给出的 next，请从第一页重新读取。");
        }
    }

    private Placed placed(ResultSet rs, LedgerOrder order) throws SQLException {
        Instant received = rs.getObject("received_at", OffsetDateTime.class).toInstant();
        Optional<LocalDate> due = Optional.ofNullable(rs.getObject("due", LocalDate.class));
        Optional<Lamp> lamp =
                Optional.ofNullable(rs.getObject("lamp", Integer.class)).map(place -> BY_URGENCY.get(place - 1));
        LedgerRow row = new LedgerRow(
                rs.getString("id"),
                LocalDate.ofInstant(received, EngineClock.BEIJING).toString(),
                Channel.valueOf(rs.getString("channel")).label(),
                organ(rs.getString("registered_by")),
                rs.getBoolean("confidential") ? "（保密）" : masked(rs.getString("family")),
                Optional.ofNullable(rs.getString("petition_class"))
                        .map(code -> PetitionClass.valueOf(code).label())
                        .orElse(""),
                rs.getString("subject"),
                rs.getString("place"),
                rs.getString("title"),
                organ(rs.getString("organ")),
                Optional.ofNullable(rs.getString("person")).map(this::officer).orElse(""),
                PetitionState.valueOf(rs.getString("state")).label(),
                due.map(LocalDate::toString).orElse(""),
                lamp.map(Enum::name).orElse(""),
                lamp.map(Lamp::label).orElse(""),
                Optional.ofNullable(rs.getString("end_reason"))
                        .map(code -> EndReason.valueOf(code).label())
                        .orElse(""),
                feedback(rs),
                rs.getBoolean("sealed"));
        return new Placed(row, order == LedgerOrder.DUE ? row.dueOn() : received.toString());
    }

    private static String feedback(ResultSet rs) throws SQLException {
        String kind = rs.getString("paper");
        return kind == null
                ? ""
                : rs.getObject("sent_on", LocalDate.class) + " "
                        + PaperKind.valueOf(kind).label();
    }

    private String organ(String id) {
        return organs.find(new OrganId(id)).map(Organ::name).orElse(id);
    }

    private String officer(String id) {
        return organs.findOfficer(new OfficerId(id)).map(Officer::name).orElse(id);
    }

    private static String masked(String family) {
        return family.isEmpty() ? "" : family + "**";
    }

    private static OffsetDateTime begins(LocalDate day) {
        return day.atStartOfDay(EngineClock.BEIJING).toOffsetDateTime();
    }

    private static String anywhere(String words) {
        return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static String[] ids(Set<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(String[]::new);
    }
}
