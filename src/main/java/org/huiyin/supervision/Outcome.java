package org.huiyin.supervision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a mark stands today. What is open, and what is known only after a while, is told apart by its day: no mark changes
 * because a day goes by.
 */
enum Outcome {
    IN_TIME,
    LATE,
    /** Not done, and its last day is over. */
    OVERDUE,
    /** Not done, and not due before tomorrow. */
    AHEAD,
    LAPSED,
    SETTLED,
    RAISED_AGAIN,
    REVIEWED,
    SATISFIED,
    FAIRLY_SATISFIED,
    DISSATISFIED,
    FIRST,
    REPEAT,
    FIRST_ONLINE,
    REPEAT_ONLINE,
    FIRST_RETURNED,
    AGAIN,
    AGAIN_RETURNED,
    ASKED,
    UPHELD,
    REVOKED,
    CHANGED,
    /** Within the last days. */
    TOLD,
    /** Longer ago. */
    SILENT,
    NEVER;

    /** What stands in {@code supervision.mark}, and on which days. */
    record Stored(String outcome, Optional<LocalDate> from, Optional<LocalDate> before) {}

    /** @param since the first day on which what was told is an echo */
    Stored stored(Measure measure, LocalDate today, LocalDate since) {
        if (measure == Measure.RESOLUTION) {
            return new Stored(name(), Optional.empty(), Optional.of(today.plusDays(1)));
        }
        return switch (this) {
            case OVERDUE -> new Stored("OPEN", Optional.empty(), Optional.of(today));
            case AHEAD -> new Stored("OPEN", Optional.of(today), Optional.empty());
            case TOLD -> new Stored("TOLD", Optional.of(since), Optional.empty());
            case SILENT -> new Stored("TOLD", Optional.empty(), Optional.of(since));
            default -> new Stored(name(), Optional.empty(), Optional.empty());
        };
    }
}
