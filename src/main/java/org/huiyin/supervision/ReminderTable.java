package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.Petition;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** supervision.reminder; whoever writes a row holds the petition's. */
@Repository
class ReminderTable {
    private static final String SELECT = """
            select r.id, r.petition, r.organ, r.holder, r.asked, r.reminded_by, r.reminded_at, r.reply, r.replied_by,
                r.replied_at
            from supervision.reminder r
            """;

    private final JdbcClient jdbc;

    ReminderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Petition petition, OfficerId holder, String asked, OfficerId by, LocalDate day, Instant now) {
        jdbc.sql("""
                        insert into supervision.reminder
                            (petition, day, organ, holder, asked, reminded_by, reminded_at)
                        values (:petition, :day, :organ, :holder, :asked, :by, :now)""")
                .param("petition", petition.id().value())
                .param("day", day)
                .param("organ", petition.organ().value())
                .param("holder", holder.value())
                .param("asked", asked)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void answer(int id, String reply, OfficerId by, Instant now) {
        jdbc.sql("""
                        update supervision.reminder set reply = :reply, replied_by = :by, replied_at = :now
                        where id = :id""")
                .param("reply", reply)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    boolean isReminded(PetitionId petition, LocalDate day) {
        return jdbc.sql("select exists (select 1 from supervision.reminder where petition = :petition and day = :day)")
                .param("petition", petition.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The newest first. */
    List<Reminder> of(PetitionId petition) {
        return jdbc.sql(SELECT + "where r.petition = :petition order by r.id desc")
                .param("petition", petition.value())
                .query((rs, row) -> reminder(rs))
                .list();
    }

    /** What this officer was reminded of and has not answered, of matters that are open and that he may know of. */
    List<Reminder> waitingFor(OfficerId officer) {
        return jdbc.sql(SELECT + """
                        join supervision.matter m on m.petition = r.petition and m.ended_on is null
                        where r.holder = :officer and r.replied_at is null
                            and not exists (
                                select 1 from casefile.barred b where b.petition = r.petition and b.officer = :officer)
                        order by r.id""")
                .param("officer", officer.value())
                .query((rs, row) -> reminder(rs))
                .list();
    }

    private static Reminder reminder(ResultSet rs) throws SQLException {
        Optional<OffsetDateTime> answered = Optional.ofNullable(rs.getObject("replied_at", OffsetDateTime.class));
        String reply = rs.getString("reply");
        String repliedBy = rs.getString("replied_by");
        return new Reminder(
                rs.getInt("id"),
                new PetitionId(rs.getString("petition")),
                new OrganId(rs.getString("organ")),
                new OfficerId(rs.getString("holder")),
                rs.getString("asked"),
                new OfficerId(rs.getString("reminded_by")),
                rs.getObject("reminded_at", OffsetDateTime.class).toInstant(),
                answered.map(at -> new Reminder.Reply(reply, new OfficerId(repliedBy), at.toInstant())));
    }
}
