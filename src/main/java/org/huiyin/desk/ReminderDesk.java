package org.huiyin.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.supervision.Reminder;
import org.huiyin.supervision.Reminders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer sees of reminders beside a matter, and does about them. */
@Service
class ReminderDesk {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);

    private final CaseAccess access;
    private final Reminders reminders;
    private final Organs organs;
    private final EngineGateway engine;

    ReminderDesk(CaseAccess access, Reminders reminders, Organs organs, EngineGateway engine) {
        this.access = access;
        this.reminders = reminders;
        this.organs = organs;
        this.engine = engine;
    }

    /** Empty strings are not shown. */
    record Line(int id, String told, String asked, String answered, String reply, boolean mayReply) {}

    /** @param holder whom a reminder would reach; empty for who may not remind */
    record Page(boolean mayRemind, String holder, List<Line> reminders) {}

    @Transactional(readOnly = true)
    Page read(OfficerId officer, PetitionId id) {
        Petition petition = access.readable(officer, id);
        boolean mayRemind = reminders.mayRemind(officer, petition);
        return new Page(
                mayRemind,
                mayRemind ? name(reminders.holder(petition)) : "",
                reminders.of(id).stream()
                        .map(reminder -> line(reminder, reminders.mayReply(officer, petition, reminder)))
                        .toList());
    }

    @Transactional
    void remind(OfficerId officer, PetitionId id, String text) {
        access.readable(officer, id);
        engine.as(officer, () -> reminders.remind(id, text, officer));
    }

    @Transactional
    void reply(OfficerId officer, PetitionId id, int reminder, String text) {
        access.readable(officer, id);
        engine.as(officer, () -> reminders.reply(id, reminder, text, officer));
    }

    /** What waits for an answer of this officer, one sentence each. */
    @Transactional(readOnly = true)
    List<DigestPage.Reminded> waitingFor(OfficerId officer) {
        return reminders.waitingFor(officer).stream()
                .flatMap(reminder -> access.beside(officer, reminder.petition()).stream()
                        .map(petition -> new DigestPage.Reminded(
                                petition.id().value(), petition.title(), told(reminder), reminder.asked())))
                .toList();
    }

    private Line line(Reminder reminder, boolean mayReply) {
        return new Line(
                reminder.id(),
                told(reminder),
                reminder.asked(),
                reminder.reply()
                        .map(reply -> minute(reply.at()) + " " + name(reply.by()) + "回复")
                        .orElse(""),
                reminder.reply().map(Reminder.Reply::text).orElse(""),
                mayReply);
    }

    private String told(Reminder reminder) {
        return minute(reminder.at()) + " " + name(reminder.by()) + "催办" + name(reminder.holder());
    }

    private String name(OfficerId id) {
        return organs.findOfficer(id).map(this::name).orElse(id.value());
    }

    private String name(Officer officer) {
        return officer.name() + "（"
                + organs.find(officer.organ()).map(Organ::name).orElse("") + "）";
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(EngineClock.BEIJING));
    }
}
