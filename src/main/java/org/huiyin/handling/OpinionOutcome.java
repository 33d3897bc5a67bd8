package org.huiyin.handling;

import org.huiyin.kernel.Labelled;

/** The three outcomes of article 32; an explanation is never counted as solved (R55). */
public enum OpinionOutcome implements Labelled {
    SUPPORTED("请求事实清楚，符合规定，予以支持"),
    EXPLAINED("请求合理但缺乏法律依据，作出解释说明"),
    NOT_SUPPORTED("请求缺乏事实根据或者不符合规定，不予支持");

    private final String label;

    OpinionOutcome(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
