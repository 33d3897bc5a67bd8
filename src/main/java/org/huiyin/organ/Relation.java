package org.huiyin.organ;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/**
 * 利害关系: that an officer is bound to another officer, to an organ, or to an enterprise known by its registered name (R42).
 * One of the three is present.
 *
 * @param until the day on which it was said to be over; none while it lasts
 */
public record Relation(
        long id,
        OfficerId officer,
        RelationKind kind,
        Optional<OfficerId> otherOfficer,
        Optional<OrganId> otherOrgan,
        Optional<String> enterprise,
        LocalDate since,
        Optional<LocalDate> until,
        OfficerId declaredBy,
        Instant declaredAt) {}
