package org.huiyin.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;

/**
 * What a dispatcher decides: the lead, why, in which way, and who helps it.
 *
 * @param feedbackDue set by whoever assigns, and only then
 */
record ForwardingOrder(
        OrganId receiver,
        String reason,
        TransferKind kind,
        Optional<LocalDate> feedbackDue,
        List<HelperOrder> helpers) {
    ForwardingOrder {
        if (kind == TransferKind.ASSIGN && feedbackDue.isEmpty()) {
            throw InvalidInput.of("feedbackDue", "反馈期限", "交办的必须指定反馈期限。");
        }
    }

    boolean isAssignment() {
        return kind == TransferKind.ASSIGN;
    }

    ForwardingOrder to(OrganId other) {
        return new ForwardingOrder(other, reason, kind, feedbackDue, helpers);
    }

    @Override
    public String toString() {
        return "ForwardingOrder[" + kind + " " + receiver + "]";
    }
}
