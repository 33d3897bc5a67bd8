package org.huiyin.suggestion;

import org.huiyin.kernel.Labelled;

/** What comes of a suggestion (art 29, R16). */
public enum Conclusion implements Labelled {
    ADOPTED("采纳"),
    PARTLY("部分采纳"),
    NOT_ADOPTED("不采纳");

    private final String label;

    Conclusion(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
