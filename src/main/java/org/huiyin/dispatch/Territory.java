package org.huiyin.dispatch;

import org.huiyin.kernel.Labelled;

/** Whether the problem is where an organ is competent (属地); where the petitioner lives says nothing about it. */
enum Territory implements Labelled {
    INSIDE("属地之内"),
    OUTSIDE("属地之外"),
    UNKNOWN("地点不明");

    private final String label;

    Territory(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
