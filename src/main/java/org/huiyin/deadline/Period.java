package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * A counted period.
 *
 * @param length without the extension; 0 where a paper sets the end
 * @param pauses in order, not overlapping
 * @param raw the last day by the plain count
 * @param legal the same rolled to a working day
 */
record Period(
        LocalDate start, Unit unit, int length, int extension, List<Pause> pauses, LocalDate raw, LocalDate legal) {

    /** Days that are not counted, both ends included. */
    record Pause(LocalDate first, LocalDate last) {
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    int total() {
        return length + extension;
    }

    boolean isCounted(LocalDate day) {
        return pauses.stream().noneMatch(pause -> pause.contains(day));
    }
}
