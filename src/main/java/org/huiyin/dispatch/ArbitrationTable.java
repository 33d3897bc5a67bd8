package org.huiyin.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules of arbitration as data, and what was decided by them. */
@Repository
class ArbitrationTable {
    private final JdbcClient jdbc;

    ArbitrationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ArbitrationRule rule(LocalDate on) {
        return jdbc.sql("""
                        select bounces, refusing from dispatch.arbitration_rule
                        where valid_from <= :on order by valid_from desc limit 1""")
                .param("on", on)
                .query((row, number) -> new ArbitrationRule(row.getInt("bounces"), row.getInt("refusing")))
                .single();
    }

    /** 联席会议办公室 of a region, where it is not the 信访部门 that usually keeps it. */
    Optional<OrganId> conferenceOffice(String region) {
        return jdbc.sql("select organ from dispatch.conference_office where region = :region")
                .param("region", region)
                .query(String.class)
                .optional()
                .map(OrganId::new);
    }

    void insert(
            PetitionId petition,
            OrganId arbiter,
            OrganId designated,
            String reason,
            String number,
            Instant at,
            OfficerId by) {
        jdbc.sql("""
                        insert into dispatch.arbitration
                            (petition, arbiter, designated, reason, number, decided_at, decided_by)
                        values (:petition, :arbiter, :designated, :reason, :number, :at, :by)""")
                .param("petition", petition.value())
                .param("arbiter", arbiter.value())
                .param("designated", designated.value())
                .param("reason", reason)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }
}
