package org.huiyin.simplified;

import org.huiyin.kernel.Labelled;

/** Where the simplified procedure was chosen: by who sorts, so that it is passed on in a day, and by who decides. */
enum Stage implements Labelled {
    SORTING("分流，拟适用"),
    ACCEPTANCE("受理，决定适用");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
