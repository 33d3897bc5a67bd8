package org.huiyin.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/**
 * An open task of a petition and who has it.
 *
 * @param groups to which its model offers it, taken or not; none where the model gives it to a person by name
 */
public record HeldTask(
        String id,
        String activity,
        String name,
        PetitionId petition,
        Optional<OfficerId> assignee,
        List<String> groups,
        int priority,
        Optional<Instant> due) {}
