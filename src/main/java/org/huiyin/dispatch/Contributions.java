package org.huiyin.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.PetitionEnded;
import org.huiyin.deadline.Alerts;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Lamp;
import org.huiyin.deadline.Reminder;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.deadline.Turns;
import org.huiyin.engine.Actor;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.AnswerSent;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 协办意见: the helper answers in a task of its own, is reminded of its day and told when that is over. Nothing of it stops
 * the lead, which stays responsible (R5, R36), and nothing of it is a clock of the petitioner.
 */
@Service
@Transactional
@Article("24")
public class Contributions {
    private static final int LONGEST_ANSWER = 4000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TIME = 365;

    /** A matter that ends otherwise has been answered before. */
    private static final Set<EndReason> WITHOUT_ANSWER =
            Set.of(EndReason.DECLINED, EndReason.NOT_ACCEPTED_AGAIN, EndReason.GUIDED, EndReason.TRANSFERRED);

    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Alerts alerts;
    private final Organs organs;
    private final Helpers helpers;
    private final HelperTable table;
    private final ContributionProcess process;
    private final Clock clock;

    Contributions(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Alerts alerts,
            Organs organs,
            Helpers helpers,
            HelperTable table,
            ContributionProcess process,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.alerts = alerts;
        this.organs = organs;
        this.helpers = helpers;
        this.table = table;
        this.process = process;
        this.clock = clock;
    }

    /** What the watch beside the task shows now, and until when. */
    record Watched(Lamp lamp, Optional<Instant> turnsAt) {}

    /** A request of this petition. */
    @Transactional(readOnly = true)
    public Helper get(PetitionId id, long request) {
        return table.of(id).stream()
                .filter(helper -> helper.id() == request)
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("contribution", "协办", "这件事项没有这项协办请求，请刷新后重试。"));
    }

    /** In time or late; after it was withdrawn there is no task any more. */
    void give(PetitionId id, long request, String text, OfficerId by) {
        cases.lock(id);
        Helper helper = get(id, request);
        String answer = CleanText.of("contribution", "协办意见", text, LONGEST_ANSWER);
        if (answer.isEmpty()) {
            throw InvalidInput.of("contribution", "协办意见", "必须填写；与本单位职责无关的，请写明理由。");
        }
        table.answer(request, answer, clock.instant(), by);
        journal.write(
                id,
                JournalKind.HELPER_ANSWERED,
                Map.of("organ", helper.organ().value(), "rawDue", helper.due().toString()),
                Optional.of(answer));
        alerts.settle(subject(helper));
    }

    /** The lead, or whoever sent the matter, sets another day; the helper is reminded of that one. */
    public void postpone(PetitionId id, long request, LocalDate due, String reason, OfficerId by) {
        Helper helper = ours(id, request, by);
        LocalDate today = LocalDate.now(clock);
        if (!due.isAfter(today) || due.isAfter(today.plusDays(LONGEST_TIME))) {
            throw InvalidInput.of("due", "协办期限", "应当晚于今天，不超过一年。");
        }
        if (due.equals(helper.due())) {
            throw InvalidInput.of("due", "协办期限", "与现在的期限相同，请另选日期。");
        }
        String why = reason(reason, "调整理由");
        table.setDue(request, due);
        alerts.settle(subject(helper));
        helper.instance().ifPresent(instance -> process.dueChanged(id, instance, due));
        journal.write(
                id,
                JournalKind.HELPER_POSTPONED,
                Map.of(
                        "organ", helper.organ().value(),
                        "rawBefore", helper.due().toString(),
                        "rawDue", due.toString()),
                Optional.of(why));
    }

    public void withdraw(PetitionId id, long request, String reason, OfficerId by) {
        Helper helper = ours(id, request, by);
        withdraw(helper, reason(reason, "撤回理由"));
    }

    /** The lead is another organ: what the one before asked is asked no longer. */
    void leadChanged(PetitionId id) {
        withdrawAll(id, "主办单位已经变更");
    }

    /** Once the answer is out nothing of it can be taken into account. */
    @EventListener
    void on(AnswerSent answered) {
        withdrawAll(answered.petition(), "答复已经送出，不再需要协办意见");
    }

    @EventListener
    void on(PetitionEnded ended) {
        if (WITHOUT_ANSWER.contains(ended.reason())) {
            withdrawAll(ended.petition(), "信访事项已经办结");
        }
    }

    /**
     * The lamp of the request at this moment. Whoever owes the answer is told when it turns yellow, and when the day is over
     * the heads of his organ and the lead too.
     */
    Watched turn(PetitionId id, long request) {
        Petition petition = cases.lock(id);
        Helper helper = get(id, request);
        Turns turns = turns(helper);
        Lamp lamp = turns.at(clock.instant());
        if (!helper.isOpen() || lamp == Lamp.GREEN) {
            return new Watched(Lamp.GREEN, Optional.of(turns.yellowAt()));
        }
        if (lamp == Lamp.OVERDUE) {
            journal.write(
                    id,
                    JournalKind.HELPER_OVERDUE,
                    Map.of(
                            "organ",
                            helper.organ().value(),
                            "rawDue",
                            helper.due().toString()));
            remind(helper, Lamp.OVERDUE, everybody(helper, petition));
            return new Watched(Lamp.OVERDUE, Optional.empty());
        }
        remind(helper, Lamp.YELLOW, Set.of(owing(helper)));
        return new Watched(Lamp.YELLOW, Optional.of(turns.overdueAt()));
    }

    private Turns turns(Helper helper) {
        LocalDate from = helper.askedAt().atZone(EngineClock.BEIJING).toLocalDate();
        return deadlines.warnings(ClockKind.T3, from, new SetDate(helper.due(), helper.lead()), helper.organ());
    }

    private void remind(Helper helper, Lamp lamp, Set<OfficerId> told) {
        String name = "协办意见（" + organs.get(helper.organ()).name() + "）";
        alerts.remind(new Reminder(subject(helper), helper.petition(), name, lamp, helper.due(), helper.organ()), told);
    }

    private OfficerId owing(Helper helper) {
        return helper.instance()
                .flatMap(process::atWork)
                .orElseGet(() -> organs.firstResponsible(helper.organ()).id());
    }

    private Set<OfficerId> everybody(Helper helper, Petition petition) {
        Set<OfficerId> told = new LinkedHashSet<>(Set.of(owing(helper)));
        organs.officers(helper.organ(), Role.SIGN).stream().map(Officer::id).forEach(told::add);
        told.add(petition.person()
                .orElseGet(() -> organs.firstResponsible(petition.organ()).id()));
        return told;
    }

    private Helper ours(PetitionId id, long request, OfficerId by) {
        Petition petition = cases.lock(id);
        helpers.requireAsking(petition, by);
        Helper helper = get(id, request);
        if (!helper.isOpen()) {
            throw InvalidInput.of("contribution", "协办", "协办意见已经收到或者请求已经撤回，请刷新；需要再次协办的，请重新提出。");
        }
        return helper;
    }

    private void withdrawAll(PetitionId id, String why) {
        List<Helper> open = table.of(id).stream().filter(Helper::isOpen).toList();
        if (!open.isEmpty()) {
            cases.lock(id);
            open.forEach(helper -> withdraw(helper, why));
        }
    }

    void withdraw(Helper helper, String why) {
        table.withdraw(helper.id(), why, clock.instant(), Actor.current());
        helper.instance().ifPresent(process::withdrawn);
        journal.write(
                helper.petition(),
                JournalKind.HELPER_WITHDRAWN,
                Map.of("organ", helper.organ().value()),
                Optional.of(why));
        alerts.settle(subject(helper));
    }

    private static String subject(Helper helper) {
        return "contribution:" + helper.id();
    }

    private static String reason(String raw, String label) {
        String why = CleanText.of("reason", label, raw, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", label, "必须填写，会记入案卷。");
        }
        return why;
    }
}
