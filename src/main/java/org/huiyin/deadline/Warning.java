package org.huiyin.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When a lamp turns, counted back from the end. Yellow comes when at most this share of the span is left or only so many
 * working days follow today, whichever is earlier; red when only so many follow (none: on the last working day).
 */
record Warning(int yellowPercent, int yellowWorkingDays, int redWorkingDays, int redPercent) {

    Turns onDays(LocalDate start, LocalDate end, WorkingDays days, ZoneId zone) {
        long left = ChronoUnit.DAYS.between(start, end) * yellowPercent / 100;
        return turns(end.minusDays(left), end, days, zone);
    }

    Turns onWorkingDays(int length, LocalDate end, WorkingDays days, ZoneId zone) {
        return turns(days.before(end, length * yellowPercent / 100), end, days, zone);
    }

    private Turns turns(LocalDate byShare, LocalDate end, WorkingDays days, ZoneId zone) {
        LocalDate red = days.before(end, redWorkingDays);
        LocalDate byDays = days.before(end, yellowWorkingDays);
        LocalDate yellow = byShare.isBefore(byDays) ? byShare : byDays;
        return new Turns(midnight(yellow, zone), midnight(red, zone), midnight(end.plusDays(1), zone));
    }

    Turns onMinutes(Instant start, int minutes) {
        Duration span = Duration.ofMinutes(minutes);
        Instant end = start.plus(span);
        return new Turns(
                end.minus(span.multipliedBy(yellowPercent).dividedBy(100)),
                end.minus(span.multipliedBy(redPercent).dividedBy(100)),
                end);
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
