package org.huiyin.suggestion;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** One version of the study of a suggestion and of the reply drafted on it. */
public record Study(
        PetitionId petition,
        int version,
        OfficerId drafter,
        Instant draftedAt,
        StudyText text,
        Optional<OfficerId> decidedBy,
        Optional<String> returnComment,
        Optional<String> paper) {
    public boolean isDecided() {
        return decidedBy.isPresent();
    }
}
