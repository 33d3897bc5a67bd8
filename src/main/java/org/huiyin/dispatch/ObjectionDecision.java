package org.huiyin.dispatch;

import org.huiyin.kernel.Labelled;

/** What the sender decides about an objection: only agreement takes the petition back (article 23). */
enum ObjectionDecision implements Labelled {
    AGREE("同意退回，另行转送"),
    REFUSE("不同意，仍由该单位办理");

    private final String label;

    ObjectionDecision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
