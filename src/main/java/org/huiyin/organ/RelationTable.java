package org.huiyin.organ;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** organ.relation: who has declared to be bound to whom. */
@Repository
class RelationTable {
    private static final String COLUMNS =
            "id, officer, kind, other_officer, other_organ, enterprise, since, until, declared_by, declared_at";

    private final JdbcClient jdbc;

    RelationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Relation insert(RelationDeclaration declared, OfficerId by, Instant now) {
        return jdbc.sql("""
                        insert into organ.relation (officer, kind, other_officer, other_organ, enterprise, since,
                            declared_by, declared_at)
                        values (:officer, :kind, :otherOfficer, :otherOrgan, :enterprise, :since, :by, :now)
                        returning\s""" + COLUMNS)
                .param("officer", declared.officer().value())
                .param("kind", declared.kind().name())
                .param(
                        "otherOfficer",
                        declared.otherOfficer().map(OfficerId::value).orElse(null))
                .param("otherOrgan", declared.otherOrgan().map(OrganId::value).orElse(null))
                .param("enterprise", declared.enterprise().orElse(null))
                .param("since", declared.since())
                .param("by", by.value())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(RelationTable::relation)
                .single();
    }

    /** The relation as it stands afterwards; empty when there is none that still lasts. */
    Optional<Relation> end(long id, LocalDate lastDay) {
        return jdbc.sql("update organ.relation set until = :until where id = :id and until is null returning "
                        + COLUMNS)
                .param("id", id)
                .param("until", lastDay)
                .query(RelationTable::relation)
                .optional();
    }

    Optional<Relation> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from organ.relation where id = :id")
                .param("id", id)
                .query(RelationTable::relation)
                .optional();
    }

    List<Relation> of(OfficerId officer) {
        return jdbc.sql("select " + COLUMNS + " from organ.relation where officer = :officer order by id")
                .param("officer", officer.value())
                .query(RelationTable::relation)
                .list();
    }

    private static Relation relation(ResultSet row, int n) throws SQLException {
        return new Relation(
                row.getLong("id"),
                new OfficerId(row.getString("officer")),
                RelationKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("other_officer")).map(OfficerId::new),
                Optional.ofNullable(row.getString("other_organ")).map(OrganId::new),
                Optional.ofNullable(row.getString("enterprise")),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                new OfficerId(row.getString("declared_by")),
                row.getObject("declared_at", OffsetDateTime.class).toInstant());
    }
}
