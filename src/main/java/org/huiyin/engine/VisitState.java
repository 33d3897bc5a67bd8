package org.huiyin.engine;

import org.huiyin.kernel.Labelled;

/** How a visit of an element of a model stands. */
public enum VisitState implements Labelled {
    OPEN("进行中"),
    DONE("已完成"),
    CANCELLED("已中止");

    private final String label;

    VisitState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
