package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;

/** The days of a year that are not as the week has them, in the shape calendars are usually exchanged in. */
public record CalendarYear(int year, String region, boolean provisional, List<String> papers, List<Day> days) {
    public record Day(String name, LocalDate date, boolean isOffDay) {}
}
