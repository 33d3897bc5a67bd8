package org.huiyin.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which days are working days. A published day decides; a day nobody published works from Monday to Friday, and in a
 * year whose notice is not out the public days with a fixed date are off.
 */
final class WorkingDays {
    /** A day the notice speaks of: off, or a weekend day made up. */
    record Published(boolean off, String name) {}

    record FixedHoliday(MonthDay day, String name, LocalDate validFrom) {}

    private final Map<LocalDate, Published> published;
    private final Set<Integer> years;
    private final List<FixedHoliday> fixed;

    WorkingDays(Map<LocalDate, Published> published, Set<Integer> years, List<FixedHoliday> fixed) {
        this.published = Map.copyOf(published);
        this.years = Set.copyOf(years);
        this.fixed = List.copyOf(fixed);
    }

    boolean isPublished(int year) {
        return years.contains(year);
    }

    boolean isWorkingDay(LocalDate day) {
        @Nullable Published known = published.get(day);
        if (known != null) {
            return !known.off();
        }
        return !isWeekend(day) && holiday(day).isEmpty();
    }

    /** The n-th working day after this day, which itself is not counted. */
    LocalDate after(LocalDate day, int n) {
        LocalDate found = day;
        for (int left = n; left > 0; left--) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    /** The n-th working day before the last working day up to this day. */
    LocalDate before(LocalDate day, int n) {
        LocalDate found = onOrBefore(day);
        for (int left = n; left > 0; left--) {
            found = onOrBefore(found.minusDays(1));
        }
        return found;
    }

    /** How many working days follow the first day up to and including the last. */
    int between(LocalDate first, LocalDate last) {
        int count = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    private LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** The name of the holiday this day is off for. */
    Optional<String> holiday(LocalDate day) {
        @Nullable Published known = published.get(day);
        if (known != null) {
            return known.off() ? Optional.of(known.name()) : Optional.empty();
        }
        return isPublished(day.getYear()) ? Optional.empty() : fixedHoliday(day);
    }

    /** The name of the holiday this weekend day is worked for. */
    Optional<String> madeUpFor(LocalDate day) {
        return Optional.ofNullable(published.get(day))
                .filter(known -> !known.off())
                .map(Published::name);
    }

    /** This day if it is off for a holiday or made up for one. */
    Optional<CalendarYear.Day> special(LocalDate day) {
        return holiday(day)
                .map(name -> new CalendarYear.Day(name, day, true))
                .or(() -> madeUpFor(day).map(name -> new CalendarYear.Day(name, day, false)));
    }

    private Optional<String> fixedHoliday(LocalDate day) {
        return fixed.stream()
                .filter(holiday -> holiday.day().equals(MonthDay.from(day)) && !day.isBefore(holiday.validFrom()))
                .map(FixedHoliday::name)
                .findFirst();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
