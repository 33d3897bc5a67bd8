package org.huiyin.deadline;

import org.huiyin.kernel.Labelled;

/** How far a change of rules has come; each is also what somebody did to it. */
public enum RuleChangeState implements Labelled {
    PROPOSED("待审批", "提出"),
    WITHDRAWN("已撤回", "撤回"),
    REFUSED("未批准", "不批准"),
    /** In force for every clock that starts; the running ones are being counted anew. */
    APPROVED("已批准，正在重新计算", "批准"),
    APPLIED("已生效", "重新计算完毕");

    private final String label;
    private final String deed;

    RuleChangeState(String label, String deed) {
        this.label = label;
        this.deed = deed;
    }

    /** What was done to bring it there. */
    String deed() {
        return deed;
    }

    @Override
    public String label() {
        return label;
    }
}
