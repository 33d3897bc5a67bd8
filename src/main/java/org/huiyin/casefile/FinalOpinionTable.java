package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.final_opinion and casefile.no_more_rule. */
@Repository
class FinalOpinionTable {
    private final JdbcClient jdbc;

    FinalOpinionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            PetitionId petition,
            String number,
            String organ,
            LocalDate on,
            boolean inSystem,
            OfficerId by,
            Instant at) {
        jdbc.sql("""
                        insert into casefile.final_opinion
                            (petition, number, organ, issued_on, in_system, entered_by, entered_at)
                        values (:petition, :number, :organ, :on, :inSystem, :by, :at)""")
                .param("petition", petition.value())
                .param("number", number)
                .param("organ", organ)
                .param("on", on)
                .param("inSystem", inSystem)
                .param("by", by.value())
                .param("at", PetitionTable.at(at))
                .update();
    }

    int withdraw(long id, PetitionId petition, String because, OfficerId by, Instant at) {
        return jdbc.sql("""
                        update casefile.final_opinion
                        set withdrawn_by = :by, withdrawn_at = :at, withdrawn_because = :because
                        where id = :id and petition = :petition and withdrawn_at is null and not in_system""")
                .param("by", by.value())
                .param("at", PetitionTable.at(at))
                .param("because", because)
                .param("id", id)
                .param("petition", petition.value())
                .update();
    }

    /** Those in force, the newest first. */
    List<FinalOpinion> of(Collection<PetitionId> petitions) {
        return jdbc.sql("""
                        select id, petition, number, organ, issued_on, in_system from casefile.final_opinion
                        where petition = any(:petitions) and withdrawn_at is null order by issued_on desc, id desc""")
                .param("petitions", petitions.stream().map(PetitionId::value).toArray(String[]::new))
                .query(FinalOpinionTable::opinion)
                .list();
    }

    Optional<NoMoreRule> rule(String region, EndReason after, LocalDate today) {
        return jdbc.sql("""
                        select law, article from casefile.no_more_rule
                        where end_reason = :reason and valid_from <= :today
                            and (valid_until is null or valid_until >= :today)
                            and (region = :region or region = left(:region, 4) || '00' or region = left(:region, 2) || '0000')
                        order by region desc, valid_from desc limit 1""")
                .param("region", region)
                .param("reason", after.name())
                .param("today", today)
                .query((rs, row) -> new NoMoreRule(rs.getString("law"), rs.getString("article")))
                .optional();
    }

    private static FinalOpinion opinion(ResultSet rs, int row) throws SQLException {
        return new FinalOpinion(
                rs.getLong("id"),
                new PetitionId(rs.getString("petition")),
                rs.getString("number"),
                rs.getString("organ"),
                rs.getObject("issued_on", LocalDate.class),
                rs.getBoolean("in_system"));
    }
}
