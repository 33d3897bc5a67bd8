package org.huiyin.recusal;

import org.huiyin.kernel.Labelled;

/** On whose word somebody is to be excused. */
public enum RecusalOrigin implements Labelled {
    DECLARED("本人申请"),
    ASKED("信访人申请");

    private final String label;

    RecusalOrigin(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
