package org.huiyin.handling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.notice.ReceiptKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An answer goes out and comes to hand: sending the opinion ends the 60 days, receiving it begins the petitioner's 30. */
@Service
@Transactional
class Delivery {
    private final CaseFile cases;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Clock clock;

    Delivery(CaseFile cases, Deadlines deadlines, Papers papers, Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.papers = papers;
        this.clock = clock;
    }

    /** True when a receipt is due: a published opinion is in nobody's hands, and none is invented. */
    @Article("34")
    boolean sendOpinion(PetitionId id, DeliveryMethod method, LocalDate sentOn) {
        Petition petition = cases.lock(id);
        refuseWrongDelivery(id, method);
        String number = papers.sent(id, PaperKind.OPINION, method, sentOn, "");
        deadlines.met(id, ClockKind.D6, during(sentOn), number);
        if (method == DeliveryMethod.PUBLISHED) {
            openEvaluation(petition, sentOn, "处理意见书已公布");
            return false;
        }
        return true;
    }

    /** Refusing to take the answer counts as receiving it that day; what cannot be delivered is published. */
    @Article("35")
    void recordReceipt(PetitionId id, PaperKind answer, ReceiptKind kind, LocalDate receivedOn, String note) {
        Petition petition = cases.lock(id);
        String number = papers.received(id, answer, receivedOn, kind, note);
        if (kind == ReceiptKind.UNDELIVERABLE) {
            LocalDate today = LocalDate.now(clock);
            papers.sent(id, answer, DeliveryMethod.PUBLISHED, today, "无法送达，改为公布");
            openEvaluation(petition, today, answer.label() + "无法送达，已公布");
            return;
        }
        String evidence = number + " " + kind.label();
        deadlines.start(id, ClockKind.D12, startOf(receivedOn), evidence, petition.organ(), petition.person());
        openEvaluation(petition, receivedOn, evidence);
    }

    /** As {@link #sendOpinion} for the answer of the simplified procedure, which may have been spoken and ends its ten days. */
    void sendSimplified(PetitionId id, SimplifiedAnswer answer) {
        Petition petition = cases.lock(id);
        refuseWrongDelivery(id, answer.way());
        String number = papers.sent(id, PaperKind.SIMPLIFIED_REPLY, answer.way(), answer.answeredOn(), answer.note());
        deadlines.met(id, ClockKind.D10, during(answer.answeredOn()), number);
        if (!answer.isReceiptDue()) {
            openEvaluation(
                    petition, answer.answeredOn(), number + " " + answer.way().label());
        }
    }

    /** Nobody who can be reached is left to find his answer by himself, and nothing is sent to nobody. */
    @Article("23, 34")
    private void refuseWrongDelivery(PetitionId id, DeliveryMethod method) {
        boolean hasAddressee = cases.hasAddressee(id);
        if (hasAddressee && method == DeliveryMethod.PUBLISHED) {
            throw InvalidInput.of("deliveryMethod", "送达方式", "信访人姓名和联系方式清楚，应当送达；无法送达的登记送达结果后再公布。");
        }
        if (!hasAddressee && method.needsAddressee()) {
            throw InvalidInput.of("deliveryMethod", "送达方式", "信访人姓名或者联系方式不清，无从送达，请选择“公布于查询码下”或者“当面”。");
        }
    }

    private void openEvaluation(Petition petition, LocalDate from, String evidence) {
        deadlines.start(petition.id(), ClockKind.D22, startOf(from), evidence, petition.organ(), petition.person());
    }

    /** The deed counts, not its entry: a day in the past ends the clock at the end of that day. */
    private Instant during(LocalDate day) {
        Instant end = startOf(day.plusDays(1)).minusSeconds(1);
        return end.isBefore(clock.instant()) ? end : clock.instant();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(EngineClock.BEIJING).toInstant();
    }
}
