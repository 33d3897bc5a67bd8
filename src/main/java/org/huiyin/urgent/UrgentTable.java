package org.huiyin.urgent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.urgent.UrgentAlert.Receipt;
import org.huiyin.urgent.UrgentAlert.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts and their receipts; whoever writes one holds the row of the petition. */
@Repository
class UrgentTable {
    private final JdbcClient jdbc;

    UrgentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UrgentAlert alert) {
        UrgentReport report = alert.report();
        jdbc.sql("""
                        insert into urgent.alert (petition, version, kind, level, people, place, situation, measures, known_at,
                            organ, flagged_by, flagged_at, paper)
                        values (:petition, :version, :kind, :level, :people, :place, :situation, :measures, :knownAt,
                            :organ, :by, :at, :paper)""")
                .param("petition", alert.petition().value())
                .param("version", alert.version())
                .param("kind", report.kind().name())
                .param("level", report.level().name())
                .param("people", report.people())
                .param("place", report.place())
                .param("situation", report.situation())
                .param("measures", report.measures())
                .param("knownAt", at(report.knownAt()))
                .param("organ", alert.organ().value())
                .param("by", alert.flaggedBy().value())
                .param("at", at(alert.flaggedAt()))
                .param("paper", alert.paper())
                .update();
        alert.receipts().forEach(receipt -> insert(alert, receipt));
    }

    private void insert(UrgentAlert alert, Receipt receipt) {
        jdbc.sql("""
                        insert into urgent.receipt (petition, version, position, organ, addressee, duty)
                        values (:petition, :version, :position, :organ, :addressee, :duty)""")
                .param("petition", alert.petition().value())
                .param("version", alert.version())
                .param("position", receipt.position())
                .param("organ", receipt.organ().map(OrganId::value).orElse(null))
                .param("addressee", receipt.addressee())
                .param("duty", receipt.duty())
                .update();
    }

    void acknowledge(UrgentAlert alert, Receipt receipt, OfficerId by, Instant at, String note) {
        expectOne(jdbc.sql("""
                        update urgent.receipt set acknowledged_by = :by, acknowledged_at = :at, note = :note
                        where petition = :petition and version = :version and position = :position
                            and acknowledged_at is null""")
                .param("by", by.value())
                .param("at", at(at))
                .param("note", note)
                .param("petition", alert.petition().value())
                .param("version", alert.version())
                .param("position", receipt.position())
                .update());
    }

    void withdraw(UrgentAlert alert, Withdrawal withdrawal) {
        expectOne(jdbc.sql("""
                        update urgent.alert set withdrawn_by = :by, withdrawn_at = :at, withdraw_reason = :reason
                        where petition = :petition and version = :version and withdrawn_at is null""")
                .param("by", withdrawal.by().value())
                .param("at", at(withdrawal.at()))
                .param("reason", withdrawal.reason())
                .param("petition", alert.petition().value())
                .param("version", alert.version())
                .update());
    }

    boolean isFlagged(PetitionId petition) {
        return jdbc.sql("""
                        select exists (select 1 from urgent.alert
                            where petition = :petition and withdrawn_at is null)""")
                .param("petition", petition.value())
                .query(Boolean.class)
                .single();
    }

    Optional<UrgentAlert> latest(PetitionId petition) {
        return jdbc.sql("""
                        select petition, version, kind, level, people, place, situation, measures, known_at, organ,
                            flagged_by, flagged_at, paper, withdrawn_by, withdrawn_at, withdraw_reason
                        from urgent.alert where petition = :petition
                        order by version desc limit 1""")
                .param("petition", petition.value())
                .query((row, number) -> alert(row, receipts(petition, row.getInt("version"))))
                .optional();
    }

    private List<Receipt> receipts(PetitionId petition, int version) {
        return jdbc.sql("""
                        select position, organ, addressee, duty, acknowledged_by, acknowledged_at, note
                        from urgent.receipt where petition = :petition and version = :version
                        order by position""")
                .param("petition", petition.value())
                .param("version", version)
                .query((row, number) -> new Receipt(
                        row.getInt("position"),
                        Optional.ofNullable(row.getString("organ")).map(OrganId::new),
                        row.getString("addressee"),
                        row.getString("duty"),
                        Optional.ofNullable(row.getString("acknowledged_by")).map(OfficerId::new),
                        maybe(row, "acknowledged_at"),
                        row.getString("note")))
                .list();
    }

    private static UrgentAlert alert(ResultSet row, List<Receipt> receipts) throws SQLException {
        Optional<Instant> withdrawnAt = maybe(row, "withdrawn_at");
        String by = row.getString("withdrawn_by");
        String reason = row.getString("withdraw_reason");
        return new UrgentAlert(
                new PetitionId(row.getString("petition")),
                row.getInt("version"),
                new UrgentReport(
                        UrgentKind.valueOf(row.getString("kind")),
                        UrgentLevel.valueOf(row.getString("level")),
                        row.getInt("people"),
                        row.getString("place"),
                        row.getString("situation"),
                        row.getString("measures"),
                        maybe(row, "known_at").orElseThrow()),
                new OrganId(row.getString("organ")),
                new OfficerId(row.getString("flagged_by")),
                maybe(row, "flagged_at").orElseThrow(),
                row.getString("paper"),
                withdrawnAt.map(at -> new Withdrawal(new OfficerId(by), at, reason)),
                receipts);
    }

    private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void expectOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("an alert was changed by somebody else although its petition is held");
        }
    }
}
