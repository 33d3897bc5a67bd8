package org.huiyin.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/**
 * 协办单位: asked to help the lead of this petition, which stays responsible (R5, R36).
 *
 * @param instance the process that asks; none before it has begun
 */
public record Helper(
        long id,
        PetitionId petition,
        OrganId lead,
        OrganId organ,
        LocalDate due,
        String asked,
        Instant askedAt,
        OfficerId askedBy,
        Optional<String> instance,
        Optional<Contribution> contribution,
        Optional<Withdrawal> withdrawal) {

    /** The lead wants it no longer, or nobody does. */
    public record Withdrawal(String reason, Instant at, OfficerId by) {
        /** Never prints what was written: records end up in logs. */
        @Override
        public String toString() {
            return "Withdrawal[" + by + ", " + at + "]";
        }
    }

    public HelperState state(LocalDate today) {
        if (contribution.isPresent()) {
            return HelperState.RECEIVED;
        }
        if (withdrawal.isPresent()) {
            return HelperState.WITHDRAWN;
        }
        return today.isAfter(due) ? HelperState.OVERDUE : HelperState.ASKED;
    }

    /** Neither answered nor withdrawn. */
    public boolean isOpen() {
        return contribution.isEmpty() && withdrawal.isEmpty();
    }

    /** Answered after the day that was set. */
    public boolean isLate() {
        return contribution
                .filter(given ->
                        given.at().atZone(EngineClock.BEIJING).toLocalDate().isAfter(due))
                .isPresent();
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "Helper[" + id + " " + petition + " " + organ + ", " + due + "]";
    }
}
