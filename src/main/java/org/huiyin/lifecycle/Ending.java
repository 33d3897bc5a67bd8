package org.huiyin.lifecycle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.EndReason;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;

/** Why a matter has ended, and the paper that proves it: no end by time or by transfer alone (R40). */
record Ending(EndReason reason, String paper) {
    /** The paper that says most, first. */
    private static final List<PaperKind> BY_WEIGHT = List.of(
            PaperKind.REVIEW_OPINION,
            PaperKind.OPINION,
            PaperKind.SIMPLIFIED_REPLY,
            PaperKind.SUGGESTION_REPLY,
            PaperKind.DECLINE_NOTICE,
            PaperKind.NO_FURTHER_NOTICE);

    @Article("23, 29, 34, 35, 36")
    static Optional<Ending> of(List<Paper> papers) {
        return papers.stream()
                .filter(paper -> BY_WEIGHT.contains(paper.kind()))
                .min(Comparator.comparingInt(paper -> BY_WEIGHT.indexOf(paper.kind())))
                .map(paper -> new Ending(reason(paper), paper.number()));
    }

    private static EndReason reason(Paper paper) {
        return switch (paper.kind()) {
            case REVIEW_OPINION -> EndReason.REVIEWED;
            case OPINION -> paper.isReceived() ? EndReason.ANSWERED_NO_REVIEW : EndReason.ANSWERED_PUBLISHED;
            case SIMPLIFIED_REPLY -> EndReason.SIMPLY_ANSWERED;
            case SUGGESTION_REPLY -> EndReason.SUGGESTION_ANSWERED;
            case DECLINE_NOTICE -> EndReason.DECLINED;
            case NO_FURTHER_NOTICE -> EndReason.NOT_ACCEPTED_AGAIN;
            default -> throw new IllegalArgumentException(paper.kind() + " ends nothing");
        };
    }
}
