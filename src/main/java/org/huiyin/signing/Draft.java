package org.huiyin.signing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** One version: who drafted it, and what the head wrote when he gave it back, or the number it was signed under. */
public record Draft<T extends DraftText>(
        PetitionId petition,
        int version,
        OfficerId drafter,
        Instant draftedAt,
        T text,
        Optional<OfficerId> decidedBy,
        Optional<String> returnComment,
        Optional<String> number) {
    public boolean isDecided() {
        return decidedBy.isPresent();
    }

    public boolean isSigned() {
        return number.isPresent();
    }

    /** The drafter goes on from his own words, with the head's comment above them. */
    public Map<String, Object> toRevise() {
        Map<String, Object> fields = new HashMap<>(text.typed());
        fields.put(
                "returnComment",
                returnComment.map(comment -> "负责人退回修改：" + comment).orElse(""));
        return fields;
    }

    /** What is to be signed, to be read above the decision. */
    public Map<String, Object> toRead() {
        return new HashMap<>(text.words());
    }
}
