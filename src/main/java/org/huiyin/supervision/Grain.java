package org.huiyin.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.kernel.Labelled;

/** How long one period of the board is; a week begins on Monday. */
public enum Grain implements Labelled {
    DAY("按日", 31),
    WEEK("按周", 26),
    MONTH("按月", 24);

    private final String label;
    private final int shown;

    Grain(String label, int shown) {
        this.label = label;
        this.shown = shown;
    }

    @Override
    public String label() {
        return label;
    }

    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    /** The periods shown on this day, the one that is not over yet at the end. */
    List<LocalDate> until(LocalDate today) {
        LocalDate last = startOf(today);
        LocalDate first = switch (this) {
            case DAY -> last.minusDays(shown - 1L);
            case WEEK -> last.minusWeeks(shown - 1L);
            case MONTH -> last.minusMonths(shown - 1L);
        };
        return Stream.iterate(first, this::next).limit(shown).toList();
    }
}
