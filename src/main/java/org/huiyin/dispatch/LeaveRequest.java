package org.huiyin.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** An organ asks a superior for leave to push a matter up (R35), and what has become of it. */
public record LeaveRequest(
        long id,
        PetitionId petition,
        OrganId organ,
        OrganId superior,
        String reason,
        OfficerId requestedBy,
        Instant requestedAt,
        LeaveState state,
        Optional<String> decisionReason,
        Optional<OfficerId> decidedBy) {
    public boolean isOpen() {
        return state == LeaveState.REQUESTED;
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "LeaveRequest[" + petition + " " + organ + " " + state + "]";
    }
}
