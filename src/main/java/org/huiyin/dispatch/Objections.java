package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.simplified.Exclusion;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 异议: what an organ says against a forwarding, and what its sender makes of it. It takes nothing away until it is agreed to. */
@Service
@Transactional
@Article("23")
class Objections {
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final ForwardingTable forwardings;
    private final Receivers receivers;
    private final Arrivals arrivals;
    private final Arbitration arbitration;
    private final UpwardLeaves leaves;
    private final Contributions contributions;
    private final SimplifiedProcedure simplified;
    private final Clock clock;

    Objections(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            ForwardingTable forwardings,
            Receivers receivers,
            Arrivals arrivals,
            Arbitration arbitration,
            UpwardLeaves leaves,
            Contributions contributions,
            SimplifiedProcedure simplified,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.forwardings = forwardings;
        this.receivers = receivers;
        this.arrivals = arrivals;
        this.arbitration = arbitration;
        this.leaves = leaves;
        this.contributions = contributions;
        this.simplified = simplified;
        this.clock = clock;
    }

    /**
     * The organ keeps the petition and its D4 runs on; what it has done in time is to object.
     *
     * @return the organ that decides in the sender's place, when the matter has become a dispute about competence
     */
    Optional<OrganId> object(
            PetitionId id, OrganId organ, Objection objection, Optional<LocalDate> paperReceivedOn, OfficerId by) {
        Forwarding forwarding = arrivals.signedFor(id, paperReceivedOn);
        refuseDesignated(forwarding);
        refuseLate(id);
        refuseProposal(id, organ, objection.proposedOrgan());
        leaves.refusePushingUp(id, organ, objection.proposedOrgan(), "proposedOrgan", "建议转送单位");
        leaves.lapse(id, "已提出异议");
        Optional<OrganId> arbiter = arbitration.arbiter(forwardings.of(id), refusing(id, organ));
        Paper letter = papers.issue(
                id,
                PaperKind.OBJECTION_LETTER,
                organ,
                by,
                Map.of(
                        "sender", forwarding.sender().value(),
                        "objectionReason", objection.reason(),
                        "proposedOrgan", objection.proposedOrgan().value()));
        forwardings.enter(forwarding.id(), ForwardingState.OBJECTED);
        forwardings.object(forwarding.id(), objection.proposedOrgan(), letter.number(), clock.instant(), by);
        journal.write(
                id,
                JournalKind.OBJECTED,
                Map.of(
                        "organ", organ.value(),
                        "proposedOrgan", objection.proposedOrgan().value(),
                        "number", letter.number()),
                Optional.of(objection.reason()));
        deadlines.met(id, ClockKind.D5, clock.instant(), "异议函" + letter.number());
        deadlines.start(
                id,
                ClockKind.D5A,
                clock.instant(),
                "异议函" + letter.number(),
                arbiter.orElse(forwarding.sender()),
                Optional.empty());
        arbiter.ifPresent(superior -> {
            journal.write(id, JournalKind.DISPUTE_RAISED, Map.of("organ", superior.value(), "number", letter.number()));
            simplified.exclude(id, Exclusion.CONTESTED);
        });
        return arbiter;
    }

    void review(PetitionId id, ObjectionDecision decision, String reason, OfficerId by) {
        cases.lock(id);
        Forwarding forwarding = forwardings.latest(id);
        Paper review = papers.issue(
                id,
                PaperKind.OBJECTION_REVIEW,
                forwarding.sender(),
                by,
                Map.of(
                        "objectingOrgan", forwarding.receiver().value(),
                        "objectionDecision", decision.label(),
                        "reviewReason", reason));
        forwardings.decide(forwarding.id(), decision, clock.instant(), by);
        deadlines.met(id, ClockKind.D5A, clock.instant(), "异议核实意见" + review.number());
        boolean agreed = decision == ObjectionDecision.AGREE;
        forwardings.enter(forwarding.id(), agreed ? ForwardingState.RETURNED : ForwardingState.WAITING);
        journal.write(
                id,
                agreed ? JournalKind.OBJECTION_AGREED : JournalKind.OBJECTION_REFUSED,
                Map.of("organ", forwarding.receiver().value(), "number", review.number()),
                Optional.of(reason));
        if (agreed) {
            deadlines.stopIfRunning(id, ClockKind.D4, "异议经核实同意，已退回");
            deadlines.stopIfRunning(id, ClockKind.D9, "异议经核实同意，已退回");
            deadlines.stopIfRunning(id, ClockKind.D11, "异议经核实同意，已退回");
            contributions.leadChanged(id);
            cases.entrust(id, forwarding.sender(), Optional.empty());
        }
    }

    private Set<OrganId> refusing(PetitionId id, OrganId now) {
        Set<OrganId> refusing = new HashSet<>(Set.of(now));
        List<Refusal> before = forwardings.refusals(id);
        before.forEach(refusal -> refusing.add(refusal.organ()));
        return refusing;
    }

    private static void refuseDesignated(Forwarding forwarding) {
        if (forwarding.designated()) {
            throw InvalidInput.of("decision", "决定", "本事项已经上级裁定由本机关办理，不得再提异议，请签收。");
        }
    }

    private void refuseLate(PetitionId id) {
        boolean inTime = deadlines
                .find(id, ClockKind.D5)
                .filter(objecting ->
                        objecting.isRunning() && !LocalDate.now(clock).isAfter(objecting.rawDue()))
                .isPresent();
        if (!inTime) {
            throw InvalidInput.of("decision", "决定", "提出异议的期限已过或者异议已经核实，本事项由本机关办理，请签收。");
        }
    }

    private void refuseProposal(PetitionId id, OrganId organ, OrganId proposed) {
        boolean known = receivers.handling(id).stream()
                .anyMatch(candidate -> candidate.id().equals(proposed));
        if (!known || proposed.equals(organ)) {
            throw InvalidInput.of("proposedOrgan", "建议转送单位", "请从列表中选择本机关以外的有权处理的机关、单位。");
        }
    }
}
