package org.huiyin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.huiyin.casefile.PetitionState;
import org.huiyin.casefile.Phrase;
import org.huiyin.casefile.Source;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.Procedure;
import org.huiyin.kernel.Route;
import org.huiyin.notice.PaperKind;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads the ledger across register, letters, people, clocks and papers; the lamp of a matter is the worst of its running clocks. */
@Repository
class LedgerTable {
    private static final List<Lamp> BY_URGENCY = List.of(Lamp.GREEN, Lamp.YELLOW, Lamp.RED, Lamp.OVERDUE);
    private static final int AT_ONCE = 500;

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
    void read(LedgerQuery query, LedgerReach reach, Consumer<Placed> reader) {
        read(new LedgerQuestion(query, reach, query.phrase(), Optional.empty()), query, reader);
    }

    /** The newest of many that hold a phrase are found among those of the last months. */
    List<Placed> page(LedgerQuery query, LedgerReach reach, int most, Instant now) {
        List<Placed> page = new ArrayList<>();
        for (Optional<Phrase> phrase : query.phrases(now)) {
            page.clear();
            read(new LedgerQuestion(query, reach, phrase, Optional.of(most)), query, page::add);
            if (page.size() == most) {
                break;
            }
        }
        return page;
    }

    private void read(LedgerQuestion question, LedgerQuery query, Consumer<Placed> reader) {
        jdbc.query(question.sql(), question.parameters(), rs -> {
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

    private Placed placed(ResultSet rs, LedgerOrder order) throws SQLException {
        Instant received = rs.getObject("received_at", OffsetDateTime.class).toInstant();
        Optional<LocalDate> due = Optional.ofNullable(rs.getObject("due", LocalDate.class));
        Optional<Lamp> lamp =
                Optional.ofNullable(rs.getObject("lamp", Integer.class)).map(place -> BY_URGENCY.get(place - 1));
        LedgerRow row = new LedgerRow(
                rs.getString("id"),
                LocalDate.ofInstant(received, EngineClock.BEIJING).toString(),
                Channel.valueOf(rs.getString("channel")).label(),
                Optional.ofNullable(rs.getString("source"))
                        .map(code -> Source.valueOf(code).label())
                        .orElse(""),
                organ(rs.getString("registered_by")),
                rs.getBoolean("confidential") ? "（保密）" : masked(rs.getString("family")),
                Optional.ofNullable(rs.getString("petition_class"))
                        .map(code -> PetitionClass.valueOf(code).label())
                        .orElse(""),
                procedure(rs),
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
                rs.getBoolean("urgent"),
                rs.getBoolean("sealed"));
        return new Placed(row, order == LedgerOrder.DUE ? row.dueOn() : received.toString());
    }

    private static String procedure(ResultSet rs) throws SQLException {
        Optional<PetitionClass> decided =
                Optional.ofNullable(rs.getString("petition_class")).map(PetitionClass::valueOf);
        Optional<Route> route = Optional.ofNullable(rs.getString("route")).map(Route::valueOf);
        return Procedure.of(decided, route, rs.getBoolean("simplified"))
                .map(Procedure::label)
                .orElse("");
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
}
