package org.huiyin.organ;

import org.huiyin.kernel.Labelled;

/** What binds an officer to somebody so that others may doubt his judgement (article 28, 回避). */
public enum RelationKind implements Labelled {
    KINSHIP("近亲属"),
    STAKE("经济利益关系"),
    FORMER_POST("曾在该单位任职"),
    OTHER("其他可能影响公正办理的关系");

    private final String label;

    RelationKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
