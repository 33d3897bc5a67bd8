package org.huiyin.dispatch;

import org.huiyin.kernel.Labelled;

/** Where a forwarding stands. */
public enum ForwardingState implements Labelled {
    WAITING("待签收"),
    /** A 信访部门 has sent it further. */
    PASSED_ON("已继续转送"),
    SIGNED_IN("已签收"),
    OBJECTED("提出异议"),
    RETURNED("已退回");

    private final String label;

    ForwardingState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
