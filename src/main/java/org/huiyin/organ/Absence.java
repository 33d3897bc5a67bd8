package org.huiyin.organ;

import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;

/**
 * An officer is away, and somebody does his work meanwhile (R28).
 *
 * @param to the last day
 * @param deputy nobody, if the work goes to the others of his group
 * @param comeBack what is still open comes back to him
 * @param instance the process that waits for its days
 */
public record Absence(
        long id,
        OfficerId officer,
        Optional<OfficerId> deputy,
        AbsenceKind kind,
        LocalDate from,
        LocalDate to,
        boolean comeBack,
        AbsenceState state,
        Optional<String> instance) {
    public boolean isAhead() {
        return state == AbsenceState.PLANNED || state == AbsenceState.RUNNING;
    }

    /** Never prints why: records end up in logs. */
    @Override
    public String toString() {
        return "Absence[" + id + " " + officer + ", " + from + " - " + to + ", " + state + "]";
    }
}
