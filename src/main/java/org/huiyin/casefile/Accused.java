package org.huiyin.casefile;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/**
 * Whom a petition speaks against, as it stands on record.
 *
 * @param officer when the name is that of one officer of the unit
 * @param name empty when it is the unit itself
 */
public record Accused(
        long id,
        Optional<OrganId> organ,
        Optional<OfficerId> officer,
        String name,
        String post,
        Instant namedAt,
        OfficerId namedBy) {
    public String maskedName() {
        return Mask.name(name);
    }

    /** Never prints who it is: records end up in logs. */
    @Override
    public String toString() {
        return "Accused[" + id + "]";
    }
}
