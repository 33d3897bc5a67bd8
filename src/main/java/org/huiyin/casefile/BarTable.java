package org.huiyin.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Relation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.barred, kept by the functions of the database that say who must have nothing to do with a petition. */
@Repository
class BarTable {
    private final JdbcClient jdbc;

    BarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Works out anew who is barred; false when it is as it was. */
    boolean renew(PetitionId id) {
        return jdbc.sql("select casefile.renew_bars(:petition)")
                        .param("petition", id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Map<OfficerId, BarReason> of(PetitionId id) {
        Map<OfficerId, BarReason> barred = new LinkedHashMap<>();
        jdbc.sql("select officer, because from casefile.barred where petition = :petition order by officer")
                .param("petition", id.value())
                .query((rs, row) ->
                        barred.put(new OfficerId(rs.getString("officer")), BarReason.valueOf(rs.getString("because"))))
                .list();
        return barred;
    }

    Optional<BarReason> why(OfficerId officer, PetitionId id) {
        return jdbc.sql("select because from casefile.barred where petition = :petition and officer = :officer")
                .param("petition", id.value())
                .param("officer", officer.value())
                .query((rs, row) -> BarReason.valueOf(rs.getString("because")))
                .optional();
    }

    Set<PetitionId> hidden(OfficerId officer, Collection<PetitionId> among) {
        return jdbc
                .sql("select petition from casefile.barred where officer = :officer and petition = any(:petitions)")
                .param("officer", officer.value())
                .param("petitions", among.stream().map(PetitionId::value).toArray(String[]::new))
                .query((rs, row) -> new PetitionId(rs.getString("petition")))
                .stream()
                .collect(Collectors.toSet());
    }

    Set<String> hidden(OfficerId officer) {
        return jdbc
                .sql("select petition from casefile.barred where officer = :officer")
                .param("officer", officer.value())
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    Set<OrganId> accusedUnits(PetitionId id) {
        return jdbc
                .sql("select organ from casefile.accused_units(:petition)")
                .param("petition", id.value())
                .query((rs, row) -> new OrganId(rs.getString("organ")))
                .stream()
                .collect(Collectors.toSet());
    }

    void recuse(PetitionId id, OfficerId officer, Instant since) {
        jdbc.sql("""
                        insert into casefile.recused (petition, officer, since) values (:petition, :officer, :since)
                        on conflict do nothing""")
                .param("petition", id.value())
                .param("officer", officer.value())
                .param("since", PetitionTable.at(since))
                .update();
    }

    /** The petitions for which it may matter that staff or relations are others now. */
    List<PetitionId> withAccused() {
        return petitions(
                jdbc.sql("select distinct petition from casefile.accused where removed_at is null order by petition"));
    }

    /** The petitions that a relation may concern: any that speak against somebody, or those of the enterprise. */
    List<PetitionId> concernedBy(Relation relation) {
        return relation.enterprise().isEmpty()
                ? withAccused()
                : petitions(jdbc.sql("""
                                select petition from casefile.person where name = :name
                                union
                                select petition from casefile.accused where name = :name and removed_at is null
                                order by petition""").param("name", relation.enterprise().get()));
    }

    private static List<PetitionId> petitions(JdbcClient.StatementSpec select) {
        return select.query((rs, row) -> new PetitionId(rs.getString("petition")))
                .list();
    }
}
