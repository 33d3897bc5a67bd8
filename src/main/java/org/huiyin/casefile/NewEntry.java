package org.huiyin.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;

/** An entry of the journal on its way; its number and hash follow from those before it. The salt is in hexadecimal digits. */
record NewEntry(
        Instant at, JournalKind kind, OfficerId actor, Map<String, String> facts, Optional<String> typed, String salt) {
    @Override
    public String toString() {
        return "NewEntry[" + kind + "]";
    }
}
