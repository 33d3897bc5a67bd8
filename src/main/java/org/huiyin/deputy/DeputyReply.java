package org.huiyin.deputy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;

/**
 * What is owed to the deputy who passed a matter on, and what became of it.
 *
 * @param settled empty as long as it is owed
 */
record DeputyReply(long id, PetitionId petition, Instant owedAt, LocalDate dueOn, Optional<Settled> settled) {
    /**
     * Told by a paper, or not needed for a reason.
     *
     * @param paper its 文号
     */
    record Settled(
            ReplyDecision decision,
            Optional<String> paper,
            Optional<DeliveryMethod> method,
            Optional<String> reason,
            Instant at,
            OfficerId by) {
        @Override
        public String toString() {
            return "Settled[" + decision + "]";
        }
    }

    boolean isOwed() {
        return settled.isEmpty();
    }

    @Override
    public String toString() {
        return "DeputyReply[" + id + " " + petition + "]";
    }
}
