package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.huiyin.simplified.Exclusion;
import org.huiyin.simplified.SimplifiedProcedure;
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
    private final Receivers receivers;
    private final Arrivals arrivals;
    private final Chains chains;
    private final Assignments assignments;
    private final Helpers helpers;
    private final UpwardLeaves leaves;
    private final SimplifiedProcedure simplified;
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
            Receivers receivers,
            Arrivals arrivals,
            Chains chains,
            Assignments assignments,
            Helpers helpers,
            UpwardLeaves leaves,
            SimplifiedProcedure simplified,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.forwardings = forwardings;
        this.routing = routing;
        this.decisions = decisions;
        this.receivers = receivers;
        this.arrivals = arrivals;
        this.chains = chains;
        this.assignments = assignments;
        this.helpers = helpers;
        this.leaves = leaves;
        this.simplified = simplified;
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
        return routing.propose(id, sender, receivers.passedOver(id, forwardings.of(id)));
    }

    /** What may be chosen as receiver. */
    @Transactional(readOnly = true)
    List<Organ> receivers(PetitionId id, OrganId sender) {
        return receivers.choices(id, sender, forwardings.of(id));
    }

    /** To one lead, with helpers or without (R5), or to a 信访部门 below, which forwards it once more. */
    @Article("22")
    Sent forward(PetitionId id, OrganId sender, ForwardingOrder order, OfficerId by) {
        cases.lock(id);
        List<Forwarding> ways = forwardings.of(id);
        Organ receiver = receivers.chosen(id, sender, order.receiver(), ways);
        ForwardingOrder sent = order.to(receiver.id());
        Proposal proposal = routing.propose(id, sender, receivers.passedOver(id, ways));
        refuseBorrowedReason(proposal, receiver.id(), sent.reason());
        decisions.insert(id, proposal, receiver.id(), sent.reason(), clock.instant(), by);
        if (receiver.kind() == OrganKind.PETITION_BUREAU) {
            chains.passOn(id, sender, sent, ways, by);
            return new Sent(receiver.id(), true);
        }
        leaves.refusePushingUp(id, sender, receiver.id(), "receivingOrgan", "转送单位");
        if (!organs.isPetitionBureau(sender)) {
            leaves.lapse(id, "已转送");
        }
        assignments.refuse(sender, receiver.id(), sent);
        if (sent.isAssignment()) {
            simplified.exclude(id, Exclusion.ASSIGNED);
        }
        toTheLead(id, sender, sent, by);
        chains.arrived(id, sender, ways, sent.kind().label() + "有权处理的机关、单位");
        return new Sent(receiver.id(), false);
    }

    private void toTheLead(PetitionId id, OrganId sender, ForwardingOrder order, OfficerId by) {
        Paper letter = papers.issue(id, letterKind(order), sender, by, content(order));
        Forwarding way =
                forwardings.insert(Forwarding.ordered(id, sender, order, letter.number(), clock.instant()), by);
        journal.write(
                id,
                order.isAssignment() ? JournalKind.ASSIGNED : JournalKind.FORWARDED,
                Map.of("sender", sender.value(), "organ", order.receiver().value(), "number", letter.number()),
                Optional.of(order.reason()));
        deadlines.met(
                id,
                ClockKind.sorting(organs.get(sender)),
                clock.instant(),
                letter.kind().label() + letter.number());
        simplified.passedOn(id, letter.kind().label() + letter.number(), clock.instant());
        arrivals.at(way, by);
        order.helpers().forEach(helper -> helpers.ask(id, order.receiver(), helper, by));
    }

    private static PaperKind letterKind(ForwardingOrder order) {
        return order.isAssignment() ? PaperKind.ASSIGNMENT_LETTER : PaperKind.FORWARDING_LETTER;
    }

    private Map<String, String> content(ForwardingOrder order) {
        Map<String, String> content =
                new HashMap<>(Map.of("receivingOrgan", order.receiver().value(), "forwardReason", order.reason()));
        order.feedbackDue()
                .filter(day -> order.isAssignment())
                .ifPresent(day -> content.put("feedbackDue", day.toString()));
        if (!order.helpers().isEmpty()) {
            content.put(
                    "helpers",
                    order.helpers().stream()
                            .map(helper ->
                                    organs.find(helper.organ()).map(Organ::name).orElse("") + "（" + helper.due() + "前）："
                                            + helper.asked())
                            .collect(Collectors.joining("\n")));
        }
        return content;
    }

    @Article("23")
    void signIn(PetitionId id, OrganId organ, OfficerId handler, Optional<LocalDate> paperReceivedOn) {
        Forwarding forwarding = arrivals.signedFor(id, paperReceivedOn);
        if (!organs.mayWork(handler, organ, Role.HANDLE)) {
            throw InvalidInput.of("handler", "承办人", "不是本机关的承办人，请从列表中选择。");
        }
        organs.refuseAway(handler);
        receivers.refuseBarred(handler, id);
        forwardings.enter(forwarding.id(), ForwardingState.SIGNED_IN);
        leaves.lapse(id, "本单位已签收");
        journal.write(id, JournalKind.SIGNED_IN, Map.of("organ", organ.value(), "handler", handler.value()));
        deadlines.met(id, ClockKind.D5, clock.instant(), "签收");
        deadlines.hand(id, ClockKind.D4, organ, Optional.of(handler));
        simplified.signedIn(id, organ, handler);
        cases.entrust(id, organ, Optional.of(handler));
        assignments.signedIn(forwarding, handler);
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
}
