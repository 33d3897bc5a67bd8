package org.huiyin.deadline;

import java.time.LocalDate;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/**
 * Something other than a clock of which officers are reminded in the digest of the day.
 *
 * @param subject names it among all reminders; it is settled by this name
 * @param name as the digest shows it: never anything a person typed
 * @param organ whose work it is
 */
public record Reminder(String subject, PetitionId petition, String name, Lamp lamp, LocalDate due, OrganId organ) {}
