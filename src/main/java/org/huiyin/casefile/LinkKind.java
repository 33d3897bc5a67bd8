package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** What one matter is to an earlier one. A link tells; it never merges, and never ends anything. */
public enum LinkKind implements Labelled {
    /** The same person on the same matter. */
    REPEAT("重复信访"),
    /** Other persons on the same matter: each keeps his own file, his own clocks and his own answer. */
    JOINT("共同信访"),
    /** The same matter, but with facts or reasons that were not before: a matter of its own. */
    NEW_FACTS("有新的事实和理由");

    private final String label;

    LinkKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
