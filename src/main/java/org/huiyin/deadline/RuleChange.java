package org.huiyin.deadline;

import java.time.Instant;
import java.util.List;
import org.huiyin.kernel.OfficerId;

/**
 * A proposed change of calendars or time limits and what became of it.
 *
 * @param moved running clocks whose dates changed
 * @param kept running clocks that would end earlier, but whose date has been told already
 * @param log who did what when, the first entry first
 */
public record RuleChange(
        long id,
        RuleSubject subject,
        String title,
        RuleChangeState state,
        OfficerId proposedBy,
        Instant proposedAt,
        String reason,
        int moved,
        int kept,
        List<Entry> log) {

    public record Entry(Instant at, OfficerId by, RuleChangeState act, String note) {}

    boolean isProposed() {
        return state == RuleChangeState.PROPOSED;
    }
}
