package org.huiyin.desk;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** An open task that the officer may see. */
record TaskAtHand(
        String id,
        String name,
        PetitionId petition,
        Optional<OfficerId> assignee,
        boolean hasGroup,
        Optional<Instant> due,
        Instant since) {
    /** A task that came from a group and is his can go back to it. */
    boolean mayBeHandedBackBy(OfficerId officer) {
        return hasGroup && assignee.filter(officer::equals).isPresent();
    }
}
