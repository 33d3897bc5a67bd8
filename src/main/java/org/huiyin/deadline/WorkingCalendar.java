package org.huiyin.deadline;

import java.time.Year;
import java.util.List;
import java.util.function.Supplier;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** The calendars in force. An organ counts by the calendar of its region. */
@Component
public class WorkingCalendar {
    private final CalendarTable table;
    private final Organs organs;
    private final Supplier<Calendars> calendars;

    WorkingCalendar(CalendarTable table, Organs organs, RuleVersion version) {
        this.table = table;
        this.organs = organs;
        this.calendars = version.follow(table::all);
    }

    /** The national calendar. */
    WorkingDays days() {
        return days(Region.NATION);
    }

    WorkingDays days(Region region) {
        return all().of(region);
    }

    WorkingDays of(OrganId holder) {
        return days(region(holder));
    }

    Region region(OrganId holder) {
        return new Region(organs.get(holder).region());
    }

    Calendars all() {
        return calendars.get();
    }

    /** What the notices say of a year; for a year without a notice the public days with a fixed date. */
    public CalendarYear year(int year, Region region) {
        WorkingDays days = days(region);
        List<CalendarYear.Day> special = Year.of(year)
                .atDay(1)
                .datesUntil(Year.of(year + 1).atDay(1))
                .flatMap(day -> days.special(day).stream())
                .toList();
        return new CalendarYear(year, region.code(), !days.isPublished(year), table.notices(year, region), special);
    }
}
