package org.huiyin.supervision;

import org.huiyin.kernel.Labelled;

/** What stands at the end of an indicator. */
public enum IndicatorKind implements Labelled {
    RATE("比率"),
    COUNT("件数"),
    /** Days for each matter. */
    MEAN("平均日数");

    private final String label;

    IndicatorKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
