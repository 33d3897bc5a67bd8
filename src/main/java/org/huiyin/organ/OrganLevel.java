package org.huiyin.organ;

import org.huiyin.kernel.Labelled;

/** The level of government an organ belongs to. */
public enum OrganLevel implements Labelled {
    CITY("市"),
    DISTRICT("区县"),
    STREET("街镇");

    private final String label;

    OrganLevel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
