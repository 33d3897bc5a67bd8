package org.huiyin.deadline;

import java.time.Year;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The national calendar as loaded; read once, for nothing but a migration changes it. */
@Component
public class WorkingCalendar {
    private final CalendarTable table;
    private final Supplier<WorkingDays> days;

    WorkingCalendar(CalendarTable table) {
        this.table = table;
        this.days = SingletonSupplier.of(table::national);
    }

    WorkingDays days() {
        return days.get();
    }

    /** What the notices say of a year; for a year without a notice the public days with a fixed date. */
    public CalendarYear year(int year) {
        WorkingDays national = days();
        List<CalendarYear.Day> special = Year.of(year)
                .atDay(1)
                .datesUntil(Year.of(year + 1).atDay(1))
                .flatMap(day -> national.special(day).stream())
                .toList();
        return new CalendarYear(year, !national.isPublished(year), table.notices(year), special);
    }
}
