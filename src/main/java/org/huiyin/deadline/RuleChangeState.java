package org.huiyin.deadline;

import org.huiyin.kernel.Labelled;

/** How far a change of rules has come; each is also what somebody did to it. */
public enum RuleChangeState implements Labelled {
    PROPOSED("待审批"),
    WITHDRAWN("已撤回"),
    REFUSED("未批准"),
    /** In force for every clock that starts; the running ones are being counted anew. */
    APPROVED("已批准，正在重新计算"),
    APPLIED("已生效");

    private final String label;

    RuleChangeState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
