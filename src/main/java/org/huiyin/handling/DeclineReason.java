package org.huiyin.handling;

import org.huiyin.kernel.Labelled;

/** 不予受理的理由 (arts 19, 23, 31, 36). */
public enum DeclineReason implements Labelled {
    NOT_COMPETENT("不属于本机关职权"),
    LEGAL_ROUTE("应当通过法定途径解决"),
    IN_HANDLING("已经受理或者正在办理，仍在规定期限内"),
    /** 不再受理: rests on a re-review opinion or a row of local law ({@code NoFurther}). */
    CONCLUDED("已有复核意见，又以同一事实和理由提出");

    private final String label;

    DeclineReason(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
