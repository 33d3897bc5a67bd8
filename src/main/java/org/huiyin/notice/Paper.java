package org.huiyin.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** An issued paper and what is known of its way to the addressee. */
public record Paper(
        PaperId id,
        PetitionId petition,
        PaperKind kind,
        String number,
        OrganId organ,
        String title,
        Instant issuedAt,
        OfficerId issuedBy,
        Optional<DeliveryMethod> deliveryMethod,
        Optional<LocalDate> sentOn,
        Optional<ReceiptKind> receiptKind,
        Optional<LocalDate> receivedOn) {
    public boolean isSent() {
        return sentOn.isPresent();
    }

    /** It lies under the query code, and is in the petitioner's hands when he says so. */
    public boolean waitsToBeFetched() {
        return !isReceived()
                && deliveryMethod.filter(DeliveryMethod::leavesItToBeFetched).isPresent();
    }

    public boolean isUndeliverable() {
        return receiptKind.filter(kind -> kind == ReceiptKind.UNDELIVERABLE).isPresent();
    }

    /** It is in the addressee's hands, or he refused to take it: periods that start at receipt have started. */
    public boolean isReceived() {
        return receiptKind.isPresent() && !isUndeliverable();
    }
}
