package org.huiyin.casefile;

import java.util.Map;
import org.huiyin.kernel.PetitionId;

/** A row of a batch with the number and query code it gets if it is not in the register yet. */
record NewPetition(PetitionId id, Registration registration, String queryCode, String queryCodePrint) {
    String facts() {
        return JournalTable.json(Map.of("channel", registration.channel().name()));
    }

    @Override
    public String toString() {
        return "NewPetition[" + id + "]";
    }
}
