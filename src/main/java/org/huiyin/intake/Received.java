package org.huiyin.intake;

import org.huiyin.kernel.PetitionId;

/** A petition taken in at once: its number, and the query code that is told this one time. */
public record Received(PetitionId number, String queryCode) {
    @Override
    public String toString() {
        return "Received[" + number + "]";
    }
}
