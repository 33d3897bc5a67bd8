package org.huiyin.organ;

import org.huiyin.kernel.Labelled;

/** How far an absence has come. */
public enum AbsenceState implements Labelled {
    PLANNED("尚未开始"),
    RUNNING("正在离岗"),
    OVER("已经返岗"),
    CANCELLED("已经取消");

    private final String label;

    AbsenceState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
