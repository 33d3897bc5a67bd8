package org.huiyin.dispatch;

import org.huiyin.kernel.OrganId;

/** 异议: why this organ is not competent, and which one is (article 23). */
record Objection(String reason, OrganId proposedOrgan) {
    @Override
    public String toString() {
        return "Objection[" + proposedOrgan + "]";
    }
}
