package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;

/**
 * What a petition comes with beside its text and its people, in words.
 *
 * @param collectiveVisit 集体访: five or more came
 * @param joint 联名: two or more signed together without coming
 * @param proceedings what has been done with the matter elsewhere
 * @param origin the petition it was split from
 * @param items the petitions that were split from the same letter
 * @param wholeLetter as it came, before its items went different ways; only as long as nothing forbids to show it
 */
public record CircumstanceSheet(
        Source source,
        String sourceLabel,
        boolean outcomeOwed,
        int visitorCount,
        Optional<Integer> affectedCount,
        boolean collectiveVisit,
        boolean joint,
        String region,
        String contentClass,
        List<Topic> topics,
        boolean discovered,
        List<Proceeding> proceedings,
        Optional<PetitionId> origin,
        List<PetitionId> items,
        Optional<Letter> wholeLetter) {
    @Override
    public String toString() {
        return "CircumstanceSheet[" + source + "]";
    }
}
