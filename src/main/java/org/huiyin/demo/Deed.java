package org.huiyin.demo;

import java.util.Arrays;
import java.util.Optional;

/** What happens in a story besides the completion of a task. */
enum Deed {
    /** An officer opens a draft with the start form. */
    OPENED("petitionReceived"),
    /** It came complete from the web. */
    RECEIVED_ONLINE("receivedOnline"),
    /** The petitioner evaluates with his query code. */
    EVALUATED("evaluated"),
    /** The petitioner asks for a review with his query code. */
    REVIEW_REQUESTED("reviewRequested"),
    /** An officer enters the re-review opinion that was given on paper. */
    FINAL_OPINION_ENTERED("finalOpinionEntered");

    private final String word;

    Deed(String word) {
        this.word = word;
    }

    static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word.equals(word)).findFirst();
    }
}
