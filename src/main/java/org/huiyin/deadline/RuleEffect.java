package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * What a change of rules would do to the clocks that run today.
 *
 * @param days days of the calendar that change
 * @param moved clocks whose dates would change, those of sealed matters among them
 * @param kept clocks that would end earlier, but whose date has been told to the petitioner already
 * @param clocks the first of them; sealed matters are counted and not listed (article 30)
 */
public record RuleEffect(String title, List<DayLine> days, int moved, int kept, List<ClockLine> clocks) {
    public record DayLine(LocalDate date, String weekday, String before, String after) {}

    public record ClockLine(
            String number,
            String kind,
            String name,
            String organ,
            String organName,
            LocalDate rawDue,
            LocalDate newRawDue,
            LocalDate legalDue,
            LocalDate newLegalDue,
            boolean provisional,
            boolean newProvisional,
            boolean kept) {}
}
