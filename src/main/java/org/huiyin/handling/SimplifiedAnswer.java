package org.huiyin.handling;

import java.time.LocalDate;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.notice.DeliveryMethod;

/**
 * 简易答复: text, way and time (信访事项简易办理办法); it may have been spoken.
 *
 * @param note who took the call, or to whom it was said
 */
record SimplifiedAnswer(SimplifiedOutcome outcome, String text, DeliveryMethod way, LocalDate answeredOn, String note) {
    SimplifiedAnswer {
        if (way == DeliveryMethod.NOT_DUE) {
            throw InvalidInput.of("answerWay", "答复方式", "答复必须给出，请另选一种方式。");
        }
        if (way.isSpoken() && note.isBlank()) {
            throw InvalidInput.of("answerNote", "答复情况", "口头或者电话答复的，请写明何时答复、由谁接听或者听取、有无异议。");
        }
    }

    /** What was spoken is known to have been heard; what lies under the query code is in nobody's hands yet. */
    boolean isReceiptDue() {
        return !way.isSpoken() && way != DeliveryMethod.PUBLISHED;
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "SimplifiedAnswer[" + outcome + "]";
    }
}
