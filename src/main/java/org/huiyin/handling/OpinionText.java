package org.huiyin.handling;

import java.util.Map;
import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.Article;
import org.huiyin.notice.PaperKind;
import org.huiyin.signing.DraftKind;
import org.huiyin.signing.DraftText;

/** What an opinion must say: the demands one by one, the facts, the opinion on each, and its basis. */
@Article("32")
public record OpinionText(String demands, String findings, OpinionOutcome outcome, String opinion, String legalBasis)
        implements DraftText {
    public static final DraftKind<OpinionText> KIND =
            new DraftKind<>(PaperKind.OPINION, JournalKind.DRAFTED, OpinionText::of);

    private static OpinionText of(Map<String, String> typed) {
        return new OpinionText(
                typed.getOrDefault("demands", ""),
                typed.getOrDefault("findings", ""),
                OpinionOutcome.valueOf(typed.getOrDefault("opinionOutcome", "")),
                typed.getOrDefault("opinion", ""),
                typed.getOrDefault("legalBasis", ""));
    }

    @Override
    public Map<String, String> typed() {
        return fields(outcome.name());
    }

    @Override
    public Map<String, String> words() {
        return fields(outcome.label());
    }

    private Map<String, String> fields(String outcome) {
        return Map.of(
                "demands", demands,
                "findings", findings,
                "opinionOutcome", outcome,
                "opinion", opinion,
                "legalBasis", legalBasis);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("outcome", outcome.name());
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "OpinionText[" + outcome + "]";
    }
}
