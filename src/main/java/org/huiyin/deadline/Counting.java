package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.huiyin.deadline.Period.Pause;

/** Counts a period: the day of the event is not counted, and the last day is rolled off a day off for the legal date. */
final class Counting {
    private final WorkingDays days;

    Counting(WorkingDays days) {
        this.days = days;
    }

    Period count(LocalDate start, int length, Unit unit) {
        return count(start, length, unit, 0, List.of());
    }

    Period count(LocalDate start, int length, Unit unit, int extension, List<Pause> pauses) {
        LocalDate last = switch (unit) {
            case CALENDAR_DAY -> start.plusDays(length).plusDays(extension);
            case WORKING_DAY -> days.after(start, length + extension);
            case CLOCK, DATE -> throw new IllegalArgumentException(unit + " is not counted in days");
        };
        return rolled(start, unit, length, extension, pauses, last);
    }

    /** A period whose last day a paper sets. */
    Period until(LocalDate start, LocalDate last, int extension, List<Pause> pauses) {
        return rolled(start, Unit.DATE, 0, extension, pauses, last.plusDays(extension));
    }

    /** The last day to have done what must be done so many days before the event. */
    Period before(LocalDate start, LocalDate event, int length) {
        LocalDate last = event.minusDays(length);
        return new Period(start, Unit.CALENDAR_DAY, length, 0, List.of(), last, last);
    }

    /** A pause that began after the last day gives nothing back: a new time limit may have ended the period before it. */
    private Period rolled(
            LocalDate start, Unit unit, int length, int extension, List<Pause> pauses, LocalDate withoutPauses) {
        LocalDate last = withoutPauses;
        List<Pause> inside = new ArrayList<>();
        for (Pause pause : pauses) {
            if (!pause.first().minusDays(1).isAfter(last)) {
                last = countedOn(last, pause, unit);
                inside.add(pause);
            }
        }
        LocalDate legal = days.onOrAfter(last);
        return new Period(
                start, unit, length, extension, List.copyOf(inside), unit == Unit.WORKING_DAY ? legal : last, legal);
    }

    /** The days that were left when the pause began are counted on after it. */
    private LocalDate countedOn(LocalDate last, Pause pause, Unit unit) {
        LocalDate before = pause.first().minusDays(1);
        return unit == Unit.WORKING_DAY
                ? days.after(pause.last(), days.between(before, last))
                : last.plusDays(ChronoUnit.DAYS.between(before, pause.last()));
    }

    /** How many days of the unit the pauses have given back. */
    int paused(Period period) {
        return period.pauses().stream()
                .mapToInt(pause -> length(pause, period.unit()))
                .sum();
    }

    int length(Pause pause, Unit unit) {
        LocalDate before = pause.first().minusDays(1);
        return unit == Unit.WORKING_DAY
                ? days.between(before, pause.last())
                : Math.toIntExact(ChronoUnit.DAYS.between(before, pause.last()));
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
