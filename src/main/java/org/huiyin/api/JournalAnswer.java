package org.huiyin.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.TimelineEntry;
import org.huiyin.kernel.PetitionId;

/** Who did what when, in words; {@code kind} is the word for programs. */
record JournalAnswer(String number, boolean intact, List<Line> entries) {
    record Line(
            int seq,
            OffsetDateTime at,
            String kind,
            String what,
            String who,
            List<TimelineEntry.Fact> facts,
            Optional<String> typed) {}

    static JournalAnswer of(PetitionId id, List<TimelineEntry> words, List<JournalEntry> entries, boolean intact) {
        return new JournalAnswer(
                id.value(),
                intact,
                IntStream.range(0, Math.min(words.size(), entries.size()))
                        .mapToObj(i -> line(words.get(i), entries.get(i)))
                        .toList());
    }

    private static Line line(TimelineEntry words, JournalEntry entry) {
        return new Line(
                words.seq(),
                Times.beijing(words.at()),
                entry.kind().name(),
                words.what(),
                words.who(),
                words.facts(),
                words.typed());
    }
}
