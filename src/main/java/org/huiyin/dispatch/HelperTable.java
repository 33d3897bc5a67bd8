package org.huiyin.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code dispatch.helper}; whoever writes one holds the row of the petition. */
@Repository
class HelperTable {
    private final JdbcClient jdbc;

    HelperTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Helper insert(PetitionId petition, OrganId lead, HelperOrder order, Instant at, OfficerId by) {
        long id = jdbc.sql("""
                        insert into dispatch.helper (petition, lead, organ, due_on, asked, asked_at, asked_by)
                        values (:petition, :lead, :organ, :due, :asked, :at, :by)
                        returning id""")
                .param("petition", petition.value())
                .param("lead", lead.value())
                .param("organ", order.organ().value())
                .param("due", order.due())
                .param("asked", order.asked())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .query(Long.class)
                .single();
        return new Helper(id, petition, lead, order.organ(), order.due(), order.asked());
    }

    List<Helper> of(PetitionId petition) {
        return jdbc.sql("""
                        select id, petition, lead, organ, due_on, asked from dispatch.helper
                        where petition = :petition order by id""")
                .param("petition", petition.value())
                .query((row, number) -> new Helper(
                        row.getLong("id"),
                        new PetitionId(row.getString("petition")),
                        new OrganId(row.getString("lead")),
                        new OrganId(row.getString("organ")),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("asked")))
                .list();
    }
}
