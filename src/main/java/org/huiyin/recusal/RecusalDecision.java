package org.huiyin.recusal;

import java.util.Optional;
import org.huiyin.kernel.OfficerId;

/** What the head decides: whether the officer is excused, why, and who takes over. */
record RecusalDecision(RecusalState state, String reason, Optional<OfficerId> successor) {
    @Override
    public String toString() {
        return "RecusalDecision[" + state + "]";
    }
}
