package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The calendar of a year with the notice behind every day.
 *
 * @param provisional the national notice is not out: {@code days} are the public days with a fixed date
 * @param replaced days that a later notice changed or took back
 */
public record CalendarSheet(
        int year, String region, boolean provisional, List<Notice> notices, List<Day> days, List<Day> replaced) {
    public record Notice(String region, String title, Optional<Long> change) {}

    /**
     * A day off or a weekend day that is worked.
     *
     * @param notice where it stands; none for a public day with a fixed date in a year without a notice
     * @param replacedBy the later notice; none while the day counts
     */
    public record Day(
            LocalDate date,
            String weekday,
            String name,
            boolean isOffDay,
            Optional<String> notice,
            Optional<String> region,
            Optional<String> replacedBy) {}
}
