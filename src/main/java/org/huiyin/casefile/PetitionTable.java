package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The head of the case file: casefile.petition. */
@Repository
class PetitionTable {
    static final String COLUMNS = """
            p.id, p.state, p.channel, p.received_at, p.registered_at, p.registered_by, p.organ, p.person,
            p.petition_class, p.route, p.sealed, p.legacy, p.end_reason, p.ended_at, p.opened_by, p.postmarked_on,
            p.confidential, p.anonymous, p.visitor_count, p.purpose, p.version, p.simplified,
            exists (select 1 from casefile.barred b where b.petition = p.id) as guarded,
            coalesce((select c.title from casefile.content c where c.petition = p.id), '') as title
            """;

    private static final String SELECT = "select " + COLUMNS + "from casefile.petition p where p.id = :id ";

    private final JdbcClient jdbc;
    private final HeldPetitions held;
    private final UnwrittenEntries unwritten;

    PetitionTable(JdbcClient jdbc, HeldPetitions held, UnwrittenEntries unwritten) {
        this.jdbc = jdbc;
        this.held = held;
        this.unwritten = unwritten;
    }

    /** Number, petition and first journal entry in one statement; nobody waits for the serial. */
    PetitionId open(String numberPrefix, Channel channel, OrganId organ, OfficerId by, Instant now) {
        Petition draft = jdbc.sql("""
                        with number as (
                            select :prefix || lpad(nextval('casefile.petition_serial')::text, 6, '0') as id),
                        opened as (
                            insert into casefile.petition (id, state, channel, opened_at, opened_by, received_at,
                                registered_at, registered_by, organ, person, journal_seq, journal_hash)
                            select id, 'DRAFT', :channel, :now, :by, :now, :now, :organ, :organ, :by, 1,
                                casefile.journal_link(casefile.journal_root(id), id, 1, :now, 'OPENED', :by, '{}', null)
                            from number
                            returning *),
                        line as (
                            insert into casefile.journal (petition, seq, at, kind, actor, facts, hash)
                            select id, journal_seq, :now, 'OPENED', :by, '{}', journal_hash from opened)
                        select\s""" + COLUMNS + "from opened p")
                .param("prefix", numberPrefix)
                .param("channel", channel.name())
                .param("organ", organ.value())
                .param("by", by.value())
                .param("now", at(now))
                .query(PetitionTable::petition)
                .single();
        held.hold(draft);
        return draft.id();
    }

    void register(PetitionId id, Registration r, Instant now, LocalDate today) {
        change(jdbc.sql("""
                        update casefile.petition p
                        set received_at = :receivedAt, postmarked_on = :postmarkedOn, registered_at = :now,
                            confidential = :confidential, anonymous = :anonymous, visitor_count = :visitorCount,
                            purpose = :purpose, source_ref = :sourceRef, version = version + 1,
                            legacy = :receivedOn + (select days from casefile.legacy_rule
                                where valid_from <= :today order by valid_from desc limit 1) < :today
                        where id = :id
                        returning\s""" + COLUMNS)
                .param("id", id.value())
                .param("receivedAt", at(r.receivedAt()))
                .param("receivedOn", r.receivedOn())
                .param("postmarkedOn", r.postmarkedOn().orElse(null), java.sql.Types.DATE)
                .param("now", at(now))
                .param("today", today)
                .param("confidential", r.confidential())
                .param("anonymous", r.anonymous())
                .param("visitorCount", r.visitorCount())
                .param("purpose", r.purpose().name())
                .param("sourceRef", r.sourceRef().orElse(null), java.sql.Types.VARCHAR));
    }

    Optional<Petition> find(PetitionId id) {
        return held.find(id).or(() -> read(SELECT, id));
    }

    /** As find, and holds the row to the end of the transaction. */
    Optional<Petition> lock(PetitionId id) {
        Optional<Petition> known = held.find(id);
        if (known.isPresent()) {
            return known;
        }
        Optional<Petition> locked = read(SELECT + "for no key update of p", id);
        locked.ifPresent(held::hold);
        return locked;
    }

    /** As lock; empty, too, while another transaction holds the row. */
    Optional<Petition> lockIfFree(PetitionId id) {
        Optional<Petition> locked = read(SELECT + "for no key update of p skip locked", id);
        locked.ifPresent(held::hold);
        return locked;
    }

    private Optional<Petition> read(String sql, PetitionId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query(PetitionTable::petition)
                .optional()
                .map(this::now);
    }

    /** After a change of what belongs to the petition and is told with it. */
    void reread(PetitionId id) {
        read(SELECT, id).ifPresent(held::hold);
    }

    /** As it stands with what this transaction has entered in the journal and not yet written. */
    private Petition now(Petition row) {
        return row.after(unwritten.of(row.id()).stream().map(NewEntry::kind).toList());
    }

    /** As lock, for many at once; in one order, so that two who lock many do not wait for each other. */
    void lockAll(Collection<PetitionId> ids) {
        jdbc.sql("select " + COLUMNS
                        + "from casefile.petition p where p.id = any(:ids) order by p.id for no key update of p")
                .param("ids", ids.stream().map(PetitionId::value).toArray(String[]::new))
                .query(PetitionTable::petition)
                .list()
                .forEach(row -> held.hold(now(row)));
    }

    boolean holds(PetitionId id) {
        return held.isHeld(id);
    }

    void classify(PetitionId id, PetitionClass petitionClass, Optional<Route> route, boolean sealed) {
        change(jdbc.sql("""
                        update casefile.petition p
                        set petition_class = :class, route = :route, sealed = :sealed, version = version + 1
                        where id = :id
                        returning\s""" + COLUMNS)
                .param("id", id.value())
                .param("class", petitionClass.name())
                .param("route", route.map(Route::name).orElse(null), java.sql.Types.VARCHAR)
                .param("sealed", sealed));
    }

    void simplify(PetitionId id, boolean simplified) {
        change(jdbc.sql("""
                        update casefile.petition p set simplified = :simplified, version = version + 1
                        where id = :id
                        returning\s""" + COLUMNS).param("id", id.value()).param("simplified", simplified));
    }

    void entrust(PetitionId id, OrganId organ, Optional<OfficerId> person) {
        change(jdbc.sql("""
                        update casefile.petition p set organ = :organ, person = :person, version = version + 1
                        where id = :id
                        returning\s""" + COLUMNS)
                .param("id", id.value())
                .param("organ", organ.value())
                .param("person", person.map(OfficerId::value).orElse(null), java.sql.Types.VARCHAR));
    }

    void end(PetitionId id, EndReason reason, Instant now) {
        change(jdbc.sql("""
                        update casefile.petition p set end_reason = :reason, ended_at = :now, version = version + 1
                        where id = :id
                        returning\s""" + COLUMNS)
                .param("id", id.value())
                .param("reason", reason.name())
                .param("now", at(now)));
    }

    void setQueryCode(PetitionId id, String fingerprint) {
        change(jdbc.sql(
                        "update casefile.petition p set query_code = :fingerprint, version = version + 1 where id = :id "
                                + "returning " + COLUMNS)
                .param("id", id.value())
                .param("fingerprint", fingerprint));
    }

    Optional<String> queryCode(PetitionId id) {
        return jdbc.sql("select query_code from casefile.petition where id = :id and query_code is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    private void change(JdbcClient.StatementSpec update) {
        Petition changed = update.query(PetitionTable::petition)
                .optional()
                .orElseThrow(() -> new IllegalStateException("the petition is gone"));
        held.hold(now(changed));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Petition petition(ResultSet rs, int row) throws SQLException {
        return new Petition(
                new PetitionId(rs.getString("id")),
                PetitionState.valueOf(rs.getString("state")),
                Channel.valueOf(rs.getString("channel")),
                instant(rs, "received_at"),
                instant(rs, "registered_at"),
                new OrganId(rs.getString("registered_by")),
                new OrganId(rs.getString("organ")),
                Optional.ofNullable(rs.getString("person")).map(OfficerId::new),
                Optional.ofNullable(rs.getString("petition_class")).map(PetitionClass::valueOf),
                Optional.ofNullable(rs.getString("route")).map(Route::valueOf),
                rs.getBoolean("sealed"),
                rs.getBoolean("legacy"),
                rs.getString("title"),
                Optional.ofNullable(rs.getString("end_reason")).map(EndReason::valueOf),
                Optional.ofNullable(rs.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new OfficerId(rs.getString("opened_by")),
                Optional.ofNullable(rs.getObject("postmarked_on", LocalDate.class)),
                rs.getBoolean("confidential"),
                rs.getBoolean("anonymous"),
                rs.getInt("visitor_count"),
                Purpose.valueOf(rs.getString("purpose")),
                rs.getInt("version"),
                rs.getBoolean("guarded"),
                rs.getBoolean("simplified"));
    }
}
