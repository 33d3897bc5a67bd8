package org.huiyin.dispatch;

import org.huiyin.kernel.Labelled;

/** 转送 passes a matter on; 交办 sets a date for the result and asks for a report of it (article 22). */
public enum TransferKind implements Labelled {
    FORWARD("转送"),
    ASSIGN("交办");

    private final String label;

    TransferKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
