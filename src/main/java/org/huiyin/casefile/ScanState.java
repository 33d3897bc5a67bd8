package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** Whether somebody has looked for malware in a file. */
public enum ScanState implements Labelled {
    NOT_SCANNED("未查毒"),
    WAITING("正在查毒"),
    CLEAN("查毒未见异常"),
    SUSPECT("查出可疑，已封存");

    private final String label;

    ScanState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    boolean opens() {
        return this == NOT_SCANNED || this == CLEAN;
    }
}
