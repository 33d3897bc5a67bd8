package org.huiyin.intake;

import org.huiyin.kernel.Labelled;

/** How the petitioner confirmed an answer on the spot. */
enum SpotConfirmation implements Labelled {
    SIGNED("签字确认"),
    ORAL("口头确认");

    private final String label;

    SpotConfirmation(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
