package org.huiyin.intake;

import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.notice.DeliveryMethod;

/** A notice is owed to whoever can be reached, and to nobody else. */
final class OwedNotice {
    private static final String LABEL = "送达方式";

    private OwedNotice() {}

    @Article("23")
    static void refuseWrongDelivery(String field, DeliveryMethod method, boolean hasAddressee) {
        if (hasAddressee && method == DeliveryMethod.NOT_DUE) {
            throw InvalidInput.of(field, LABEL, "信访人的姓名和联系方式清楚，应当告知，请选择其他送达方式。");
        }
        if (!hasAddressee && (method == DeliveryMethod.POST || method == DeliveryMethod.ELECTRONIC)) {
            throw InvalidInput.of(field, LABEL, "信访人的姓名或者联系方式不清，无从送达，请选择“依法无须告知”或者“当面”。");
        }
    }
}
