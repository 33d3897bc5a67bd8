package org.huiyin.dispatch;

import org.huiyin.kernel.Labelled;

/** What the assigning organ decides about a report (article 22). */
enum ReportDecision implements Labelled {
    ACCEPT("认可"),
    RETURN("退回重报");

    private final String label;

    ReportDecision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
