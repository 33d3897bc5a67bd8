package org.huiyin.handling;

import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Procedure;
import org.huiyin.notice.DeliveryMethod;

/**
 * What an organ tells the petitioner about taking the matter on: accepted, or declined with where to go instead, or with the
 * opinion after which nobody takes it up again.
 *
 * @param procedure by which it is handled once accepted
 * @param simplifiedReason why the simplified one, where the table proposes the ordinary one
 */
@Article("23")
record Acceptance(
        Optional<DeclineReason> declined,
        String whereToGo,
        String explanation,
        DeliveryMethod deliveryMethod,
        Procedure procedure,
        String simplifiedReason) {
    Acceptance {
        if (declined.isPresent() && declined.get() != DeclineReason.CONCLUDED && whereToGo.isBlank()) {
            throw InvalidInput.of("whereToGo", "应当向哪里提出", "不予受理的，应当写明信访人可以向哪里提出。");
        }
    }

    boolean isAccepted() {
        return declined.isEmpty();
    }

    /** 不再受理: a notice of its own, and an end of its own. */
    @Article("36")
    boolean isNeverAgain() {
        return declined.equals(Optional.of(DeclineReason.CONCLUDED));
    }

    /** The organ that handles a matter decides whether the simplified procedure applies to it. */
    boolean isSimplified() {
        return isAccepted() && procedure == Procedure.SIMPLIFIED;
    }

    @Override
    public String toString() {
        return "Acceptance[" + (isAccepted() ? "accepted" : declined) + "]";
    }
}
