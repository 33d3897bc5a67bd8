package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.deadline.Clock.End;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code deadline.clock}; whoever writes one holds the row of the petition. */
@Repository
class ClockTable {
    private static final String COLUMNS = """
            id, petition, kind, started_at, start_on, evidence, raw_due, legal_due, provisional, state, lamp,
            yellow_at, red_at, overdue_at, holder, person, ended_at, ended_by, watch, version
            """;

    private static final String SELECT = "select " + COLUMNS + "from deadline.clock ";

    private final JdbcClient jdbc;
    private final HeldClocks held;

    ClockTable(JdbcClient jdbc, HeldClocks held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    /** Empty when the kind is running already, or when other rules are in force than those it was counted by. */
    Optional<Clock> insert(
            PetitionId petition,
            ClockKind kind,
            Start start,
            Span span,
            OrganId holder,
            Optional<OfficerId> person,
            long rules) {
        return jdbc.sql("""
                        insert into deadline.clock
                            (petition, kind, started_at, start_on, evidence, raw_due, legal_due, provisional, state, lamp,
                             yellow_at, red_at, overdue_at, holder, person)
                        select :petition, :kind, cast(:startedAt as timestamptz), cast(:startOn as date), :evidence,
                               cast(:rawDue as date), cast(:legalDue as date), cast(:provisional as boolean),
                               'RUNNING', 'GREEN', cast(:yellowAt as timestamptz), cast(:redAt as timestamptz),
                               cast(:overdueAt as timestamptz), :holder, cast(:person as text)
                        where deadline.rules_in_force() = :rules
                        on conflict (petition, kind) where state in ('RUNNING', 'HELD') do nothing
                        returning\s""" + COLUMNS)
                .param("petition", petition.value())
                .param("kind", kind.code())
                .params(placed(start, span, holder, person))
                .param("rules", rules)
                .query((rs, row) -> clock(rs))
                .optional()
                .map(held::written);
    }

    void save(Clock clock) {
        Optional<Clock> saved = jdbc.sql("""
                        update deadline.clock
                        set started_at = :startedAt, start_on = :startOn, evidence = :evidence, raw_due = :rawDue,
                            legal_due = :legalDue, provisional = :provisional, yellow_at = :yellowAt, red_at = :redAt,
                            overdue_at = :overdueAt, holder = :holder, person = :person, state = :state, lamp = :lamp,
                            ended_at = :endedAt, ended_by = :endedBy, version = version + 1
                        where id = :id and version = :version
                        returning\s""" + COLUMNS)
                .params(placed(clock.start(), clock.span(), clock.holder(), clock.person()))
                .param("state", clock.state().name())
                .param("lamp", clock.lamp().name())
                .param("endedAt", clock.endedAt().map(ClockTable::stamp).orElse(null))
                .param("endedBy", clock.end().map(End::evidence).orElse(null))
                .param("id", clock.id())
                .param("version", clock.version())
                .query((rs, row) -> clock(rs))
                .optional();
        if (saved.isEmpty()) {
            throw new OptimisticLockingFailureException("clock " + clock.id() + " was changed by another transaction");
        }
        held.written(saved.get());
    }

    /** From now on this watch follows the clock. */
    Clock follow(long id, String watch) {
        return held.written(jdbc.sql("update deadline.clock set watch = :watch where id = :id returning " + COLUMNS)
                .param("watch", watch)
                .param("id", id)
                .query((rs, row) -> clock(rs))
                .single());
    }

    Clock watchedBy(String watch) {
        return jdbc.sql(SELECT + "where watch = :watch")
                .param("watch", watch)
                .query((rs, row) -> clock(rs))
                .single();
    }

    /** The clock of this kind that started last. */
    Optional<Clock> latest(PetitionId petition, ClockKind kind) {
        return of(petition).stream().filter(clock -> clock.kind() == kind).reduce((earlier, later) -> later);
    }

    /** In the order in which they started. */
    List<Clock> of(PetitionId petition) {
        return held.of(petition, () -> read(petition));
    }

    private List<Clock> read(PetitionId petition) {
        return jdbc.sql(SELECT + "where petition = :petition order by id")
                .param("petition", petition.value())
                .query((rs, row) -> clock(rs))
                .list();
    }

    private static Map<String, @Nullable Object> placed(
            Start start, Span span, OrganId holder, Optional<OfficerId> person) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("startedAt", stamp(start.at()));
        values.put("startOn", start.on());
        values.put("evidence", start.evidence());
        values.put("rawDue", span.rawDue());
        values.put("legalDue", span.legalDue());
        values.put("provisional", span.provisional());
        values.put("yellowAt", stamp(span.turns().yellowAt()));
        values.put("redAt", stamp(span.turns().redAt()));
        values.put("overdueAt", stamp(span.turns().overdueAt()));
        values.put("holder", holder.value());
        values.put("person", person.map(OfficerId::value).orElse(null));
        return values;
    }

    private static Clock clock(ResultSet rs) throws SQLException {
        return new Clock(
                rs.getLong("id"),
                new PetitionId(rs.getString("petition")),
                ClockKind.ofCode(rs.getString("kind")),
                new Start(
                        instant(rs, "started_at"), rs.getObject("start_on", LocalDate.class), rs.getString("evidence")),
                span(rs),
                ClockState.valueOf(rs.getString("state")),
                Lamp.valueOf(rs.getString("lamp")),
                new OrganId(rs.getString("holder")),
                Optional.ofNullable(rs.getString("person")).map(OfficerId::new),
                end(rs),
                Optional.ofNullable(rs.getString("watch")),
                rs.getInt("version"));
    }

    private static Optional<End> end(ResultSet rs) throws SQLException {
        @Nullable OffsetDateTime at = rs.getObject("ended_at", OffsetDateTime.class);
        return at == null ? Optional.empty() : Optional.of(new End(at.toInstant(), rs.getString("ended_by")));
    }

    private static Span span(ResultSet rs) throws SQLException {
        return new Span(
                rs.getObject("raw_due", LocalDate.class),
                rs.getObject("legal_due", LocalDate.class),
                rs.getBoolean("provisional"),
                new Turns(instant(rs, "yellow_at"), instant(rs, "red_at"), instant(rs, "overdue_at")));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
