package org.huiyin.simplified;

import org.huiyin.kernel.PetitionId;

/**
 * A matter has left the simplified procedure before it was answered.
 *
 * @param accepted it had been accepted by it, so that the petitioner was told a date that no longer holds
 * @param byRule no officer decided it
 */
public record BackToOrdinary(PetitionId petition, String reason, boolean accepted, boolean byRule) {
    @Override
    public String toString() {
        return "BackToOrdinary[" + petition + "]";
    }
}
