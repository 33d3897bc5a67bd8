package org.huiyin.signing;

import java.util.Map;
import java.util.function.Function;
import org.huiyin.casefile.JournalKind;
import org.huiyin.notice.PaperKind;

/** The paper that comes of a draft, the entry that notes each version, and how its text is read back. */
public record DraftKind<T extends DraftText>(
        PaperKind paper, JournalKind drafted, Function<Map<String, String>, T> read) {}
