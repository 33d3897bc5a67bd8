package org.huiyin.urgent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** A matter marked as major or urgent, with whom it was reported to; withdrawn or not. */
public record UrgentAlert(
        PetitionId petition,
        int version,
        UrgentReport report,
        OrganId organ,
        OfficerId flaggedBy,
        Instant flaggedAt,
        String paper,
        Optional<Withdrawal> withdrawal,
        List<Receipt> receipts) {
    /** 撤销标记. */
    public record Withdrawal(OfficerId by, Instant at, String reason) {}

    /**
     * Whom it was reported to, and who there has acknowledged it.
     *
     * @param organ none for an addressee that is no user of this system
     */
    public record Receipt(
            int position,
            Optional<OrganId> organ,
            String addressee,
            String duty,
            Optional<OfficerId> acknowledgedBy,
            Optional<Instant> acknowledgedAt,
            String note) {
        public boolean isAcknowledged() {
            return acknowledgedAt.isPresent();
        }

        @Override
        public String toString() {
            return "Receipt[" + addressee + "]";
        }
    }

    public UrgentAlert {
        receipts = List.copyOf(receipts);
    }

    public boolean isWithdrawn() {
        return withdrawal.isPresent();
    }

    boolean isAcknowledgedByAll() {
        return receipts.stream().allMatch(Receipt::isAcknowledged);
    }

    @Override
    public String toString() {
        return "UrgentAlert[" + petition + ", " + version + "]";
    }
}
