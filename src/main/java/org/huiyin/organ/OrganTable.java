package org.huiyin.organ;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganTable {
    private final JdbcClient jdbc;

    OrganTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from organ.tree").query(Long.class).single();
    }

    /** Version first: rows that change meanwhile belong to a higher number and are read again. */
    OrganTree read() {
        long version = version();
        return new OrganTree(version, organs(), officers(), duties());
    }

    /** Makes other nodes that start at the same moment wait; tells which file was loaded last. */
    String lockTree() {
        return jdbc.sql("select loaded_digest from organ.tree for update")
                .query(String.class)
                .single();
    }

    /** Something beside the tree has changed that every node keeps with it. */
    void raiseVersion() {
        jdbc.sql("update organ.tree set version = version + 1").update();
    }

    void raiseVersion(String digest, Instant at) {
        jdbc.sql("update organ.tree set version = version + 1, loaded_digest = :digest, loaded_at = :at")
                .param("digest", digest)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private List<Organ> organs() {
        return jdbc.sql("""
                        select id, name, short_name, kind, level, region, block, line, review_organ, outside_reviewer,
                               first_responsible, successor, telephone, receives, valid
                        from organ.organ""").query(OrganTable::organ).list();
    }

    private List<Officer> officers() {
        return jdbc.sql("""
                        select o.id, o.name, o.organ, o.title, o.valid,
                               coalesce(array_agg(r.role) filter (where r.role is not null), '{}') as roles
                        from organ.officer o left join organ.officer_role r on r.officer = o.id
                        group by o.id""").query(OrganTable::officer).list();
    }

    private List<Duty> duties() {
        return jdbc.sql("select organ, subject, matters from organ.duty")
                .query((row, n) -> new Duty(
                        new OrganId(row.getString("organ")), row.getString("subject"), row.getString("matters")))
                .list();
    }

    /** The engine's own table: its services tell memberships only user by user. */
    Set<Membership> memberships() {
        return jdbc
                .sql("select user_id_, group_id_ from public.act_id_membership")
                .query((row, n) -> new Membership(row.getString("user_id_"), row.getString("group_id_")))
                .stream()
                .collect(Collectors.toSet());
    }

    void save(Organ organ, String path) {
        jdbc.sql("""
                        insert into organ.organ (id, name, short_name, kind, level, region, block, line, path, review_organ,
                            outside_reviewer, first_responsible, successor, telephone, receives, valid)
                        values (:id, :name, :shortName, :kind, :level, :region, :block, :line, :path, :reviewOrgan,
                            :outsideReviewer, :firstResponsible, :successor, :telephone, :receives, :valid)
                        on conflict (id) do update set name = excluded.name, short_name = excluded.short_name,
                            kind = excluded.kind, level = excluded.level, region = excluded.region,
                            block = excluded.block, line = excluded.line, path = excluded.path,
                            review_organ = excluded.review_organ, outside_reviewer = excluded.outside_reviewer,
                            first_responsible = excluded.first_responsible, successor = excluded.successor,
                            telephone = excluded.telephone, receives = excluded.receives, valid = excluded.valid""")
                .param("id", organ.id().value())
                .param("name", organ.name())
                .param("shortName", organ.shortName())
                .param("kind", organ.kind().name())
                .param("level", organ.level().name())
                .param("region", organ.region())
                .param("block", organ.block().map(OrganId::value).orElse(null))
                .param("line", organ.line().map(OrganId::value).orElse(null))
                .param("path", path)
                .param("reviewOrgan", organ.reviewOrgan().map(OrganId::value).orElse(null))
                .param("outsideReviewer", organ.outsideReviewer().orElse(null))
                .param("firstResponsible", organ.firstResponsible().value())
                .param("successor", organ.successor().map(OrganId::value).orElse(null))
                .param("telephone", organ.telephone().orElse(null))
                .param("receives", organ.receives())
                .param("valid", organ.valid())
                .update();
    }

    void save(Officer officer) {
        jdbc.sql("""
                        insert into organ.officer (id, name, organ, title, valid) values (:id, :name, :organ, :title, :valid)
                        on conflict (id) do update set name = excluded.name, organ = excluded.organ,
                            title = excluded.title, valid = excluded.valid""")
                .param("id", officer.id().value())
                .param("name", officer.name())
                .param("organ", officer.organ().value())
                .param("title", officer.title())
                .param("valid", officer.valid())
                .update();
        String[] roles = officer.roles().stream().map(Role::name).toArray(String[]::new);
        jdbc.sql("delete from organ.officer_role where officer = :officer and role <> all(:roles)")
                .param("officer", officer.id().value())
                .param("roles", roles)
                .update();
        jdbc.sql("""
                        insert into organ.officer_role (officer, role) select :officer, unnest(:roles)
                        on conflict do nothing""")
                .param("officer", officer.id().value())
                .param("roles", roles)
                .update();
    }

    void saveDuties(OrganId organ, List<Duty> duties) {
        jdbc.sql("delete from organ.duty where organ = :organ")
                .param("organ", organ.value())
                .update();
        duties.forEach(
                duty -> jdbc.sql("insert into organ.duty (organ, subject, matters) values (:organ, :subject, :matters)")
                        .param("organ", organ.value())
                        .param("subject", duty.subject())
                        .param("matters", duty.matters())
                        .update());
    }

    private static Organ organ(ResultSet row, int n) throws SQLException {
        return new Organ(
                new OrganId(row.getString("id")),
                row.getString("name"),
                row.getString("short_name"),
                OrganKind.valueOf(row.getString("kind")),
                OrganLevel.valueOf(row.getString("level")),
                row.getString("region"),
                organId(row, "block"),
                organId(row, "line"),
                organId(row, "review_organ"),
                Optional.ofNullable(row.getString("outside_reviewer")),
                new OfficerId(row.getString("first_responsible")),
                organId(row, "successor"),
                Optional.ofNullable(row.getString("telephone")),
                row.getBoolean("receives"),
                row.getBoolean("valid"));
    }

    private static Officer officer(ResultSet row, int n) throws SQLException {
        return new Officer(
                new OfficerId(row.getString("id")),
                row.getString("name"),
                new OrganId(row.getString("organ")),
                row.getString("title"),
                roles(row.getArray("roles")),
                row.getBoolean("valid"));
    }

    private static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).collect(Collectors.toSet());
    }

    private static Optional<OrganId> organId(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(OrganId::new);
    }
}
