package org.huiyin.review;

import org.huiyin.kernel.Labelled;

/** 复查结论 (art 35 and local rules). */
public enum ReviewOutcome implements Labelled {
    UPHELD("维持原处理意见"),
    REVOKED("撤销原处理意见，责令重新办理"),
    CHANGED("变更原处理意见");

    private final String label;

    ReviewOutcome(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
