package org.huiyin.suggestion;

import java.util.HashMap;
import java.util.Map;
import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.notice.PaperKind;
import org.huiyin.signing.DraftKind;
import org.huiyin.signing.DraftText;

/** Who studied what, the conclusion, and the reply; what is not adopted in full is not left without a reason (R16, R41). */
@Article("29")
public record StudyText(String study, Conclusion conclusion, String conclusionReason, String reply)
        implements DraftText {
    public static final DraftKind<StudyText> KIND =
            new DraftKind<>(PaperKind.SUGGESTION_REPLY, JournalKind.STUDIED, StudyText::of);

    public StudyText {
        if (conclusion != Conclusion.ADOPTED && conclusionReason.isBlank()) {
            throw InvalidInput.of("conclusionReason", "未采纳或部分采纳的理由", "没有全部采纳的，应当写明理由并告知建议人。");
        }
    }

    private static StudyText of(Map<String, String> typed) {
        return new StudyText(
                typed.getOrDefault("study", ""),
                Conclusion.valueOf(typed.getOrDefault("conclusion", "")),
                typed.getOrDefault("conclusionReason", ""),
                typed.getOrDefault("reply", ""));
    }

    @Override
    public Map<String, String> typed() {
        return fields(conclusion.name());
    }

    @Override
    public Map<String, String> words() {
        return fields(conclusion.label());
    }

    /** The study itself stays in the file (R41). */
    @Override
    public Map<String, String> printed() {
        Map<String, String> printed = new HashMap<>(words());
        printed.remove("study");
        return printed;
    }

    private Map<String, String> fields(String conclusion) {
        return Map.of("study", study, "conclusion", conclusion, "conclusionReason", conclusionReason, "reply", reply);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("conclusion", conclusion.name());
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "StudyText[" + conclusion + "]";
    }
}
