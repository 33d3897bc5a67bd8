package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of {@code deadline.clock}; whoever writes one holds the row of the petition. */
@Repository
class ClockTable {
    private static final String SELECT = """
            select id, petition, kind, started_at, start_on, evidence, raw_due, legal_due, provisional, state, lamp,
                   yellow_at, red_at, overdue_at, holder, person, ended_at, watch, version
            from deadline.clock
            """;

    private final JdbcClient jdbc;

    ClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the kind is running already. */
    Optional<Long> insert(
            PetitionId petition, ClockKind kind, Start start, Span span, OrganId holder, Optional<OfficerId> person) {
        return spanned(start, span, jdbc.sql("""
                        insert into deadline.clock
                            (petition, kind, started_at, start_on, evidence, raw_due, legal_due, provisional, state, lamp,
                             yellow_at, red_at, overdue_at, holder, person)
                        values (:petition, :kind, :startedAt, :startOn, :evidence, :rawDue, :legalDue, :provisional,
                                'RUNNING', 'GREEN', :yellowAt, :redAt, :overdueAt, :holder, :person)
                        on conflict (petition, kind) where state in ('RUNNING', 'HELD') do nothing
                        returning id"""))
                .param("petition", petition.value())
                .param("kind", kind.code())
                .param("holder", holder.value())
                .param("person", person.map(OfficerId::value).orElse(null))
                .query(Long.class)
                .optional();
    }

    void move(Clock clock, Start start, Span span) {
        one(spanned(start, span, jdbc.sql("""
                        update deadline.clock
                        set started_at = :startedAt, start_on = :startOn, evidence = :evidence, raw_due = :rawDue,
                            legal_due = :legalDue, provisional = :provisional, yellow_at = :yellowAt, red_at = :redAt,
                            overdue_at = :overdueAt, version = version + 1
                        where id = :id and version = :version"""))
                .param("id", clock.id())
                .param("version", clock.version())
                .update());
    }

    void turn(Clock clock, Lamp lamp) {
        one(jdbc.sql("""
                        update deadline.clock set lamp = :lamp, version = version + 1
                        where id = :id and version = :version""")
                .param("lamp", lamp.name())
                .param("id", clock.id())
                .param("version", clock.version())
                .update());
    }

    void end(Clock clock, ClockState state, Lamp lamp, Instant at, String by) {
        one(jdbc.sql("""
                        update deadline.clock
                        set state = :state, lamp = :lamp, ended_at = :at, ended_by = :by, version = version + 1
                        where id = :id and version = :version""")
                .param("state", state.name())
                .param("lamp", lamp.name())
                .param("at", stamp(at))
                .param("by", by)
                .param("id", clock.id())
                .param("version", clock.version())
                .update());
    }

    void hand(Clock clock, OrganId holder, Optional<OfficerId> person) {
        one(jdbc.sql("""
                        update deadline.clock set holder = :holder, person = :person, version = version + 1
                        where id = :id and version = :version""")
                .param("holder", holder.value())
                .param("person", person.map(OfficerId::value).orElse(null))
                .param("id", clock.id())
                .param("version", clock.version())
                .update());
    }

    void watch(long id, String watch) {
        one(jdbc.sql("update deadline.clock set watch = :watch where id = :id and watch is null")
                .param("watch", watch)
                .param("id", id)
                .update());
    }

    Clock get(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((rs, row) -> clock(rs))
                .single();
    }

    Clock watchedBy(String watch) {
        return jdbc.sql(SELECT + "where watch = :watch")
                .param("watch", watch)
                .query((rs, row) -> clock(rs))
                .single();
    }

    /** The clock of this kind that started last. */
    Optional<Clock> latest(PetitionId petition, ClockKind kind) {
        return jdbc.sql(SELECT + "where petition = :petition and kind = :kind order by id desc limit 1")
                .param("petition", petition.value())
                .param("kind", kind.code())
                .query((rs, row) -> clock(rs))
                .optional();
    }

    List<Clock> of(PetitionId petition) {
        return jdbc.sql(SELECT + "where petition = :petition order by id")
                .param("petition", petition.value())
                .query((rs, row) -> clock(rs))
                .list();
    }

    private static StatementSpec spanned(Start start, Span span, StatementSpec sql) {
        return sql.param("startedAt", stamp(start.at()))
                .param("startOn", start.on())
                .param("evidence", start.evidence())
                .param("rawDue", span.rawDue())
                .param("legalDue", span.legalDue())
                .param("provisional", span.provisional())
                .param("yellowAt", stamp(span.turns().yellowAt()))
                .param("redAt", stamp(span.turns().redAt()))
                .param("overdueAt", stamp(span.turns().overdueAt()));
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
                Optional.ofNullable(rs.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(rs.getString("watch")),
                rs.getInt("version"));
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

    private static void one(int rows) {
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the clock was changed by another transaction");
        }
    }
}
