package org.huiyin.casefile;

import java.util.Optional;
import org.huiyin.kernel.PetitionId;

/** One row of a batch: its number and query code; without a code it had been registered before under its source reference. */
public record Registered(PetitionId petition, Optional<String> queryCode) {
    public boolean isDuplicate() {
        return queryCode.isEmpty();
    }

    @Override
    public String toString() {
        return "Registered[" + petition + "]";
    }
}
