package org.huiyin.handling;

import java.time.Instant;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/**
 * A request for an extension of the 60 days.
 *
 * @param days calendar days, at least one
 */
@Article("34")
public record Extension(
        PetitionId petition,
        int version,
        OfficerId requestedBy,
        Instant requestedAt,
        int days,
        String reason,
        ExtensionState state) {
    public boolean isOpen() {
        return state == ExtensionState.REQUESTED;
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "Extension[" + petition + " " + version + " " + state + "]";
    }
}
