package org.huiyin.staffing;

import java.util.Optional;
import org.huiyin.kernel.PetitionId;

/**
 * What became of one task that was to be moved.
 *
 * @param petition none where the reader must not know of the matter
 * @param message why it was refused; empty when done
 */
public record MoveOutcome(String task, Optional<PetitionId> petition, boolean done, String message) {}
