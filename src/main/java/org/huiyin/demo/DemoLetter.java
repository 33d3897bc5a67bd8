package org.huiyin.demo;

import java.util.List;

/**
 * An invented petition and its story so far.
 *
 * @param waitsAt the activity at which the story stops for now; empty when it has come to its end
 */
record DemoLetter(String ref, String story, String waitsAt, List<DemoStep> steps) {
    DemoLetter {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).day() > steps.get(i - 1).day()) {
                throw new IllegalArgumentException(ref + " goes back in time at step " + i);
            }
        }
    }
}
