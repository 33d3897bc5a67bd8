package org.huiyin.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code dispatch.forwarding} and {@code dispatch.objection}; whoever writes one holds the row of the petition. */
@Repository
class ForwardingTable {
    private static final String SELECT = """
            select id, petition, sender, receiver, number, forwarded_at, paper_received_on, state, kind, feedback_due,
                designated
            from dispatch.forwarding
            where petition = :petition
            order by id
            """;

    private final JdbcClient jdbc;

    ForwardingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Forwarding insert(Forwarding way, OfficerId by) {
        long id = jdbc.sql("""
                        insert into dispatch.forwarding
                            (petition, sender, receiver, number, forwarded_at, forwarded_by, state, kind, feedback_due,
                             designated)
                        values (:petition, :sender, :receiver, :number, :at, :by, :state, :kind, :feedbackDue,
                                :designated)
                        returning id""")
                .param("petition", way.petition().value())
                .param("sender", way.sender().value())
                .param("receiver", way.receiver().value())
                .param("number", way.number())
                .param("at", way.forwardedAt().atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("state", way.state().name())
                .param("kind", way.kind().name())
                .param("feedbackDue", way.feedbackDue().orElse(null), Types.DATE)
                .param("designated", way.designated())
                .query(Long.class)
                .single();
        return way.written(id);
    }

    List<Forwarding> of(PetitionId petition) {
        return jdbc.sql(SELECT)
                .param("petition", petition.value())
                .query(ForwardingTable::forwarding)
                .list();
    }

    Optional<Forwarding> find(PetitionId petition) {
        return jdbc.sql(SELECT + "desc limit 1")
                .param("petition", petition.value())
                .query(ForwardingTable::forwarding)
                .optional();
    }

    Forwarding latest(PetitionId petition) {
        return find(petition)
                .orElseThrow(() -> new IllegalStateException("petition " + petition + " was never forwarded"));
    }

    void enter(long forwarding, ForwardingState state) {
        jdbc.sql("update dispatch.forwarding set state = :state where id = :id")
                .param("state", state.name())
                .param("id", forwarding)
                .update();
    }

    /** Its receiver was designated by a superior: what it said against it is decided. */
    void designate(long forwarding) {
        jdbc.sql("update dispatch.forwarding set state = 'WAITING', designated = true where id = :id")
                .param("id", forwarding)
                .update();
    }

    /** The objections to all ways of a petition, the oldest first. */
    List<Refusal> refusals(PetitionId petition) {
        return jdbc.sql("""
                        select f.receiver, o.proposed_organ, o.number, o.objected_at
                        from dispatch.objection o join dispatch.forwarding f on f.id = o.forwarding
                        where f.petition = :petition
                        order by f.id""")
                .param("petition", petition.value())
                .query((row, number) -> new Refusal(
                        new OrganId(row.getString("receiver")),
                        new OrganId(row.getString("proposed_organ")),
                        row.getString("number"),
                        row.getObject("objected_at", OffsetDateTime.class)
                                .atZoneSameInstant(EngineClock.BEIJING)
                                .toLocalDate()))
                .list();
    }

    /** Organs that have open petitions in hand. */
    List<OrganId> holders() {
        return jdbc
                .sql("select distinct organ from casefile.petition where ended_at is null")
                .query(String.class)
                .list()
                .stream()
                .map(OrganId::new)
                .toList();
    }

    List<PetitionId> heldBy(OrganId organ) {
        return jdbc
                .sql("select id from casefile.petition where organ = :organ and ended_at is null order by id")
                .param("organ", organ.value())
                .query(String.class)
                .list()
                .stream()
                .map(PetitionId::new)
                .toList();
    }

    /** The way that led to the dissolved organ leads to its successor; that it did is in the journal. */
    void follow(PetitionId petition, OrganId from, OrganId to) {
        jdbc.sql("""
                        update dispatch.forwarding set receiver = :to
                        where petition = :petition and receiver = :from
                            and state in ('WAITING', 'OBJECTED', 'SIGNED_IN')""")
                .param("to", to.value())
                .param("petition", petition.value())
                .param("from", from.value())
                .update();
    }

    void paperReceived(long forwarding, LocalDate on) {
        jdbc.sql("update dispatch.forwarding set paper_received_on = :day where id = :id")
                .param("day", on)
                .param("id", forwarding)
                .update();
    }

    void object(long forwarding, OrganId proposed, String number, Instant at, OfficerId by) {
        jdbc.sql("""
                        insert into dispatch.objection (forwarding, proposed_organ, number, objected_at, objected_by)
                        values (:forwarding, :proposed, :number, :at, :by)""")
                .param("forwarding", forwarding)
                .param("proposed", proposed.value())
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    void decide(long forwarding, ObjectionDecision decision, Instant at, OfficerId by) {
        jdbc.sql("""
                        update dispatch.objection set decision = :decision, decided_at = :at, decided_by = :by
                        where forwarding = :forwarding""")
                .param("decision", decision.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("forwarding", forwarding)
                .update();
    }

    private static Forwarding forwarding(ResultSet row, int number) throws SQLException {
        return new Forwarding(
                row.getLong("id"),
                new PetitionId(row.getString("petition")),
                new OrganId(row.getString("sender")),
                new OrganId(row.getString("receiver")),
                row.getString("number"),
                row.getObject("forwarded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("paper_received_on", LocalDate.class)),
                ForwardingState.valueOf(row.getString("state")),
                TransferKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("feedback_due", LocalDate.class)),
                row.getBoolean("designated"));
    }
}
