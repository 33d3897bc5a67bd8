package org.huiyin.api;

import java.time.OffsetDateTime;
import java.util.Optional;

/** An open task as its lists show it. */
record WorkItem(
        String id,
        String activity,
        String name,
        Optional<String> petition,
        Optional<String> assignee,
        int priority,
        OffsetDateTime created,
        Optional<OffsetDateTime> due) {}
