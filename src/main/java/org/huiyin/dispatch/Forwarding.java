package org.huiyin.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/**
 * One way of a petition from a sender to a receiver; a returned one is followed by another.
 *
 * @param feedbackDue by when the result of an assigned matter is to be reported
 * @param designated decided by a superior, so that there is no objection (article 24)
 */
public record Forwarding(
        long id,
        PetitionId petition,
        OrganId sender,
        OrganId receiver,
        String number,
        Instant forwardedAt,
        Optional<LocalDate> paperReceivedOn,
        ForwardingState state,
        TransferKind kind,
        Optional<LocalDate> feedbackDue,
        boolean designated) {
    /** Not written yet. */
    static final long NEW = 0;

    public boolean isAssignment() {
        return kind == TransferKind.ASSIGN;
    }

    static Forwarding ordered(PetitionId petition, OrganId sender, ForwardingOrder order, String number, Instant at) {
        return new Forwarding(
                NEW,
                petition,
                sender,
                order.receiver(),
                number,
                at,
                Optional.empty(),
                ForwardingState.WAITING,
                order.kind(),
                order.isAssignment() ? order.feedbackDue() : Optional.empty(),
                false);
    }

    /** To the organ that a superior designated, on the same terms. */
    Forwarding redirected(OrganId designee, String notice, Instant at) {
        return new Forwarding(
                NEW,
                petition,
                sender,
                designee,
                notice,
                at,
                Optional.empty(),
                ForwardingState.WAITING,
                kind,
                feedbackDue,
                true);
    }

    Forwarding written(long as) {
        return new Forwarding(
                as,
                petition,
                sender,
                receiver,
                number,
                forwardedAt,
                paperReceivedOn,
                state,
                kind,
                feedbackDue,
                designated);
    }
}
