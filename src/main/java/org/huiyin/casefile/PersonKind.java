package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** Who may petition (arts 17, 48). */
public enum PersonKind implements Labelled {
    CITIZEN("公民"),
    FOREIGNER("港澳台居民或外国人"),
    LEGAL_PERSON("法人"),
    OTHER_ORGANISATION("其他组织");

    private final String label;

    PersonKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    public boolean isOrganisation() {
        return this == LEGAL_PERSON || this == OTHER_ORGANISATION;
    }
}
