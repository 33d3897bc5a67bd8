package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Counts a period: the day of the event is not counted, and the last day is rolled off a day off for the legal date. */
final class Counting {
    private final WorkingDays days;

    Counting(WorkingDays days) {
        this.days = days;
    }

    Period count(LocalDate start, int length, Unit unit) {
        LocalDate last = switch (unit) {
            case CALENDAR_DAY -> start.plusDays(length);
            case WORKING_DAY -> days.after(start, length);
            case CLOCK, DATE -> throw new IllegalArgumentException(unit + " is not counted in days");
        };
        return new Period(start, last, days.onOrAfter(last), unit, length);
    }

    /** A period whose last day a paper sets. */
    Period until(LocalDate start, LocalDate last) {
        return new Period(start, last, days.onOrAfter(last), Unit.DATE, 0);
    }

    boolean isProvisional(Period period) {
        return !unpublished(period).isEmpty();
    }

    /** The years that the count has to guess: all it passes by working days, by calendar days only those of its end. */
    List<Integer> unpublished(Period period) {
        LocalDate first = period.unit() == Unit.WORKING_DAY ? period.start().plusDays(1) : period.raw();
        return IntStream.rangeClosed(first.getYear(), period.legal().getYear())
                .filter(year -> !days.isPublished(year))
                .boxed()
                .toList();
    }
}
