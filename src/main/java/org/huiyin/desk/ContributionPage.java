package org.huiyin.desk;

import java.util.List;

/**
 * 协办意见 as the panel shows it; empty strings are not shown.
 *
 * @param mayAsk the reader may ask a helper, change its day and withdraw what was asked
 * @param organs whom he may ask; none if he may not
 * @param earliest the first day that can be set
 */
record ContributionPage(String number, boolean mayAsk, List<Line> lines, List<Choice> organs, String earliest) {
    /** @param dueDay as a field for dates takes it */
    record Line(
            long id,
            String organ,
            String state,
            String stateLabel,
            String due,
            String dueDay,
            String asked,
            String askedAt,
            String answer,
            String answered,
            String withdrawn,
            boolean mayChange) {}

    record Choice(String value, String label) {}

    @Override
    public String toString() {
        return "ContributionPage[" + number + "]";
    }
}
