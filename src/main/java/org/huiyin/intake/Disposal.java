package org.huiyin.intake;

import org.huiyin.kernel.Labelled;

/** 处置: whether a matter goes its way, or is told not to be taken up again. */
enum Disposal implements Labelled {
    PROCEED("按程序办理"),
    /** Article 36: the same facts and reasons after a re-review opinion, or by a local rule. */
    NO_FURTHER("不再受理（已有复核意见）"),
    /** Article 19: the same matter is being handled below, within its time limit. */
    IN_HANDLING("不予受理（下级正在办理期限内）");

    private final String label;

    Disposal(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
