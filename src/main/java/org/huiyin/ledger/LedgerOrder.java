package org.huiyin.ledger;

import org.huiyin.kernel.Labelled;

/** In which order matters stand. */
public enum LedgerOrder implements Labelled {
    NEWEST("收到日期，新的在前"),
    OLDEST("收到日期，旧的在前"),
    /** Only what has a date it is due by. */
    DUE("到期日，早的在前（只列有期限在走的）");

    private final String label;

    LedgerOrder(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
