package org.huiyin.evaluation;

import org.huiyin.kernel.Labelled;

/** 满意度: the petitioner's word; silence is none of these. */
public enum Rating implements Labelled {
    SATISFIED("满意"),
    FAIRLY_SATISFIED("基本满意"),
    DISSATISFIED("不满意");

    private final String label;

    Rating(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
