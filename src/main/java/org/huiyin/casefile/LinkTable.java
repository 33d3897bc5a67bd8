package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.Link.Withdrawal;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links between matters: casefile.link; whoever writes one holds the rows of both petitions. */
@Repository
class LinkTable {
    private static final String SELECT = """
            select id, petition, earlier, kind, reason, score, grounds, linked_by, linked_at,
                withdrawn_by, withdrawn_at, withdrawn_because
            from casefile.link
            """;

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Link insert(PetitionId petition, Candidate earlier, LinkKind kind, String reason, OfficerId by, Instant at) {
        return jdbc.sql("""
                        insert into casefile.link
                            (petition, earlier, kind, reason, score, grounds, linked_by, linked_at)
                        values (:petition, :earlier, :kind, :reason, :score, :grounds, :by, :at)
                        returning id, petition, earlier, kind, reason, score, grounds, linked_by, linked_at,
                            withdrawn_by, withdrawn_at, withdrawn_because""")
                .param("petition", petition.value())
                .param("earlier", earlier.petition().value())
                .param("kind", kind.name())
                .param("reason", reason)
                .param("score", earlier.score())
                .param("grounds", String.join("；", earlier.reasons()))
                .param("by", by.value())
                .param("at", PetitionTable.at(at))
                .query(LinkTable::link)
                .single();
    }

    void withdraw(long id, String because, OfficerId by, Instant at) {
        int rows = jdbc.sql("""
                        update casefile.link
                        set withdrawn_by = :by, withdrawn_at = :at, withdrawn_because = :because
                        where id = :id and withdrawn_at is null""")
                .param("by", by.value())
                .param("at", PetitionTable.at(at))
                .param("because", because)
                .param("id", id)
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the link was withdrawn by another transaction");
        }
    }

    Optional<Link> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(LinkTable::link)
                .optional();
    }

    /** In both directions, withdrawn ones too, the newest first. */
    List<Link> of(PetitionId petition) {
        return jdbc.sql(SELECT + "where petition = :id or earlier = :id order by linked_at desc, id desc")
                .param("id", petition.value())
                .query(LinkTable::link)
                .list();
    }

    Optional<ToldApart> toldApart(PetitionId petition) {
        return jdbc.sql("""
                        select first_here, first_in_city, joint, collective, skip_level
                        from casefile.told_apart where petition = :id""")
                .param("id", petition.value())
                .query((rs, row) -> new ToldApart(
                        rs.getBoolean("first_here"),
                        rs.getBoolean("first_in_city"),
                        rs.getBoolean("joint"),
                        rs.getBoolean("collective"),
                        rs.getBoolean("skip_level")))
                .optional();
    }

    private static Link link(ResultSet rs, int row) throws SQLException {
        Optional<Withdrawal> withdrawal = rs.getString("withdrawn_by") == null
                ? Optional.empty()
                : Optional.of(new Withdrawal(
                        new OfficerId(rs.getString("withdrawn_by")),
                        PetitionTable.instant(rs, "withdrawn_at"),
                        rs.getString("withdrawn_because")));
        return new Link(
                rs.getLong("id"),
                new PetitionId(rs.getString("petition")),
                new PetitionId(rs.getString("earlier")),
                LinkKind.valueOf(rs.getString("kind")),
                rs.getString("reason"),
                rs.getInt("score"),
                rs.getString("grounds"),
                new OfficerId(rs.getString("linked_by")),
                PetitionTable.instant(rs, "linked_at"),
                withdrawal);
    }
}
