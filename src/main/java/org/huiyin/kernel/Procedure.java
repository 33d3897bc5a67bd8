package org.huiyin.kernel;

/** 办理程序: which model carries the matter after dispatch. */
public enum Procedure implements Labelled {
    ORDINARY("普通程序"),
    SUGGESTION("建议办理");

    private final String label;

    Procedure(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
