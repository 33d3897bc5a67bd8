package org.huiyin.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/**
 * A matter that may be the same as the one in hand. A machine proposes it; whether it is the same an officer says.
 *
 * @param score in hundredths: how much speaks for it
 * @param samePerson whether a petitioner of the one is a petitioner of the other
 * @param reasons in words, the strongest first
 */
public record Candidate(
        PetitionId petition,
        String title,
        PetitionState state,
        OrganId organ,
        Instant receivedAt,
        String place,
        Optional<EndReason> endReason,
        int score,
        boolean samePerson,
        List<String> reasons) {
    @Override
    public String toString() {
        return "Candidate[" + petition + ", " + score + "]";
    }
}
