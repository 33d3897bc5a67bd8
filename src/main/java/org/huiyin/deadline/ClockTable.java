package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.deadline.Clock.End;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.deadline.Terms.SetDate;
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
            id, petition, kind, started_at, start_on, evidence, time_limit, counted_for, set_on, set_by,
            extension_days, extension_basis, extension_reason, extension_approver, extended_on, extension_paper,
            told_due, told_paper, recounted_on, recount_reason, raw_due, legal_due, provisional, state, lamp,
            yellow_at, red_at, overdue_at, holder, person, ended_at, ended_by, watch, version
            """;

    private static final String SELECT = "select " + COLUMNS + "from deadline.clock ";

    /** A watch whose lamp is due to turn. */
    record DueWatch(PetitionId petition, String watch) {}

    private final JdbcClient jdbc;
    private final HeldClocks held;
    private final TurnTable turns;

    ClockTable(JdbcClient jdbc, HeldClocks held, TurnTable turns) {
        this.jdbc = jdbc;
        this.held = held;
        this.turns = turns;
    }

    /** What has turned is written before anything else is asked or changed. */
    private JdbcClient jdbc() {
        turns.write();
        return jdbc;
    }

    /** Empty when the kind is running already, or when other rules are in force than those it was counted by. */
    Optional<Clock> insert(
            PetitionId petition,
            ClockKind kind,
            Start start,
            Terms terms,
            Counted counted,
            OrganId holder,
            Optional<OfficerId> person,
            long rules) {
        return jdbc().sql("""
                        insert into deadline.clock
                            (petition, kind, started_at, start_on, evidence, time_limit, counted_for, set_on, set_by,
                             raw_due, legal_due, provisional, state, lamp, yellow_at, red_at, overdue_at, explanation,
                             holder, person)
                        select :petition, :kind, cast(:startedAt as timestamptz), cast(:startOn as date), :evidence,
                               cast(:limit as bigint), :countedFor, cast(:setOn as date), cast(:setBy as text),
                               cast(:rawDue as date), cast(:legalDue as date), cast(:provisional as boolean),
                               'RUNNING', 'GREEN', cast(:yellowAt as timestamptz), cast(:redAt as timestamptz),
                               cast(:overdueAt as timestamptz), cast(:explanation as text[]), :holder, cast(:person as text)
                        where deadline.rules_in_force() = :rules
                        on conflict (petition, kind) where state in ('RUNNING', 'HELD') do nothing
                        returning\s""" + COLUMNS)
                .param("petition", petition.value())
                .param("kind", kind.code())
                .params(started(start))
                .params(counted(counted))
                .param("limit", terms.limit())
                .param("countedFor", terms.countedFor().value())
                .param("setOn", terms.set().map(SetDate::on).orElse(null))
                .param("setBy", terms.set().map(set -> set.by().value()).orElse(null))
                .param("holder", holder.value())
                .param("person", person.map(OfficerId::value).orElse(null))
                .param("rules", rules)
                .query((rs, row) -> clock(rs))
                .optional()
                .map(held::written);
    }

    /** State, lamp, holder and end; the dates stay. */
    void save(Clock clock) {
        Optional<Clock> saved = jdbc().sql("""
                        update deadline.clock
                        set holder = :holder, person = :person, state = :state, lamp = :lamp,
                            ended_at = :endedAt, ended_by = :endedBy, version = version + 1
                        where id = :id and version = :version
                        returning\s""" + COLUMNS)
                .param("holder", clock.holder().value())
                .param("person", clock.person().map(OfficerId::value).orElse(null))
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

    /** The lamp only. Known at once, and written with all others that turn in this transaction. */
    void turn(Clock clock) {
        turns.add(clock.version(), held.written(clock.writtenAgain()));
    }

    /** Start, terms, dates, state and lamp; empty when the row or the rules were changed meanwhile. */
    Optional<Clock> move(Clock clock, Counted counted, long rules) {
        return jdbc().sql("""
                        update deadline.clock
                        set started_at = :startedAt, start_on = :startOn, evidence = :evidence, time_limit = :limit,
                            set_on = :setOn, extension_days = :extensionDays, extension_basis = :extensionBasis,
                            extension_reason = :extensionReason, extension_approver = :extensionApprover,
                            extended_on = :extendedOn, extension_paper = :extensionPaper, told_due = :toldDue,
                            told_paper = :toldPaper, recounted_on = :recountedOn, recount_reason = :recountReason,
                            raw_due = :rawDue, legal_due = :legalDue, provisional = :provisional, yellow_at = :yellowAt,
                            red_at = :redAt, overdue_at = :overdueAt, explanation = :explanation, state = :state,
                            lamp = :lamp, version = version + 1
                        where id = :id and version = :version and deadline.rules_in_force() = :rules
                        returning\s""" + COLUMNS)
                .params(started(clock.start()))
                .params(TermsTable.of(clock.terms()))
                .params(counted(counted))
                .param("state", clock.state().name())
                .param("lamp", clock.lamp().name())
                .param("id", clock.id())
                .param("version", clock.version())
                .param("rules", rules)
                .query((rs, row) -> clock(rs))
                .optional()
                .map(held::written);
    }

    /** From now on this watch follows the clock. */
    Clock follow(long id, String watch) {
        return held.written(jdbc().sql("update deadline.clock set watch = :watch where id = :id returning " + COLUMNS)
                .param("watch", watch)
                .param("id", id)
                .query((rs, row) -> clock(rs))
                .single());
    }

    Clock watchedBy(PetitionId petition, String watch) {
        return of(petition).stream()
                .filter(clock -> clock.watch().filter(watch::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("watch " + watch + " follows no clock"));
    }

    /** The clock of this kind that started last. */
    Optional<Clock> latest(PetitionId petition, ClockKind kind) {
        return of(petition).stream().filter(clock -> clock.kind() == kind).reduce((earlier, later) -> later);
    }

    /** In the order in which they started. */
    List<Clock> of(PetitionId petition) {
        return held.of(petition, () -> read(petition));
    }

    /**
     * The petition's row is locked before its clock, as by every verb; one that an officer holds is left for later. From
     * the far end, because the job executor acquires from the near one.
     */
    List<DueWatch> lockDue(Instant now, int atMost) {
        return jdbc().sql("""
                        select clock.petition, clock.watch
                        from deadline.clock clock
                        join casefile.petition petition on petition.id = clock.petition
                        where clock.state = 'RUNNING' and clock.watch is not null and clock.turns_at <= :now
                        order by clock.turns_at desc, clock.id desc
                        limit :atMost
                        for no key update of petition skip locked""")
                .param("now", stamp(now))
                .param("atMost", atMost)
                .query((rs, row) -> new DueWatch(new PetitionId(rs.getString("petition")), rs.getString("watch")))
                .list();
    }

    /** Reads the clocks of petitions that this transaction holds, for whoever asks for them next. */
    void readAhead(Collection<PetitionId> petitions) {
        Map<PetitionId, List<Clock>> clocks = jdbc()
                .sql(SELECT + "where petition = any(:petitions) order by id")
                .param("petitions", petitions.stream().map(PetitionId::value).toArray(String[]::new))
                .query((rs, row) -> clock(rs))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Clock::petition));
        clocks.forEach((petition, own) -> held.of(petition, () -> own));
    }

    private List<Clock> read(PetitionId petition) {
        return jdbc().sql(SELECT + "where petition = :petition order by id")
                .param("petition", petition.value())
                .query((rs, row) -> clock(rs))
                .list();
    }

    /** Open clocks that a change of rules can touch, in the order of their ids. */
    List<Clock> open(RuleReach reach, long after, int most) {
        return jdbc().sql(SELECT + """
                        where state in ('RUNNING', 'HELD') and id > :after
                            and (cast(:kind as text) is null or kind = :kind)
                            and start_on between :startsFrom and :startsTo and legal_due >= :endsFrom
                        order by id limit :most""")
                .param("after", after)
                .param("kind", reach.kind().map(ClockKind::code).orElse(null))
                .param("startsFrom", reach.startsFrom())
                .param("startsTo", reach.startsTo())
                .param("endsFrom", reach.endsFrom())
                .param("most", most)
                .query((rs, row) -> clock(rs))
                .list();
    }

    /** The dates are the same, but the way there may have other holidays on it: true when it has. */
    boolean explain(long id, List<String> why) {
        int rows = jdbc().sql("""
                        update deadline.clock set explanation = cast(:why as text[])
                        where id = :id and explanation is distinct from cast(:why as text[])""")
                .param("why", why.toArray(String[]::new))
                .param("id", id)
                .update();
        return rows == 1;
    }

    /** By id: why the dates of each clock of the petition are what they are. */
    Map<Long, List<String>> explanations(PetitionId petition) {
        Map<Long, List<String>> lines = new HashMap<>();
        jdbc().sql("select id, explanation from deadline.clock where petition = :petition")
                .param("petition", petition.value())
                .query(rs -> {
                    lines.put(rs.getLong("id"), List.of((String[])
                            rs.getArray("explanation").getArray()));
                });
        return lines;
    }

    private static Map<String, Object> started(Start start) {
        return Map.of("startedAt", stamp(start.at()), "startOn", start.on(), "evidence", start.evidence());
    }

    private static Map<String, Object> counted(Counted counted) {
        Span span = counted.span();
        return Map.of(
                "rawDue", span.rawDue(),
                "legalDue", span.legalDue(),
                "provisional", span.provisional(),
                "yellowAt", stamp(span.turns().yellowAt()),
                "redAt", stamp(span.turns().redAt()),
                "overdueAt", stamp(span.turns().overdueAt()),
                "explanation", counted.why().toArray(String[]::new));
    }

    private static Clock clock(ResultSet rs) throws SQLException {
        return new Clock(
                rs.getLong("id"),
                new PetitionId(rs.getString("petition")),
                ClockKind.ofCode(rs.getString("kind")),
                new Start(
                        instant(rs, "started_at"), rs.getObject("start_on", LocalDate.class), rs.getString("evidence")),
                TermsTable.terms(rs),
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
