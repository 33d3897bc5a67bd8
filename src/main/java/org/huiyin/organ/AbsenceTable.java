package org.huiyin.organ;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code organ.absence}. */
@Repository
class AbsenceTable {
    private static final String SELECT = """
            select id, officer, deputy, kind, from_on, to_on, come_back, state, instance from organ.absence
            """;

    private final JdbcClient jdbc;

    AbsenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever declares for this officer waits here for the other. */
    void lockOfficer(OfficerId officer) {
        jdbc.sql("select id from organ.officer where id = :officer for update")
                .param("officer", officer.value())
                .query(String.class)
                .optional();
    }

    long insert(Absence absence, OfficerId by, Instant at) {
        return jdbc.sql("""
                        insert into organ.absence
                            (officer, deputy, kind, from_on, to_on, come_back, declared_by, declared_at)
                        values (:officer, :deputy, :kind, :from, :to, :comeBack, :by, :at)
                        returning id""")
                .param("officer", absence.officer().value())
                .param("deputy", absence.deputy().map(OfficerId::value).orElse(null))
                .param("kind", absence.kind().name())
                .param("from", absence.from())
                .param("to", absence.to())
                .param("comeBack", absence.comeBack())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<Absence> lock(long id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(AbsenceTable::absence)
                .optional();
    }

    void begun(long id, String instance) {
        jdbc.sql("update organ.absence set instance = :instance where id = :id")
                .param("instance", instance)
                .param("id", id)
                .update();
    }

    void enter(long id, AbsenceState state) {
        jdbc.sql("update organ.absence set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void close(long id, AbsenceState state, OfficerId by, Instant at) {
        jdbc.sql("update organ.absence set state = :state, ended_by = :by, ended_at = :at where id = :id")
                .param("state", state.name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void setComeBack(long id, boolean comeBack) {
        jdbc.sql("update organ.absence set come_back = :comeBack where id = :id")
                .param("comeBack", comeBack)
                .param("id", id)
                .update();
    }

    List<Absence> running() {
        return jdbc.sql(SELECT + "where state = 'RUNNING'")
                .query(AbsenceTable::absence)
                .list();
    }

    /** Of these officers, what is planned or running. */
    List<Absence> ahead(Collection<OfficerId> officers) {
        return jdbc.sql(SELECT
                        + "where officer = any(:officers) and state in ('PLANNED', 'RUNNING') order by from_on, id")
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .query(AbsenceTable::absence)
                .list();
    }

    /** Whether he is away, or will be, on one of these days. */
    boolean overlaps(OfficerId officer, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select exists (select 1 from organ.absence
                            where officer = :officer and state in ('PLANNED', 'RUNNING')
                                and from_on <= :to and to_on >= :from)""")
                .param("officer", officer.value())
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                new OfficerId(row.getString("officer")),
                Optional.ofNullable(row.getString("deputy")).map(OfficerId::new),
                AbsenceKind.valueOf(row.getString("kind")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getBoolean("come_back"),
                AbsenceState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("instance")));
    }
}
