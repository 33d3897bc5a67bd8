package org.huiyin.deadline;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A change of rules as people and programs read it; for each code the word beside it.
 *
 * @param mayDecide whether the reader may approve or refuse it: it is open and not his own
 * @param mayWithdraw whether the reader has proposed it and it is open
 */
public record RuleChangeSheet(
        long id,
        String subject,
        String subjectName,
        String title,
        String state,
        String stateName,
        String proposedBy,
        String proposedByName,
        OffsetDateTime proposedAt,
        String reason,
        int moved,
        int kept,
        boolean mayDecide,
        boolean mayWithdraw,
        List<Entry> log) {
    public record Entry(OffsetDateTime at, String by, String byName, String act, String actName, String note) {}
}
