package org.huiyin.notice;

import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.Labelled;

/** What became of a paper that went out. */
public enum ReceiptKind implements Labelled {
    SIGNED("签收", JournalKind.PAPER_RECEIVED),
    REFUSED("拒收", JournalKind.PAPER_REFUSED),
    UNDELIVERABLE("无法送达", JournalKind.PAPER_UNDELIVERABLE),
    ACKNOWLEDGED("凭查询码确认收到", JournalKind.RECEIPT_ACKNOWLEDGED);

    private final String label;
    private final JournalKind journalKind;

    ReceiptKind(String label, JournalKind journalKind) {
        this.label = label;
        this.journalKind = journalKind;
    }

    @Override
    public String label() {
        return label;
    }

    JournalKind journalKind() {
        return journalKind;
    }
}
