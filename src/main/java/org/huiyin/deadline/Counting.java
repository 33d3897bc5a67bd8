package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.stream.IntStream;

/** Counts a period: the day of the event is not counted, and the last day is rolled off a day off for the legal date. */
final class Counting {
    private final WorkingDays days;

    Counting(WorkingDays days) {
        this.days = days;
    }

    Due count(LocalDate start, int length, Unit unit) {
        return switch (unit) {
            case CALENDAR_DAY -> until(start, start.plusDays(length), unit, length);
            case WORKING_DAY -> until(start, days.after(start, length), unit, length);
            case CLOCK, DATE -> throw new IllegalArgumentException(unit + " is not counted in days");
        };
    }

    /** A period whose last day a paper sets. */
    Due until(LocalDate start, LocalDate last) {
        return until(start, last, Unit.DATE, 0);
    }

    private Due until(LocalDate start, LocalDate raw, Unit unit, int length) {
        LocalDate legal = days.onOrAfter(raw);
        boolean provisional = !isPublished(unit == Unit.WORKING_DAY ? start.plusDays(1) : raw, legal);
        Explanation explanation = new Explanation(days);
        return new Due(
                raw, legal, provisional, explanation.of(new Explanation.Period(start, raw, legal, unit, length)));
    }

    private boolean isPublished(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear()).allMatch(days::isPublished);
    }
}
