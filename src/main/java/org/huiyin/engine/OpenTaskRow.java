package org.huiyin.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;

/** An open user task as our own lists show it. */
public record OpenTaskRow(
        String id,
        String instance,
        String activity,
        String name,
        Optional<OfficerId> assignee,
        List<String> candidateGroups,
        Optional<Instant> due) {}
