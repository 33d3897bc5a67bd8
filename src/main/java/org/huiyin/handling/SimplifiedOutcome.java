package org.huiyin.handling;

import org.huiyin.kernel.Labelled;

/** 简易答复的结果: what may be refused is not answered by the simplified procedure, so refusing is none of them. */
public enum SimplifiedOutcome implements Labelled {
    SETTLED("诉求已经解决"),
    SUPPORTED("予以支持，将按答复办理"),
    INFORMED("咨询、感谢等已经答复");

    private final String label;

    SimplifiedOutcome(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
