package org.huiyin.deadline;

import java.util.List;

/**
 * The days off and the make-up working days of one year as the notices of that year give them, for the country or for one
 * region. Late December may stand in the notice of the next year.
 *
 * @param papers the notices, by title or address, the first one first
 */
record CalendarNotice(Region region, int year, List<String> papers, List<CalendarYear.Day> days) {
    CalendarNotice {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
    }
}
