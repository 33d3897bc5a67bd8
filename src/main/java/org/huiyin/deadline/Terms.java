package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/**
 * What a clock is counted by besides its start.
 *
 * @param limit the row of {@code deadline.time_limit}
 * @param countedFor whose time limit that is: the first holder. Handing the clock on does not change its length
 * @param set the day a paper sets: its end, or for a clock counted back the day of the event
 */
public record Terms(
        long limit,
        OrganId countedFor,
        Optional<SetDate> set,
        Optional<Extension> extension,
        Optional<Told> told,
        Optional<Recounted> recounted) {

    /** A day that is set by an organ in a paper, and not counted. */
    public record SetDate(LocalDate on, OrganId by) {}

    /**
     * The clock was lengthened.
     *
     * @param days in the unit of the clock
     * @param basis document and article
     * @param paper the notice to the petitioner
     */
    public record Extension(
            int days, String basis, String reason, OfficerId approver, LocalDate on, Optional<String> paper) {}

    /** The date the petitioner was told, and the paper that says so: nothing counted anew is earlier. */
    public record Told(LocalDate due, String paper) {}

    /** The calendar or the time limits have changed since the clock began. */
    public record Recounted(LocalDate on, String reason) {}

    static Terms of(TimeLimit limit, OrganId countedFor) {
        return new Terms(
                limit.id(), countedFor, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Terms until(SetDate day) {
        return new Terms(limit, countedFor, Optional.of(day), extension, told, recounted);
    }

    Terms by(TimeLimit other) {
        return new Terms(other.id(), countedFor, set, extension, told, recounted);
    }

    Terms extended(Extension by) {
        return new Terms(limit, countedFor, set, Optional.of(by), told, recounted);
    }

    Terms told(Told date) {
        return new Terms(limit, countedFor, set, extension, Optional.of(date), recounted);
    }

    Terms untold() {
        return new Terms(limit, countedFor, set, extension, Optional.empty(), recounted);
    }

    Terms recounted(Recounted anew) {
        return new Terms(limit, countedFor, set, extension, told, Optional.of(anew));
    }
}
