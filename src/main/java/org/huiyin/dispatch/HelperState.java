package org.huiyin.dispatch;

import org.huiyin.kernel.Labelled;

/** What has become of a request to help. A late contribution is received all the same, and never stops the lead. */
public enum HelperState implements Labelled {
    ASKED("待复"),
    OVERDUE("逾期未复"),
    RECEIVED("已收到"),
    WITHDRAWN("已撤回");

    private final String label;

    HelperState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
