package org.huiyin.staffing;

import org.huiyin.kernel.Labelled;

/** Why a task changed hands; stands in the case file. */
public enum MoveCause implements Labelled {
    ABSENCE("离岗代办"),
    RETURN("返岗接回"),
    HAND_OVER("工作移交"),
    BALANCE("均衡工作量");

    private final String label;

    MoveCause(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
