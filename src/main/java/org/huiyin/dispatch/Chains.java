package org.huiyin.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.stereotype.Component;

/**
 * 逐级转送: from one 信访部门 to the next below. All hops share the one period of article 22 (D2); each level has its part of it
 * (D2a). Nothing is signed in on the way: whoever has it last forwards it to the organ that handles it.
 */
@Component
@Article("22")
class Chains {
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Receivers receivers;
    private final ForwardingTable forwardings;
    private final Arrivals arrivals;
    private final SimplifiedProcedure simplified;
    private final Clock clock;

    Chains(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Receivers receivers,
            ForwardingTable forwardings,
            Arrivals arrivals,
            SimplifiedProcedure simplified,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.receivers = receivers;
        this.forwardings = forwardings;
        this.arrivals = arrivals;
        this.simplified = simplified;
        this.clock = clock;
    }

    /** To a 信访部门 below, or back to the one it came from. */
    void passOn(PetitionId id, OrganId sender, ForwardingOrder order, List<Forwarding> ways, OfficerId by) {
        refuseMoreThanPassingOn(order);
        OrganId receiver = order.receiver();
        boolean back = receivers.cameFrom(sender, ways).equals(Optional.of(receiver));
        Paper letter = papers.issue(
                id,
                PaperKind.FORWARDING_LETTER,
                sender,
                by,
                Map.of("receivingOrgan", receiver.value(), "forwardReason", order.reason()));
        String evidence = "转送函" + letter.number();
        endShare(id, sender, evidence);
        simplified.passedOn(id, evidence, clock.instant());
        leave(sender, ways, back ? ForwardingState.RETURNED : ForwardingState.PASSED_ON);
        if (!back) {
            forwardings.insert(Forwarding.ordered(id, sender, order, letter.number(), clock.instant()), by);
        }
        journal.write(
                id,
                back ? JournalKind.RETURNED_TO_BUREAU : JournalKind.PASSED_ON,
                Map.of("sender", sender.value(), "organ", receiver.value(), "number", letter.number()),
                Optional.of(order.reason()));
        deadlines.start(id, ClockKind.D2A, clock.instant(), evidence + "到达", receiver, Optional.empty());
        simplified.arrivedAtBureau(id, receiver, evidence + "到达", clock.instant());
        if (deadlines.find(id, ClockKind.D2).isPresent()) {
            deadlines.hand(id, ClockKind.D2, receiver, Optional.empty());
        }
        arrivals.tellWhereItWent(id, sender, receiver, by);
        cases.entrust(id, receiver, Optional.empty());
    }

    /** The last hop of a chain, if it was one, has come to an organ that handles it. */
    void arrived(PetitionId id, OrganId sender, List<Forwarding> ways, String evidence) {
        if (receivers.cameFrom(sender, ways).isPresent()) {
            endShare(id, sender, evidence);
            leave(sender, ways, ForwardingState.PASSED_ON);
        }
    }

    private void leave(OrganId sender, List<Forwarding> ways, ForwardingState state) {
        ways.stream()
                .filter(way -> way.receiver().equals(sender) && way.state() == ForwardingState.WAITING)
                .forEach(way -> forwardings.enter(way.id(), state));
    }

    /** The first level's part began with the period itself; that there is a chain is known only now. */
    private void endShare(PetitionId id, OrganId sender, String evidence) {
        boolean running = deadlines
                .find(id, ClockKind.D2A)
                .filter(share -> share.isRunning() && share.holder().equals(sender))
                .isPresent();
        if (!running) {
            deadlines
                    .find(id, ClockKind.D2)
                    .filter(sorting -> sorting.state() == ClockState.RUNNING)
                    .ifPresent(sorting -> deadlines.start(
                            id,
                            ClockKind.D2A,
                            sorting.start().at(),
                            sorting.start().evidence(),
                            sender,
                            Optional.empty()));
        }
        deadlines
                .find(id, ClockKind.D2A)
                .ifPresent(share -> deadlines.met(id, ClockKind.D2A, clock.instant(), evidence));
    }

    private static void refuseMoreThanPassingOn(ForwardingOrder order) {
        if (order.isAssignment()) {
            throw InvalidInput.of("transferKind", "转办方式", "转给信访部门的由其继续转送，请选择转送；交办的请直接选择有权处理的机关、单位。");
        }
        if (!order.helpers().isEmpty()) {
            throw InvalidInput.of("helperOrgan", "协办单位", "还没有主办单位，不能只有协办单位；由收到的信访部门转送时一并确定。");
        }
    }
}
