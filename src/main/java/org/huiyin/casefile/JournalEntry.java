package org.huiyin.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;

/** One line of the journal. {@code typed} is empty when nothing was typed or when it was erased by law. */
public record JournalEntry(
        int seq, Instant at, JournalKind kind, OfficerId actor, Map<String, String> facts, Optional<String> typed) {
    /** The actor of what the petitioner did himself, with the query code. */
    public static final OfficerId PETITIONER = new OfficerId("petitioner");

    @Override
    public String toString() {
        return "JournalEntry[" + seq + ", " + kind + "]";
    }
}
