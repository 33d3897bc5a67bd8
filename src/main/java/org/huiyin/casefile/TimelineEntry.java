package org.huiyin.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A journal entry in words: 何时, 何事, 何人, and its facts with Chinese labels. */
public record TimelineEntry(int seq, Instant at, String what, String who, List<Fact> facts, Optional<String> typed) {
    public record Fact(String label, String value) {}
}
