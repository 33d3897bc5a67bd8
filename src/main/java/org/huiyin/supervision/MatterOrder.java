package org.huiyin.supervision;

import org.huiyin.kernel.Labelled;

/** Which of the matters behind a figure stand on top. */
public enum MatterOrder implements Labelled {
    OLDEST("收到最早的在前", "m.received_on"),
    /** Only what has a date it is due by. */
    DUE("到期最早的在前", "m.due"),
    STUCK("停在本环节最久的在前", "m.since"),
    /** Only what has ended. */
    ENDED("办结最早的在前", "m.ended_on");

    private final String label;
    private final String column;

    MatterOrder(String label, String column) {
        this.label = label;
        this.column = column;
    }

    @Override
    public String label() {
        return label;
    }

    String column() {
        return column;
    }

    String type() {
        return this == STUCK ? "timestamptz" : "date";
    }
}
