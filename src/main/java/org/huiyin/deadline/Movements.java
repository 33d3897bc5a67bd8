package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Moves.Entry;
import org.huiyin.deadline.Terms.Extension;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What moves a clock that runs. Each verb locks the row of the petition first; what the time limit does not allow is
 * refused with an {@link org.huiyin.kernel.InvalidInput} that names the field, the article and the way out.
 */
@Service
@Transactional
public class Movements {
    private final ClockTable clocks;
    private final HoldTable holds;
    private final TimeLimits limits;
    private final MovementRules rules;
    private final Moves moves;
    private final Deadlines deadlines;
    private final CaseFile caseFile;
    private final java.time.Clock time;

    Movements(
            ClockTable clocks,
            HoldTable holds,
            TimeLimits limits,
            MovementRules rules,
            Moves moves,
            Deadlines deadlines,
            CaseFile caseFile,
            java.time.Clock time) {
        this.clocks = clocks;
        this.holds = holds;
        this.limits = limits;
        this.rules = rules;
        this.moves = moves;
        this.deadlines = deadlines;
        this.caseFile = caseFile;
        this.time = time;
    }

    /**
     * Lengthens a clock, once, before the last second of its plain count.
     *
     * @param days 1 up to what the time limit gives, in its unit; added to the plain count
     * @param approver a head of the organ that holds the clock, who does not handle the matter himself
     * @param paper the notice that tells the petitioner
     */
    @Article("34")
    public void extend(
            PetitionId petition, ClockKind kind, int days, String reason, OfficerId approver, Optional<String> paper) {
        Petition matter = caseFile.lock(petition);
        Clock clock = rules.running(petition, kind, "延长");
        ExtensionRule rule = rules.refuseExtension(clock, days);
        String why = rules.reason("延长理由", reason);
        rules.refuseApprover(clock, approver, matter.person());
        Extension extension = new Extension(days, rule.basis(), why, approver, today(), paper);
        moves.move(clock, now -> now.with(now.terms().extended(extension)), extended(extension));
    }

    /** For how many days at most a running clock may be lengthened; none where the head may not, or when it has ended. */
    @Article("34")
    @Transactional(readOnly = true)
    public Optional<Integer> longestExtension(PetitionId petition, ClockKind kind) {
        return deadlines.find(petition, kind).filter(Clock::isRunning).flatMap(rules::longestExtension);
    }

    /** What {@link #extend} would refuse of this clock and length, before anybody is asked to approve it. */
    @Article("34")
    @Transactional(readOnly = true)
    public void refuseExtension(PetitionId petition, ClockKind kind, int days) {
        rules.refuseExtension(rules.running(petition, kind, "延长"), days);
    }

    /**
     * Whoever set the date of a clock (交办反馈, 执行跟踪) grants a later one, as often as he sees fit.
     *
     * @param last after the present one
     * @param by an officer of the organ that set it
     */
    public void extendUntil(
            PetitionId petition, ClockKind kind, LocalDate last, String reason, OfficerId by, Optional<String> paper) {
        caseFile.lock(petition);
        Clock clock = rules.running(petition, kind, "延长");
        SetDate set = rules.refuseLaterDate(clock, last, by);
        String why = rules.reason("延长理由", reason);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(set.on(), last));
        Extension extension = new Extension(days, limits.of(clock).source(), why, by, today(), paper);
        moves.move(clock, now -> now.with(now.terms().extended(extension)), extended(extension));
    }

    /**
     * Stops a clock where its time limit allows it (by law the re-review alone, while a hearing is held). Today still counts.
     *
     * @param by an officer of the organ that holds the clock
     */
    @Article("36")
    public void hold(PetitionId petition, ClockKind kind, String reason, OfficerId by) {
        caseFile.lock(petition);
        Clock clock = rules.running(petition, kind, "暂停");
        rules.refuseHold(clock, by);
        String why = rules.reason("暂停理由", reason);
        holds.begin(clock.id(), today(), why, by);
        moves.move(
                clock,
                now -> now.in(ClockState.HELD, now.span().turns().at(time.instant())),
                new Entry(JournalKind.CLOCK_HELD, ClockFacts::held, Optional.of(why)));
    }

    /** Lets a held clock run again from tomorrow on, with the days that were left. */
    @Article("36")
    public void release(PetitionId petition, ClockKind kind, OfficerId by) {
        caseFile.lock(petition);
        Clock clock = rules.held(petition, kind);
        rules.refuseOther(clock, by, "恢复计时");
        holds.end(clock.id(), today(), by);
        moves.move(
                clock,
                now -> now.in(ClockState.RUNNING, now.lamp()),
                Entry.of(JournalKind.CLOCK_RELEASED, ClockFacts::moved));
    }

    /**
     * From the simplified procedure to the ordinary one, at any time before the answer: 受理 counts from the same receipt,
     * 办理 from the same 受理.
     */
    public void toOrdinary(PetitionId petition, String why) {
        caseFile.lock(petition);
        String reason = rules.reason("转为普通程序的理由", why);
        List<Clock> simplified = clocks.of(petition).stream()
                .filter(clock -> clock.isOpen() && clock.kind().ordinary().isPresent())
                .toList();
        rules.refuseNothingToConvert(simplified);
        for (Clock clock : simplified) {
            deadlines.stopIfRunning(petition, clock.kind(), "转为普通程序：" + reason);
            ordinary(clock)
                    .ifPresent(kind -> deadlines.start(
                            petition,
                            kind,
                            clock.start().at(),
                            clock.start().evidence() + "，" + Explanation.day(today()) + "由简易程序转为普通程序",
                            clock.holder(),
                            clock.person()));
        }
        moves.renewDueDates(petition);
    }

    /** What came to the organ directly has its notice under D3, which runs already. */
    private Optional<ClockKind> ordinary(Clock simplified) {
        boolean direct = simplified.kind() == ClockKind.D9
                && deadlines
                        .find(simplified.petition(), ClockKind.D3)
                        .filter(Clock::isOpen)
                        .isPresent();
        return direct ? Optional.empty() : simplified.kind().ordinary();
    }

    /** The petitioner was told by when; the date never moves before that one again. Nothing happens when the clock has ended. */
    public void told(PetitionId petition, ClockKind kind, String paper) {
        caseFile.lock(petition);
        Clock clock = deadlines
                .find(petition, kind)
                .orElseThrow(() -> new IllegalStateException(kind + " never started on " + petition.value()));
        if (clock.isOpen()) {
            LocalDate due = limits.of(clock).petitionerWindow() ? clock.legalDue() : clock.rawDue();
            moves.move(
                    clock,
                    now -> now.with(now.terms().told(new Told(due, paper))),
                    Entry.of(JournalKind.CLOCK_TOLD, now -> ClockFacts.told(kind, due, paper)));
        }
    }

    private static Entry extended(Extension extension) {
        return new Entry(
                JournalKind.CLOCK_EXTENDED,
                clock -> ClockFacts.extended(clock, extension),
                Optional.of(extension.reason()));
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}
