package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** 企业规模 of an enterprise that petitions (R31). */
public enum EnterpriseSize implements Labelled {
    LARGE("大型"),
    MEDIUM_SMALL_MICRO("中小微");

    private final String label;

    EnterpriseSize(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
