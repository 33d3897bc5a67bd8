package org.huiyin.handling;

import org.huiyin.kernel.Labelled;

/** What has become of a request for an extension. */
public enum ExtensionState implements Labelled {
    REQUESTED("待审批"),
    APPROVED("已批准"),
    REFUSED("未批准"),
    LAPSED("已失效");

    private final String label;

    ExtensionState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
