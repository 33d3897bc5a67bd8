package org.huiyin.dispatch;

import java.time.Instant;
import org.huiyin.kernel.OfficerId;

/** 协办意见: what a helper answered. */
public record Contribution(String text, Instant at, OfficerId by) {
    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "Contribution[" + by + ", " + at + "]";
    }
}
