package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.accused: whom petitions speak against. */
@Repository
class AccusedTable {
    private final JdbcClient jdbc;

    AccusedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PetitionId id, AccusedParty party, Optional<OfficerId> officer, OfficerId by, Instant now) {
        jdbc.sql("""
                        insert into casefile.accused (petition, organ, officer, name, post, named_at, named_by)
                        values (:petition, :organ, :officer, :name, :post, :now, :by)""")
                .param("petition", id.value())
                .param("organ", party.organ().map(OrganId::value).orElse(null), java.sql.Types.VARCHAR)
                .param("officer", officer.map(OfficerId::value).orElse(null), java.sql.Types.VARCHAR)
                .param("name", party.name())
                .param("post", party.post())
                .param("now", PetitionTable.at(now))
                .param("by", by.value())
                .update();
    }

    List<Accused> of(PetitionId id) {
        return jdbc.sql("""
                        select id, organ, officer, name, post, named_at, named_by from casefile.accused
                        where petition = :petition and removed_at is null order by id""")
                .param("petition", id.value())
                .query(AccusedTable::accused)
                .list();
    }

    /** Whether there was such a row to take back. */
    boolean remove(PetitionId id, long accused, OfficerId by, Instant now) {
        return jdbc.sql("""
                                update casefile.accused set removed_at = :now, removed_by = :by
                                where id = :id and petition = :petition and removed_at is null""")
                        .param("now", PetitionTable.at(now))
                        .param("by", by.value())
                        .param("id", accused)
                        .param("petition", id.value())
                        .update()
                == 1;
    }

    private static Accused accused(ResultSet rs, int row) throws SQLException {
        return new Accused(
                rs.getLong("id"),
                Optional.ofNullable(rs.getString("organ")).map(OrganId::new),
                Optional.ofNullable(rs.getString("officer")).map(OfficerId::new),
                rs.getString("name"),
                rs.getString("post"),
                PetitionTable.instant(rs, "named_at"),
                new OfficerId(rs.getString("named_by")));
    }
}
