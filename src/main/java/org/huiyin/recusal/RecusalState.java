package org.huiyin.recusal;

import org.huiyin.kernel.Labelled;

/** Where a request for recusal stands. */
public enum RecusalState implements Labelled {
    OPEN("等待决定"),
    GRANTED("决定回避"),
    REFUSED("不予回避");

    private final String label;

    RecusalState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
