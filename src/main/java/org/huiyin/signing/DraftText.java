package org.huiyin.signing;

import java.util.Map;

/** What a draft says. Fields are keyed as in the forms in which it is written and read. */
public interface DraftText {
    /** As it was typed: choices are codes. It is kept so, and so the form opens again after a return. */
    Map<String, String> typed();

    /** As it is read: choices are in words. */
    Map<String, String> words();

    /** What the signed paper says of it, keyed as its {@link org.huiyin.notice.PaperKind} knows it. */
    default Map<String, String> printed() {
        return words();
    }

    /** What the journal notes of it: codes, never what was written. */
    Map<String, String> facts();
}
