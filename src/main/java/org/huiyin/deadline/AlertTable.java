package org.huiyin.deadline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.huiyin.deadline.Digest.Line;
import org.huiyin.deadline.Digest.Reminded;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlertTable {
    /** What one transaction has to tell: written in one statement. */
    static final class Raised {
        private final List<String> officers = new ArrayList<>();
        private final List<Long> clocks = new ArrayList<>();
        private final List<String> lamps = new ArrayList<>();

        void add(OfficerId officer, Clock clock) {
            officers.add(officer.value());
            clocks.add(clock.id());
            lamps.add(clock.lamp().name());
        }
    }

    private final JdbcClient jdbc;

    AlertTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recipient> escalation(Lamp lamp) {
        return jdbc.sql("select told from deadline.escalation where lamp = :lamp")
                .param("lamp", lamp.name())
                .query((rs, row) -> Recipient.valueOf(rs.getString("told")))
                .list();
    }

    void raise(Raised raised, LocalDate day, Instant now) {
        if (raised.officers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into deadline.alert (officer, day, clock, lamp, raised_at)
                        select officer, :day, clock, lamp, :now
                        from unnest(cast(:officers as text[]), cast(:clocks as bigint[]), cast(:lamps as text[]))
                            as told(officer, clock, lamp)
                        order by officer, clock
                        on conflict do nothing""")
                .param("day", day)
                .param("now", Timestamp.from(now))
                .param("officers", raised.officers.toArray(String[]::new))
                .param("clocks", raised.clocks.toArray(Long[]::new))
                .param("lamps", raised.lamps.toArray(String[]::new))
                .update();
    }

    /** A clock that turned twice on one day is told with its last lamp. */
    Digest digest(OfficerId officer, LocalDate day) {
        List<Line> lines = jdbc
                .sql("""
                        select distinct on (clock.id) clock.petition, clock.kind, limits.name, alert.lamp, clock.raw_due,
                               clock.state in ('RUNNING', 'HELD') as running
                        from deadline.alert
                        join deadline.clock on clock.id = alert.clock
                        join deadline.time_limit limits on limits.id = clock.time_limit
                        where alert.officer = :officer and alert.day = :day
                            and not exists (select 1 from casefile.barred
                                where barred.petition = clock.petition and barred.officer = alert.officer)
                        order by clock.id, alert.raised_at desc""")
                .param("officer", officer.value())
                .param("day", day)
                .query((rs, row) -> new Line(
                        new PetitionId(rs.getString("petition")),
                        ClockKind.ofCode(rs.getString("kind")),
                        rs.getString("name"),
                        Lamp.valueOf(rs.getString("lamp")),
                        rs.getObject("raw_due", LocalDate.class),
                        rs.getBoolean("running")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Line::lamp).reversed().thenComparing(Line::rawDue))
                .toList();
        return new Digest(day, isUnread(officer, day), lines, reminders(officer, day));
    }

    void remind(Reminder reminder, Collection<OfficerId> officers, LocalDate day, Instant now) {
        if (officers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into deadline.reminder (officer, day, subject, lamp, petition, name, due_on, raised_at)
                        select officer, :day, :subject, :lamp, :petition, :name, :due, :now
                        from unnest(cast(:officers as text[])) as told(officer)
                        order by officer
                        on conflict do nothing""")
                .param("day", day)
                .param("subject", reminder.subject())
                .param("lamp", reminder.lamp().name())
                .param("petition", reminder.petition().value())
                .param("name", reminder.name())
                .param("due", reminder.due())
                .param("now", Timestamp.from(now))
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .update();
    }

    void settle(String subject) {
        jdbc.sql("update deadline.reminder set settled = true where subject = :subject and not settled")
                .param("subject", subject)
                .update();
    }

    /** Of a subject that was raised twice on one day, the last lamp. */
    private List<Reminded> reminders(OfficerId officer, LocalDate day) {
        return jdbc
                .sql("""
                        select distinct on (subject) petition, name, lamp, due_on, settled from deadline.reminder
                        where officer = :officer and day = :day
                            and not exists (select 1 from casefile.barred
                                where barred.petition = reminder.petition and barred.officer = reminder.officer)
                        order by subject, raised_at desc""")
                .param("officer", officer.value())
                .param("day", day)
                .query((rs, row) -> new Reminded(
                        new PetitionId(rs.getString("petition")),
                        rs.getString("name"),
                        Lamp.valueOf(rs.getString("lamp")),
                        rs.getObject("due_on", LocalDate.class),
                        rs.getBoolean("settled")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Reminded::lamp).reversed().thenComparing(Reminded::due))
                .toList();
    }

    void read(OfficerId officer, LocalDate day, Instant now) {
        jdbc.sql("""
                        insert into deadline.digest_read (officer, day, read_at) values (:officer, :day, :now)
                        on conflict (officer, day) do update set read_at = excluded.read_at""")
                .param("officer", officer.value())
                .param("day", day)
                .param("now", Timestamp.from(now))
                .update();
    }

    private boolean isUnread(OfficerId officer, LocalDate day) {
        return jdbc.sql("""
                        select exists (
                            select 1 from (
                                select clock.petition, alert.raised_at from deadline.alert
                                join deadline.clock on clock.id = alert.clock
                                where officer = :officer and day = :day
                                union all
                                select petition, raised_at from deadline.reminder
                                where officer = :officer and day = :day) told
                            where not exists (select 1 from casefile.barred
                                where barred.petition = told.petition and barred.officer = :officer)
                              and raised_at > coalesce(
                                (select read_at from deadline.digest_read where officer = :officer and day = :day),
                                '-infinity'))""")
                .param("officer", officer.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
