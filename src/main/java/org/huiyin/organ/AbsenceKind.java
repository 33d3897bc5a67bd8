package org.huiyin.organ;

import org.huiyin.kernel.Labelled;

/** Why an officer is away; kept for the head of his organ, never written into a case file. */
public enum AbsenceKind implements Labelled {
    LEAVE("休假"),
    SICK("病假"),
    BUSINESS("公出"),
    TRAINING("学习培训"),
    OTHER("其他");

    private final String label;

    AbsenceKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
