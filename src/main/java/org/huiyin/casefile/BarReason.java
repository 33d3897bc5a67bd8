package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** Why an officer must have nothing to do with a petition (articles 28 and 30). */
public enum BarReason implements Labelled {
    ACCUSED("本人被反映"),
    ACCUSED_UNIT("所在单位被反映"),
    RELATION("有申报的利害关系"),
    RECUSED("已决定回避");

    private final String label;

    BarReason(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
