package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Movements;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 交办: a 信访部门 sets a date by which the result is to be reported, and the date is met when it has accepted the report
 * (D11). Whoever assigned, and nobody else, may grant a later one. The simplified procedure is shut out.
 */
@Service
@Transactional
@Article("22")
public class Assignments {
    /** Papers that answer the matter, one way or the other: before one of them there is no result to report. */
    private static final Set<PaperKind> RESULTS = Set.of(PaperKind.OPINION, PaperKind.SUGGESTION_REPLY);

    private static final Set<PaperKind> NOTICES = Set.of(PaperKind.DECLINE_NOTICE, PaperKind.NO_FURTHER_NOTICE);

    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Movements movements;
    private final Papers papers;
    private final Organs organs;
    private final ForwardingTable forwardings;
    private final AssignmentTable table;
    private final AssignmentProcess process;
    private final Clock clock;

    Assignments(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Movements movements,
            Papers papers,
            Organs organs,
            ForwardingTable forwardings,
            AssignmentTable table,
            AssignmentProcess process,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.movements = movements;
        this.papers = papers;
        this.organs = organs;
        this.forwardings = forwardings;
        this.table = table;
        this.process = process;
        this.clock = clock;
    }

    /** Whether the organ that has the matter got it by 交办; such a matter is not handled by the simplified procedure. */
    @Transactional(readOnly = true)
    public boolean isAssigned(PetitionId id) {
        return forwardings.find(id).filter(Forwarding::isAssignment).isPresent();
    }

    /** The last day a feedback may be set to: acceptance, handling and its extension in a row, as the time limits say. */
    @Transactional(readOnly = true)
    public LocalDate latestFeedback(OrganId receiver) {
        LocalDate accepted = deadlines.due(ClockKind.D4, today(), receiver).raw();
        LocalDate handled = deadlines.due(ClockKind.D6, accepted, receiver).raw();
        return deadlines.due(ClockKind.D7, handled, receiver).raw();
    }

    /** The present date of a feedback that this officer may put off, because his organ set it and it still runs. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> mayExtend(PetitionId id, OfficerId by) {
        return deadlines
                .find(id, ClockKind.D11)
                .filter(org.huiyin.deadline.Clock::isRunning)
                .filter(feedback -> feedback.terms()
                        .set()
                        .filter(set -> organs.organOf(by).map(Organ::id).equals(Optional.of(set.by())))
                        .isPresent())
                .map(org.huiyin.deadline.Clock::rawDue)
                .filter(due -> !due.isBefore(today()));
    }

    void refuse(OrganId sender, OrganId receiver, ForwardingOrder order) {
        if (!order.isAssignment()) {
            return;
        }
        if (!organs.isPetitionBureau(sender)) {
            throw InvalidInput.of("transferKind", "转办方式", "只有信访部门可以交办（第二十二条），请选择转送。");
        }
        refuseDate("feedbackDue", "反馈期限", order.feedbackDue().orElseThrow(), receiver);
    }

    void start(PetitionId id, OrganId sender, OrganId receiver, LocalDate feedbackDue, String evidence) {
        deadlines.startUntil(
                id,
                ClockKind.D11,
                clock.instant(),
                new SetDate(feedbackDue, sender),
                evidence,
                receiver,
                Optional.empty());
    }

    void signedIn(Forwarding forwarding, OfficerId handler) {
        if (forwarding.isAssignment()) {
            deadlines.hand(forwarding.petition(), ClockKind.D11, forwarding.receiver(), Optional.of(handler));
            process.begin(forwarding.petition(), forwarding.sender(), handler);
        }
    }

    void report(PetitionId id, String text, OfficerId by) {
        Petition petition = cases.lock(id);
        refuseWithoutResult(id);
        Forwarding assignment = assignment(id);
        Paper report = papers.issue(
                id,
                PaperKind.COMPLETION_REPORT,
                petition.organ(),
                by,
                Map.of("sender", assignment.sender().value(), "reportText", text));
        table.insert(id, text, report.number(), clock.instant(), by);
        journal.write(
                id,
                JournalKind.REPORTED,
                Map.of("organ", petition.organ().value(), "number", report.number()),
                Optional.of(text));
    }

    /** D11 is met by acceptance, not by sending something in. */
    void accept(PetitionId id, OfficerId by) {
        cases.lock(id);
        AssignmentReport report = latest(id).orElseThrow();
        table.decide(report.id(), ReportDecision.ACCEPT, "", clock.instant(), by);
        journal.write(id, JournalKind.REPORT_ACCEPTED, Map.of("number", report.number()));
        deadlines.met(id, ClockKind.D11, clock.instant(), "办结报告" + report.number() + "经审核认可");
    }

    void giveBack(PetitionId id, String reason, Optional<LocalDate> later, OfficerId by) {
        cases.lock(id);
        AssignmentReport report = latest(id).orElseThrow();
        table.decide(report.id(), ReportDecision.RETURN, reason, clock.instant(), by);
        journal.write(id, JournalKind.REPORT_RETURNED, Map.of("number", report.number()), Optional.of(reason));
        later.ifPresent(day -> extend(id, day, reason, by));
    }

    /** Only the organ that set the date may grant a later one; the same last day holds as for setting it. */
    public void extend(PetitionId id, LocalDate later, String reason, OfficerId by) {
        Petition petition = cases.lock(id);
        refuseDate("feedbackDue", "延长后的反馈期限", later, petition.organ());
        movements.extendUntil(id, ClockKind.D11, later, reason, by, Optional.empty());
    }

    @Transactional(readOnly = true)
    Optional<AssignmentReport> latest(PetitionId id) {
        return table.latest(id);
    }

    private Forwarding assignment(PetitionId id) {
        return forwardings
                .find(id)
                .filter(Forwarding::isAssignment)
                .orElseThrow(() -> new IllegalStateException("petition " + id + " was not assigned"));
    }

    private void refuseWithoutResult(PetitionId id) {
        boolean answered = papers.of(id).stream()
                .anyMatch(
                        paper -> (RESULTS.contains(paper.kind()) && paper.isSent()) || NOTICES.contains(paper.kind()));
        if (!answered) {
            throw InvalidInput.of("reportText", "办结情况", "处理意见书还没有送出，没有结果可以报送；请先办结本件。");
        }
    }

    private void refuseDate(String field, String label, LocalDate day, OrganId receiver) {
        LocalDate latest = latestFeedback(receiver);
        if (!day.isAfter(today())) {
            throw InvalidInput.of(field, label, "应当晚于今天。");
        }
        if (day.isAfter(latest)) {
            throw InvalidInput.of(field, label, "不得晚于" + latest + "：不能超过告知、办理和延长期限之和。");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
