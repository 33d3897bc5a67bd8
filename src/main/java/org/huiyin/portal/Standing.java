package org.huiyin.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where a matter stands, as its petitioner sees it: organs and dates, never officers or the journal. */
record Standing(
        String number,
        String title,
        Stage stage,
        String state,
        String channel,
        LocalDate receivedOn,
        LocalDate registeredOn,
        String registeredBy,
        Optional<String> organ,
        List<Event> events,
        List<Period> periods,
        List<SentPaper> papers,
        Voice voice,
        Optional<LocalDate> endedOn,
        Optional<String> endReason,
        List<String> nextSteps) {

    /** The five parts of the way, for a bar. */
    enum Stage {
        REGISTERED,
        SENT_ON,
        IN_HANDLING,
        ANSWERED,
        ENDED
    }

    /** Something that happened and that concerns the petitioner. */
    record Event(LocalDate on, String what, Optional<String> organ) {}

    /** A period that runs: for the organ, or for the petitioner himself. */
    record Period(String kind, String name, String article, LocalDate until, boolean yours, boolean overdue) {}

    /** A paper addressed to the petitioner that has gone out. */
    record SentPaper(
            String documentNumber,
            String name,
            String organ,
            LocalDate issuedOn,
            String delivery,
            boolean answer,
            String html) {}

    /** What the petitioner may do now. */
    record Voice(
            boolean mayAcknowledge,
            Optional<LocalDate> mayEvaluateUntil,
            boolean ratesOffice,
            boolean evaluated,
            Optional<LocalDate> mayRequestReviewUntil,
            boolean reviewRequested,
            Optional<String> reviewOrgan,
            boolean mayAskForRecusal) {
        static Voice none() {
            return new Voice(false, Optional.empty(), false, false, Optional.empty(), false, Optional.empty(), false);
        }
    }

    /** Never prints what is in it. */
    @Override
    public String toString() {
        return "Standing[" + number + "]";
    }
}
