package org.huiyin.deadline;

import org.huiyin.kernel.Labelled;

public enum ClockState implements Labelled {
    RUNNING("计时中"),
    HELD("暂停"),
    MET("已完成"),
    CANCELLED("已终止");

    private final String label;

    ClockState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
