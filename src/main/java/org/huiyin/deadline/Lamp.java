package org.huiyin.deadline;

import org.huiyin.kernel.Labelled;

/** How near the end of a clock is. The priority is that of the petition's open tasks while it is the worst lamp. */
public enum Lamp implements Labelled {
    GREEN("绿", 50),
    YELLOW("黄", 60),
    RED("红", 70),
    OVERDUE("超期", 90);

    private final String label;
    private final int priority;

    Lamp(String label, int priority) {
        this.label = label;
        this.priority = priority;
    }

    @Override
    public String label() {
        return label;
    }

    public int priority() {
        return priority;
    }
}
