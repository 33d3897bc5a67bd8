package org.huiyin.dispatch;

import java.util.Optional;
import org.huiyin.kernel.PetitionId;

/** 办结报告 of an assigned matter; one that was returned is followed by another. */
record AssignmentReport(
        long id,
        PetitionId petition,
        String text,
        String number,
        Optional<ReportDecision> decision,
        String returnReason) {
    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "AssignmentReport[" + id + " " + petition + " " + decision + "]";
    }
}
