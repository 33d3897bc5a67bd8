package org.huiyin.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One mark on the trail of an instance, as it is kept: a sign, the id of an element of the model and, where the token stays,
 * which visit of it this is. Ids hold neither blanks nor strokes.
 */
record TrailMark(Sign sign, String element, String visit) {
    private static final String NO_VISIT = "";

    enum Sign {
        /** The instance began: what came before is not missing. */
        BEGAN('^'),
        /** A flow. */
        TOOK('>'),
        /** An element was entered and left in the same step. */
        PASSED('.'),
        ENTERED('+'),
        LEFT('-'),
        CANCELLED('!'),
        /** The visit began this other instance. */
        CALLED('@');

        private final char letter;

        Sign(char letter) {
            this.letter = letter;
        }

        private static Sign of(char letter) {
            return Arrays.stream(values())
                    .filter(sign -> sign.letter == letter)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no mark of a trail: " + letter));
        }
    }

    static TrailMark began() {
        return new TrailMark(Sign.BEGAN, "", NO_VISIT);
    }

    static TrailMark took(String flow) {
        return new TrailMark(Sign.TOOK, flow, NO_VISIT);
    }

    /** @param visit the engine's id of the visit, which names the element too where there is room for it */
    static TrailMark of(Sign sign, String element, String visit) {
        return new TrailMark(sign, element, visitOf(visit));
    }

    TrailMark as(Sign other) {
        return new TrailMark(other, element, other == Sign.PASSED ? NO_VISIT : visit);
    }

    static String visitOf(String activityInstance) {
        return activityInstance.substring(activityInstance.lastIndexOf(':') + 1);
    }

    static String text(List<TrailMark> marks) {
        return marks.stream().map(TrailMark::text).collect(Collectors.joining(" "));
    }

    static List<TrailMark> parse(String text) {
        return Arrays.stream(text.split(" ", -1)).map(TrailMark::mark).toList();
    }

    private String text() {
        return sign.letter + element + (visit.isEmpty() ? "" : "/" + visit);
    }

    private static TrailMark mark(String word) {
        String[] parts = word.substring(1).split("/", 2);
        return new TrailMark(Sign.of(word.charAt(0)), parts[0], parts.length < 2 ? NO_VISIT : parts[1]);
    }
}
