package org.huiyin.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Movements;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.springframework.stereotype.Component;

/** 告知: a notice to the petitioner is issued and goes out in one step, or is recorded as not due. */
@Component
class Telling {
    private final CaseFile cases;
    private final Papers papers;
    private final Movements movements;
    private final Clock clock;

    Telling(CaseFile cases, Papers papers, Movements movements, Clock clock) {
        this.cases = cases;
        this.papers = papers;
        this.movements = movements;
        this.clock = clock;
    }

    /** No notice is due where name or address are unclear, and nowhere else; nor is one sent to nobody. */
    @Article("23")
    void refuseWrongDelivery(PetitionId id, DeliveryMethod method) {
        if (method.isSpoken()) {
            throw InvalidInput.of("deliveryMethod", "告知方式", "普通程序应当书面告知；只有适用简易程序的，才可以电话告知。");
        }
        refuseWrongDelivery(id, method, "应当书面告知");
    }

    /** As {@link #refuseWrongDelivery}, but it may be told by telephone (信访事项简易办理办法). */
    void refuseWrongSimplifiedDelivery(PetitionId id, DeliveryMethod method) {
        refuseWrongDelivery(id, method, "应当告知");
    }

    private void refuseWrongDelivery(PetitionId id, DeliveryMethod method, String owed) {
        if (method == DeliveryMethod.PUBLISHED) {
            throw InvalidInput.of("deliveryMethod", "告知方式", "告知书不采用公布方式，请另选一项。");
        }
        boolean hasAddressee = cases.hasAddressee(id);
        if (hasAddressee && method == DeliveryMethod.NOT_DUE) {
            throw InvalidInput.of("deliveryMethod", "告知方式", "信访人姓名和联系方式清楚，" + owed + "，请选择告知方式。");
        }
        if (!hasAddressee && method.needsAddressee()) {
            throw InvalidInput.of("deliveryMethod", "告知方式", "信访人姓名或者联系方式不清，无从送达，请选择“依法无须告知”或者“当面”。");
        }
    }

    Paper tell(Petition petition, PaperKind kind, Map<String, String> content, DeliveryMethod method, OfficerId by) {
        Paper notice = papers.issue(petition.id(), kind, petition.organ(), by, content);
        papers.sent(petition.id(), kind, method, LocalDate.now(clock), isDue(method) ? "" : "信访人姓名或者地址不清，依照第二十三条无须告知");
        return notice;
    }

    /** As {@link #tell}, by a notice that names the day on which this clock of handling ends. */
    Paper tellEndOfHandling(
            Petition petition,
            PaperKind kind,
            Map<String, String> content,
            DeliveryMethod method,
            ClockKind handling,
            OfficerId by) {
        Paper notice = tell(petition, kind, content, method, by);
        if (isDue(method)) {
            movements.told(petition.id(), handling, notice.number());
        }
        return notice;
    }

    private static boolean isDue(DeliveryMethod method) {
        return method != DeliveryMethod.NOT_DUE;
    }
}
