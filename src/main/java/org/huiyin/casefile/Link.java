package org.huiyin.casefile;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/**
 * What one matter was found to be to an earlier one, by whom, when, why, and what was shown to him then.
 *
 * @param score in hundredths, as the officer saw it
 * @param grounds what spoke for it, as the officer saw it
 */
public record Link(
        long id,
        PetitionId petition,
        PetitionId earlier,
        LinkKind kind,
        String reason,
        int score,
        String grounds,
        OfficerId linkedBy,
        Instant linkedAt,
        Optional<Withdrawal> withdrawal) {

    public record Withdrawal(OfficerId by, Instant at, String because) {}

    public boolean isInForce() {
        return withdrawal.isEmpty();
    }

    /** The matter at the other end. */
    public PetitionId other(PetitionId one) {
        return petition.equals(one) ? earlier : petition;
    }

    @Override
    public String toString() {
        return "Link[" + petition + " " + kind + " " + earlier + "]";
    }
}
