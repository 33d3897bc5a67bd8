package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of 分流转办. From its arrival in an organ's list the petition is that organ's, and its clocks run: signing in starts
 * nothing, and an objection takes nothing away until the sender has agreed to it.
 */
@Service
@Transactional
public class Dispatch {
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final ForwardingTable forwardings;
    private final Routing routing;
    private final RoutingTable decisions;
    private final Clock clock;

    Dispatch(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            ForwardingTable forwardings,
            Routing routing,
            RoutingTable decisions,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.forwardings = forwardings;
        this.routing = routing;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Every way this petition has gone, the returned ones too: their number is a figure of its own (退回率). */
    @Transactional(readOnly = true)
    public List<Forwarding> of(PetitionId id) {
        return forwardings.of(id);
    }

    /** R6: the lowest competent organ, as far as the duty lists and the place tell. */
    @Transactional(readOnly = true)
    Proposal proposal(PetitionId id, OrganId sender) {
        return routing.propose(id, sender, returnedBy(id));
    }

    @Article("22")
    void forward(PetitionId id, OrganId sender, OrganId receiver, String reason, OfficerId by) {
        cases.lock(id);
        Set<OrganId> returned = returnedBy(id);
        refuseReceiver(sender, receiver, returned);
        Proposal proposal = routing.propose(id, sender, returned);
        refuseBorrowedReason(proposal, receiver, reason);
        decisions.insert(id, proposal, receiver, reason, clock.instant(), by);
        Paper letter = papers.issue(
                id,
                PaperKind.FORWARDING_LETTER,
                sender,
                by,
                Map.of("receivingOrgan", receiver.value(), "forwardReason", reason));
        forwardings.insert(id, sender, receiver, letter.number(), clock.instant(), by);
        journal.write(
                id,
                JournalKind.FORWARDED,
                Map.of("sender", sender.value(), "organ", receiver.value(), "number", letter.number()),
                Optional.of(reason));
        tellWhereItWent(id, sender, receiver, by);
        deadlines.met(id, ClockKind.sorting(organs.get(sender)), clock.instant(), "转送函" + letter.number());
        String arrival = "转送函" + letter.number() + "到达本机关待办";
        deadlines.start(id, ClockKind.D4, clock.instant(), arrival, receiver, Optional.empty());
        deadlines.start(id, ClockKind.D5, clock.instant(), arrival, receiver, Optional.empty());
        cases.entrust(id, receiver, Optional.empty());
    }

    @Article("23")
    void signIn(PetitionId id, OrganId organ, OfficerId handler, Optional<LocalDate> paperReceivedOn) {
        Forwarding forwarding = arrived(id, paperReceivedOn);
        if (!organs.mayWork(handler, organ, Role.HANDLE)) {
            throw InvalidInput.of("handler", "承办人", "不是本机关的承办人，请从列表中选择。");
        }
        forwardings.enter(forwarding.id(), ForwardingState.SIGNED_IN);
        journal.write(id, JournalKind.SIGNED_IN, Map.of("organ", organ.value(), "handler", handler.value()));
        deadlines.met(id, ClockKind.D5, clock.instant(), "签收");
        deadlines.hand(id, ClockKind.D4, organ, Optional.of(handler));
        cases.entrust(id, organ, Optional.of(handler));
    }

    /** The organ keeps the petition and its D4 runs on; what it has done in time is to object. */
    @Article("23")
    void object(PetitionId id, OrganId organ, Objection objection, Optional<LocalDate> paperReceivedOn, OfficerId by) {
        Forwarding forwarding = arrived(id, paperReceivedOn);
        refuseLateObjection(id);
        refuseProposal(organ, objection.proposedOrgan());
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
                id, ClockKind.D5A, clock.instant(), "异议函" + letter.number(), forwarding.sender(), Optional.empty());
    }

    @Article("23")
    void reviewObjection(PetitionId id, ObjectionDecision decision, String reason, OfficerId by) {
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
            cases.entrust(id, forwarding.sender(), Optional.empty());
        }
    }

    /** The paper may have come before the list: then the clocks run from the paper (article 23 counts from receipt). */
    private Forwarding arrived(PetitionId id, Optional<LocalDate> paperReceivedOn) {
        LocalDate received = LocalDate.ofInstant(cases.lock(id).receivedAt(), clock.getZone());
        Forwarding forwarding = forwardings.latest(id);
        LocalDate listed = LocalDate.ofInstant(forwarding.forwardedAt(), clock.getZone());
        paperReceivedOn.ifPresent(day -> {
            refusePaperDay(day, received);
            forwardings.paperReceived(forwarding.id(), day);
            if (day.isBefore(listed)) {
                moveToPaper(id, ClockKind.D4, day);
                moveToPaper(id, ClockKind.D5, day);
            }
        });
        return forwarding;
    }

    private void moveToPaper(PetitionId id, ClockKind kind, LocalDate day) {
        deadlines
                .find(id, kind)
                .filter(running ->
                        running.isRunning() && day.isBefore(running.start().on()))
                .ifPresent(running -> deadlines.startEarlier(id, kind, day, "纸质材料收到日期"));
    }

    private void refusePaperDay(LocalDate day, LocalDate received) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw InvalidInput.of("paperReceivedOn", "纸质材料收到日期", "不能晚于今天，请改为今天或更早的日期。");
        }
        if (day.isBefore(received)) {
            throw InvalidInput.of("paperReceivedOn", "纸质材料收到日期", "不能早于信访事项的收到日期" + received + "，请核对。");
        }
    }

    private void refuseReceiver(OrganId sender, OrganId receiver, Set<OrganId> returned) {
        if (receiver.equals(sender)) {
            throw wrongReceiver("转送单位不能是本机关。");
        }
        Optional<Organ> organ = organs.receivers().stream()
                .filter(candidate -> candidate.id().equals(receiver))
                .findFirst();
        if (organ.isEmpty()) {
            throw wrongReceiver("该单位不承办信访事项，请从列表中选择有权处理的机关、单位。");
        }
        if (returned.contains(receiver)) {
            throw wrongReceiver("已同意该单位的异议并退回，请另选有权处理的机关、单位。");
        }
    }

    private Set<OrganId> returnedBy(PetitionId id) {
        return forwardings.of(id).stream()
                .filter(way -> way.state() == ForwardingState.RETURNED)
                .map(Forwarding::receiver)
                .collect(Collectors.toSet());
    }

    /** R6: whoever overrules the proposal says why; the proposal's own words are no reason for another organ. */
    private static void refuseBorrowedReason(Proposal proposal, OrganId receiver, String reason) {
        boolean borrowed = proposal.shown().stream()
                .anyMatch(other ->
                        !other.organ().equals(receiver) && other.reason().equals(reason));
        if (borrowed && !proposal.isFor(receiver)) {
            throw InvalidInput.of("forwardReason", "转送理由", "已改选其他单位，理由仍是建议单位的，请写明为什么由所选单位办理。");
        }
    }

    private static InvalidInput wrongReceiver(String message) {
        return InvalidInput.of("receivingOrgan", "转送单位", message);
    }

    private void refuseLateObjection(PetitionId id) {
        boolean inTime = deadlines
                .find(id, ClockKind.D5)
                .filter(objecting ->
                        objecting.isRunning() && !LocalDate.now(clock).isAfter(objecting.rawDue()))
                .isPresent();
        if (!inTime) {
            throw InvalidInput.of("decision", "决定", "提出异议的期限已过或者异议已经核实，本事项由本机关办理，请签收。");
        }
    }

    private void refuseProposal(OrganId organ, OrganId proposed) {
        boolean known =
                organs.receivers().stream().anyMatch(candidate -> candidate.id().equals(proposed));
        if (!known || proposed.equals(organ)) {
            throw InvalidInput.of("proposedOrgan", "建议转送单位", "请从列表中选择本机关以外的有权处理的机关、单位。");
        }
    }

    /** R37, article 23: the petitioner is told where the petition went, unless nobody can be told. */
    private void tellWhereItWent(PetitionId id, OrganId sender, OrganId receiver, OfficerId by) {
        if (cases.hasAddressee(id)) {
            papers.issue(id, PaperKind.WHEREABOUTS_NOTICE, sender, by, Map.of("receivingOrgan", receiver.value()));
        } else {
            journal.write(id, JournalKind.NOTICE_NOT_DUE, Map.of("paper", PaperKind.WHEREABOUTS_NOTICE.label()));
        }
    }
}
