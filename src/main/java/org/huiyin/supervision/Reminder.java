package org.huiyin.supervision;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** 催办: a supervisor reminded whoever has a matter in hand, and was answered or not yet. */
public record Reminder(
        int id,
        PetitionId petition,
        OrganId organ,
        OfficerId holder,
        String asked,
        OfficerId by,
        Instant at,
        Optional<Reply> reply) {
    /** What was answered to it. */
    public record Reply(String text, OfficerId by, Instant at) {}

    public boolean isAnswered() {
        return reply.isPresent();
    }

    @Override
    public String toString() {
        return "Reminder[" + id + ", " + petition + "]";
    }
}
