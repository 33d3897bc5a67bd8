package org.huiyin.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.huiyin.organ.Rights;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 催办: a supervisor asks whoever has a matter in hand to get on with it, at most once a day, and is answered. It moves no
 * clock and no step; formal supervision (正式督办) is another thing.
 */
@Service
@Transactional
public class Reminders {
    private static final int LONGEST_ASKED = 500;
    private static final int LONGEST_REPLY = 1_000;
    private static final int SHORTEST = 2;

    private final ReminderTable table;
    private final CaseFile cases;
    private final Bars bars;
    private final Journal journal;
    private final Rights rights;
    private final Organs organs;
    private final Clock clock;

    Reminders(
            ReminderTable table,
            CaseFile cases,
            Bars bars,
            Journal journal,
            Rights rights,
            Organs organs,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.bars = bars;
        this.journal = journal;
        this.rights = rights;
        this.organs = organs;
        this.clock = clock;
    }

    /** The newest first; whether the one who asks may see the matter is the caller's to decide. */
    @Transactional(readOnly = true)
    public List<Reminder> of(PetitionId id) {
        return table.of(id);
    }

    /** What this officer has not answered yet. */
    @Transactional(readOnly = true)
    public List<Reminder> waitingFor(OfficerId officer) {
        return table.waitingFor(officer);
    }

    @Transactional(readOnly = true)
    public boolean mayRemind(OfficerId officer, Petition petition) {
        Right right = petition.sealed() ? Right.VIEW_SEALED : Right.VIEW_CASE;
        return isInHand(petition)
                && bars.mayKnow(officer, petition)
                && rights.may(officer, Right.REMIND, petition.organ())
                && rights.may(officer, right, petition.organ());
    }

    /** Whoever was reminded, whoever has it now, or who signs for the organ that has it. */
    @Transactional(readOnly = true)
    public boolean mayReply(OfficerId officer, Petition petition, Reminder reminder) {
        return !reminder.isAnswered()
                && bars.mayKnow(officer, petition)
                && !reminder.by().equals(officer)
                && (reminder.holder().equals(officer)
                        || petition.person().equals(Optional.of(officer))
                        || organs.mayWork(officer, petition.organ(), Role.SIGN));
    }

    public void remind(PetitionId id, String text, OfficerId by) {
        Petition petition = cases.lock(id);
        if (!isInHand(petition)) {
            throw InvalidInput.of("asked", "催办内容", "这件事项已经办结或者还没有登记，不用催办。");
        }
        if (!mayRemind(by, petition)) {
            throw new RightMissing(Right.REMIND);
        }
        String asked = typed("asked", "催办内容", text, LONGEST_ASKED);
        LocalDate today = LocalDate.now(clock);
        if (table.isReminded(id, today)) {
            throw InvalidInput.of("asked", "催办内容", "今天已经催办过这件事项，请先看对方的回复，明天再催办。");
        }
        OfficerId holder = holder(petition);
        if (holder.equals(by)) {
            throw InvalidInput.of("asked", "催办内容", "这件事项就在您本人手里，不用催办自己。");
        }
        table.insert(petition, holder, asked, by, today, clock.instant());
        journal.write(
                id,
                JournalKind.REMINDED,
                Map.of("organ", petition.organ().value(), "person", holder.value()),
                Optional.of(asked));
    }

    public void reply(PetitionId id, int reminder, String text, OfficerId by) {
        Petition petition = cases.lock(id);
        Reminder asked = table.of(id).stream()
                .filter(found -> found.id() == reminder)
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("reply", "回复", "这件事项没有这次催办，请刷新后重试。"));
        if (asked.isAnswered()) {
            throw InvalidInput.of("reply", "回复", "这次催办已经回复过，请刷新后查看。");
        }
        if (!mayReply(by, petition, asked)) {
            throw InvalidInput.of("reply", "回复", "应由被催办的人、现在的承办人或者责任单位的负责人回复。");
        }
        String reply = typed("reply", "回复", text, LONGEST_REPLY);
        table.answer(reminder, reply, by, clock.instant());
        journal.write(id, JournalKind.REMINDER_ANSWERED, Map.of(), Optional.of(reply));
    }

    /** R25: somebody answers for it at every moment, the organ's first-responsible person where nobody is named. */
    @Transactional(readOnly = true)
    public OfficerId holder(Petition petition) {
        return petition.person()
                .filter(person -> bars.mayKnow(person, petition))
                .orElseGet(() -> organs.firstResponsible(petition.organ()).id());
    }

    private static boolean isInHand(Petition petition) {
        return petition.isOpen() && !petition.isDraft();
    }

    private static String typed(String field, String label, String text, int longest) {
        String clean = CleanText.of(field, label, text, longest);
        if (clean.length() < SHORTEST) {
            throw InvalidInput.of(field, label, "必须写明，至少两个字。");
        }
        return clean;
    }
}
