package org.huiyin.desk;

import java.util.List;
import java.util.Map;

/**
 * Which way an instance of a matter went, in the words and dates that Cockpit shows; empty strings are not shown.
 *
 * @param told what the reader has to know before he looks, such as that the history is gone
 * @param definition the version of the model to draw; empty when nothing is left to be drawn
 * @param marks of the elements that were visited
 * @param flows how often each was taken
 */
record TrailPage(
        String number,
        String told,
        String instance,
        String model,
        String definition,
        String state,
        List<StepLine> steps,
        List<Mark> marks,
        Map<String, Integer> flows,
        List<InstanceLine> instances) {

    /**
     * @param element of the drawing; empty for what stands at none
     * @param cause by which event it was cancelled
     * @param called the instance that it began
     * @param notes what the journal says of the task meanwhile
     */
    record StepLine(
            String element,
            String name,
            String kind,
            String state,
            String stateLabel,
            String who,
            String began,
            String ended,
            String took,
            String cause,
            String called,
            List<String> notes) {}

    /** How often an element was left, cancelled, and how many tokens stand at it. */
    record Mark(String element, String name, int done, int cancelled, int open) {}

    /** @param level how deep it was called */
    record InstanceLine(
            String id,
            String model,
            boolean running,
            String state,
            String began,
            String ended,
            String took,
            int level) {}

    @Override
    public String toString() {
        return "TrailPage[" + number + ", " + instance + "]";
    }
}
