package org.huiyin.urgent;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineClock;
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
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.huiyin.simplified.Exclusion;
import org.huiyin.simplified.SimplifiedProcedure;
import org.huiyin.urgent.UrgentAlert.Receipt;
import org.huiyin.urgent.UrgentAlert.Withdrawal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重大紧急: a matter is marked with its reason by whoever handles it, reported to the whole chain at once, and each addressee
 * acknowledges. The mark begins two targets of ours (D21, T2) and puts the open tasks on top; the clocks of the law run on
 * as they did (R58).
 */
@Service
@Transactional
@Article("25")
public class UrgentMatters {
    private static final int LONGEST_REASON = 500;
    private static final java.time.format.DateTimeFormatter MINUTE =
            java.time.format.DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", java.util.Locale.CHINA);

    private final UrgentTable table;
    private final ReportingChain chain;
    private final UrgentProcess process;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final Rights rights;
    private final Bars bars;
    private final SimplifiedProcedure simplified;
    private final Clock clock;

    UrgentMatters(
            UrgentTable table,
            ReportingChain chain,
            UrgentProcess process,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            Rights rights,
            Bars bars,
            SimplifiedProcedure simplified,
            Clock clock) {
        this.table = table;
        this.chain = chain;
        this.process = process;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.rights = rights;
        this.bars = bars;
        this.simplified = simplified;
        this.clock = clock;
    }

    /** Marks the matter and reports it, in the name of the officer's organ; who may is the caller's to decide. */
    public void flag(PetitionId id, UrgentReport report, OfficerId by) {
        Petition petition = cases.lock(id);
        report.refuseFuture(clock);
        Optional<UrgentAlert> before = table.latest(id);
        refuseUnlessOpen(petition, before);
        Organ organ = organs.organOf(by).orElseThrow(() -> InvalidInput.of("organ", "报告机关", "只有工作人员可以报告重大紧急信息。"));
        List<Addressee> addressees = chain.of(petition, organ);
        if (addressees.isEmpty()) {
            throw InvalidInput.of("addressees", "报送对象", "本件只能在专办人员范围内报告，而该范围内没有上报对象，请通过机要渠道直接报告。");
        }
        Instant now = clock.instant();
        deadlines.start(id, ClockKind.D21, report.knownAt(), "知悉重大紧急情况", organ.id(), Optional.of(by));
        deadlines.start(id, ClockKind.T2, now, "标为重大紧急", petition.organ(), petition.person());
        simplified.exclude(id, Exclusion.PRESSING);
        Paper paper = papers.issue(id, PaperKind.URGENT_REPORT, organ.id(), by, content(report, addressees));
        int version = before.map(UrgentAlert::version).orElse(0) + 1;
        table.insert(new UrgentAlert(
                id, version, report, organ.id(), by, now, paper.number(), Optional.empty(), receipts(addressees)));
        journal.write(
                id,
                JournalKind.URGENT_FLAGGED,
                Map.of(
                        "urgentKind", report.kind().name(),
                        "urgentLevel", report.level().name(),
                        "number", paper.number()),
                Optional.of(report.situation()));
        addressees.forEach(addressee -> addressee
                .organ()
                .ifPresent(receiver ->
                        process.report(id, receiver, addressee.person().orElseThrow())));
    }

    /** The addressee has taken note; what he orders is in the journal. */
    void acknowledge(PetitionId id, OrganId addressee, String note, OfficerId by) {
        acknowledge(id, receipt -> receipt.organ().equals(Optional.of(addressee)), note, by);
    }

    /** One outside of this system has confirmed by telephone or in writing: whoever reported to it enters that. */
    public void acknowledgedOutside(PetitionId id, int position, String note, OfficerId by) {
        String how = CleanText.of("note", "签收情况", note, LONGEST_REASON);
        if (how.isEmpty()) {
            throw InvalidInput.of("note", "签收情况", "请写明对方何人、何时、以何方式签收。");
        }
        acknowledge(id, receipt -> receipt.organ().isEmpty() && receipt.position() == position, how, by);
    }

    private void acknowledge(PetitionId id, java.util.function.Predicate<Receipt> whose, String note, OfficerId by) {
        cases.lock(id);
        UrgentAlert alert =
                table.latest(id).orElseThrow(() -> new IllegalStateException("nobody has marked " + id + " as urgent"));
        Receipt receipt = alert.receipts().stream()
                .filter(whose)
                .filter(open -> !open.isAcknowledged())
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("addressee", "报送对象", "没有待签收的报告，请刷新案卷。"));
        table.acknowledge(alert, receipt, by, clock.instant(), note);
        journal.write(id, JournalKind.URGENT_ACKNOWLEDGED, Map.of("addressee", receipt.addressee()), Optional.of(note));
        if (!alert.isWithdrawn() && table.latest(id).orElseThrow().isAcknowledgedByAll()) {
            deadlines.met(id, ClockKind.D21, clock.instant(), "各报送对象均已签收");
        }
    }

    /** Only with a reason, and only by somebody who answers for the organ or watches over it. */
    public void withdraw(PetitionId id, String reason, OfficerId by) {
        Petition petition = cases.lock(id);
        UrgentAlert alert = table.latest(id)
                .filter(latest -> !latest.isWithdrawn())
                .orElseThrow(() -> InvalidInput.of("urgent", "重大紧急", "本件没有标为重大紧急，无须撤销。"));
        if (!mayWithdraw(petition, by)) {
            throw InvalidInput.of("by", "撤销人", "只有负责人、领导或者督查人员可以撤销重大紧急标记，请报告后由其撤销。");
        }
        String why = CleanText.of("reason", "撤销理由", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "撤销理由", "必须填写。");
        }
        table.withdraw(alert, new Withdrawal(by, clock.instant(), why));
        journal.write(id, JournalKind.URGENT_WITHDRAWN, Map.of("number", alert.paper()), Optional.of(why));
        deadlines.stopIfRunning(id, ClockKind.D21, "撤销重大紧急标记");
        deadlines.stopIfRunning(id, ClockKind.T2, "撤销重大紧急标记");
    }

    @Transactional(readOnly = true)
    public boolean mayWithdraw(Petition petition, OfficerId by) {
        boolean inCircle = !petition.sealed() || rights.mayAnywhere(by, Right.VIEW_SEALED);
        return inCircle && rights.may(by, Right.WITHDRAW_URGENT, petition.organ(), petition.registeredBy());
    }

    /** The mark that was set last, withdrawn or not. */
    @Transactional(readOnly = true)
    public Optional<UrgentAlert> latest(PetitionId id) {
        return table.latest(id);
    }

    /** What an addressee reads: nothing of a matter sealed since, unless he is of its circle, or from which he is barred. */
    @Transactional(readOnly = true)
    @Article("30")
    Optional<UrgentAlert> toAcknowledge(PetitionId id, Optional<OfficerId> reader) {
        Petition petition = cases.get(id);
        boolean inCircle = !petition.sealed()
                || reader.filter(officer -> rights.mayAnywhere(officer, Right.VIEW_SEALED))
                        .isPresent();
        boolean barred =
                reader.filter(officer -> !bars.mayKnow(officer, petition)).isPresent();
        return table.latest(id).filter(alert -> inCircle && !barred);
    }

    @Transactional(readOnly = true)
    public boolean isFlagged(PetitionId id) {
        return table.isFlagged(id);
    }

    private static void refuseUnlessOpen(Petition petition, Optional<UrgentAlert> before) {
        if (petition.isDraft() || !petition.isOpen()) {
            throw InvalidInput.of("petition", "信访件", "尚未登记或者已经办结的信访件不能标为重大紧急；有新情况的请另行登记。");
        }
        if (before.filter(alert -> !alert.isWithdrawn()).isPresent()) {
            throw InvalidInput.of("petition", "信访件", "本件已经标为重大紧急并已报告，无须重复标记。");
        }
    }

    private static List<Receipt> receipts(List<Addressee> addressees) {
        List<Receipt> receipts = new ArrayList<>();
        for (Addressee addressee : addressees) {
            receipts.add(new Receipt(
                    receipts.size() + 1,
                    addressee.organ(),
                    addressee.name(),
                    addressee.duty(),
                    Optional.empty(),
                    Optional.empty(),
                    ""));
        }
        return receipts;
    }

    private static Map<String, String> content(UrgentReport report, List<Addressee> addressees) {
        return Map.of(
                "reportedTo", addressees.stream().map(Addressee::name).collect(Collectors.joining("、")),
                "urgentKind", report.level().label() + "，" + report.kind().label(),
                "knownAt", MINUTE.format(report.knownAt().atZone(EngineClock.BEIJING)),
                "peopleConcerned", report.people() == 0 ? "不详" : report.people() + "人",
                "urgentPlace", report.place(),
                "situation", report.situation(),
                "measures", report.measures());
    }
}
