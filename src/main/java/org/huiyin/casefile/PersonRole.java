package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** In what capacity somebody stands in a case file (articles 17, 20; R14, R50). */
public enum PersonRole implements Labelled {
    PRINCIPAL("主访人"),
    REPRESENTATIVE("代表"),
    CO_PETITIONER("共同信访人"),
    PROXY("代理人"),
    DEPUTY("转交的代表委员");

    private final String label;

    PersonRole(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whose matter it is: neither who speaks for him nor who passed it on. */
    public boolean isPetitioner() {
        return this == PRINCIPAL || this == REPRESENTATIVE || this == CO_PETITIONER;
    }
}
