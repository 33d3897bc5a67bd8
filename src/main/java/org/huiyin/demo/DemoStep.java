package org.huiyin.demo;

import java.util.Map;

/**
 * One step of a story.
 *
 * @param day how many days before the first start it happened
 * @param by the officer who did it; empty when it was the petitioner
 * @param deed the user task completed, or one of the {@link Deed}s beside the tasks
 * @param typed what was typed into the form; {@code today} stands for the day of the step
 */
record DemoStep(int day, String by, String deed, Map<String, Object> typed) {
    DemoStep {
        typed = Map.copyOf(typed);
    }

    /** Done at a desk, on a working day; petitioners write when they like. */
    boolean isOfficeWork() {
        return !by.isEmpty() && !deed.equals("receivedOnline");
    }
}
