package org.huiyin.supervision;

import org.huiyin.kernel.Labelled;

/** Which matters of an indicator. */
public enum Side implements Labelled {
    NUMERATOR("分子"),
    DENOMINATOR("分母"),
    DIFFERENCE("相差");

    private final String label;

    Side(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
