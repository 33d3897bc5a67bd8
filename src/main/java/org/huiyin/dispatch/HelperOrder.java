package org.huiyin.dispatch;

import java.time.LocalDate;
import org.huiyin.kernel.OrganId;

/** Which organ is to help the lead, with what, by when (R5). */
public record HelperOrder(OrganId organ, LocalDate due, String asked) {
    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "HelperOrder[" + organ + ", " + due + "]";
    }
}
