package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.PetitionId;

/**
 * What an officer is told of one day, all matters together.
 *
 * @param unread whether something was told since he read it last
 */
public record Digest(LocalDate day, boolean unread, List<Line> lines, List<Reminded> reminders) {
    /** A lamp that turned; the clock may have been met since. */
    public record Line(
            PetitionId petition, ClockKind kind, String name, Lamp lamp, LocalDate rawDue, boolean running) {}

    /** What else he is reminded of; it may have been settled since. */
    public record Reminded(PetitionId petition, String name, Lamp lamp, LocalDate due, boolean settled) {}
}
