package org.huiyin.suggestion;

import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;

/** Who studied what, the conclusion, and the reply; what is not adopted in full is not left without a reason (R16, R41). */
@Article("29")
public record StudyText(String study, Conclusion conclusion, String conclusionReason, String reply) {
    public StudyText {
        if (conclusion != Conclusion.ADOPTED && conclusionReason.isBlank()) {
            throw InvalidInput.of("conclusionReason", "未采纳或部分采纳的理由", "没有全部采纳的，应当写明理由并告知建议人。");
        }
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "StudyText[" + conclusion + "]";
    }
}
