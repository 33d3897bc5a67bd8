package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * A clock as an official reads it: with its name, its article, and why the date is what it is.
 *
 * @param petitionerWindow a right of the petitioner, which runs to the rolled day
 */
public record ClockSheet(Clock clock, String name, String article, boolean petitionerWindow, List<String> explanation) {

    /** The day that counts: organs work to the plain count, a right of the petitioner lapses on the rolled day. */
    public LocalDate due() {
        return petitionerWindow ? clock.legalDue() : clock.rawDue();
    }
}
