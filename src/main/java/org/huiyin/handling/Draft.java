package org.huiyin.handling;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** One version of an opinion: who drafted it, and what the head wrote when he gave it back. */
public record Draft(
        PetitionId petition,
        int version,
        OfficerId drafter,
        Instant draftedAt,
        OpinionText text,
        Optional<OfficerId> decidedBy,
        Optional<String> returnComment,
        Optional<String> paper) {
    public boolean isDecided() {
        return decidedBy.isPresent();
    }

    public boolean isSigned() {
        return paper.isPresent();
    }
}
