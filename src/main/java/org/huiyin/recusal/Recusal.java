package org.huiyin.recusal;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** A request that an officer be excused from a petition. */
public record Recusal(
        int id,
        PetitionId petition,
        OfficerId officer,
        RecusalOrigin origin,
        String reason,
        Instant requestedAt,
        OfficerId decider,
        RecusalState state,
        Optional<String> decisionReason,
        Optional<Instant> decidedAt) {
    public boolean isOpen() {
        return state == RecusalState.OPEN;
    }

    /** Never prints why: records end up in logs. */
    @Override
    public String toString() {
        return "Recusal[" + id + ", " + state + "]";
    }
}
