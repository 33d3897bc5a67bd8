package org.huiyin.dispatch;

import org.huiyin.kernel.Labelled;

/** What has become of a request for leave to push up. */
public enum LeaveState implements Labelled {
    REQUESTED("等待上级决定"),
    GRANTED("上级已同意"),
    REFUSED("上级不同意"),
    LAPSED("已失效");

    private final String label;

    LeaveState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
