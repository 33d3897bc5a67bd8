package org.huiyin.urgent;

import org.huiyin.kernel.Labelled;

/** 程度: article 25 speaks of what is major and of what is urgent. */
public enum UrgentLevel implements Labelled {
    MAJOR("重大"),
    URGENT("紧急"),
    MAJOR_AND_URGENT("重大且紧急");

    private final String label;

    UrgentLevel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
