package org.huiyin.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code dispatch.upward_leave}; whoever writes one holds the row of the petition. */
@Repository
class LeaveTable {
    private final JdbcClient jdbc;

    LeaveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(PetitionId petition, OrganId organ) {
        return jdbc.sql(
                        "select exists (select 1 from dispatch.upward_leave where petition = :petition and organ = :organ)")
                .param("petition", petition.value())
                .param("organ", organ.value())
                .query(Boolean.class)
                .single();
    }

    void insert(PetitionId petition, OrganId organ, String reason, Instant at, OfficerId by) {
        jdbc.sql("""
                        insert into dispatch.upward_leave (petition, organ, reason, granted_at, granted_by)
                        values (:petition, :organ, :reason, :at, :by)""")
                .param("petition", petition.value())
                .param("organ", organ.value())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }
}
