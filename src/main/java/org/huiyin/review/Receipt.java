package org.huiyin.review;

import java.time.Clock;
import java.time.LocalDate;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.Papers;
import org.huiyin.notice.ReceiptKind;
import org.springframework.stereotype.Component;

/** The receipt of an opinion that was published: an act of the petitioner himself, never of an officer. */
@Component
@Article("35")
class Receipt {
    private final CaseFile cases;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Clock clock;

    Receipt(CaseFile cases, Deadlines deadlines, Papers papers, Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.papers = papers;
        this.clock = clock;
    }

    /** Begins the 30 days; false when there is no published opinion that waits for its receipt. */
    boolean ofPublishedOpinion(PetitionId id, String evidence) {
        Petition petition = cases.lock(id);
        if (!petition.isOpen() || !isOpen(id)) {
            return false;
        }
        Paper answer = papers.latestReviewed(id).orElseThrow();
        papers.received(id, answer.kind(), LocalDate.now(clock), ReceiptKind.ACKNOWLEDGED, evidence);
        deadlines.start(id, ClockKind.D12, clock.instant(), evidence, petition.organ(), petition.person());
        return true;
    }

    /** Published or spoken, and the written answer in nobody's hands yet. */
    boolean isOpen(PetitionId id) {
        return papers.latestReviewed(id).filter(Paper::waitsToBeFetched).isPresent();
    }
}
