package org.huiyin.desk;

import java.util.List;

/**
 * A case file in the words and dates that the panel shows; empty strings are not shown.
 *
 * @param extension the open request for an extension
 * @param mayExtendBy days for which the reader may ask at most; none when he may not ask
 */
record CasePage(
        String number,
        String state,
        boolean draft,
        boolean sealed,
        String organ,
        String person,
        String channel,
        String receivedOn,
        String registeredAt,
        String petitionClass,
        String route,
        String ending,
        LetterLines letter,
        List<PersonLine> people,
        List<DraftLines> drafts,
        List<PaperLine> papers,
        List<JournalLine> journal,
        List<ClockLine> clocks,
        String extension,
        int mayExtendBy,
        boolean mayHandBack,
        boolean mayUnmask,
        boolean mayPrintReceipt) {

    record LetterLines(String title, String content, String demand, String place, String subject, String addressee) {
        static final LetterLines NONE = new LetterLines("", "", "", "", "", "");
    }

    record PersonLine(String role, String name, String phone, String idNumber, String address, String about) {}

    record DraftLines(String title, String state, List<Fact> facts) {}

    record Fact(String label, String text) {}

    record PaperLine(String id, String kind, String number, String progress) {}

    record JournalLine(String at, String who, String what, String facts, String typed) {}

    record ClockLine(
            String name,
            String article,
            String lamp,
            String lampLabel,
            String dueText,
            boolean provisional,
            List<String> explanation) {}

    /** What unmasking answers. */
    record People(List<PersonLine> people) {}

    @Override
    public String toString() {
        return "CasePage[" + number + "]";
    }
}
