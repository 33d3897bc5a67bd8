package org.huiyin.lifecycle;

import java.time.Clock;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.evaluation.PetitionEvaluated;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.huiyin.review.Review;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the processes of one petition meet: how it begins at a counter, and how it ends. */
@Service
@Transactional
public class Lifecycle {
    private final CaseFile cases;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final Review review;
    private final Clock clock;

    Lifecycle(CaseFile cases, Deadlines deadlines, Papers papers, Organs organs, Review review, Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.review = review;
        this.clock = clock;
    }

    /** A draft with its number: the registrar who opened it owes its registration (D1). */
    @Article("21, 22, 23")
    OpenedDraft receive(Channel channel, OfficerId by) {
        Organ organ = organs.organOf(by)
                .filter(own -> organs.mayWork(by, own.id(), Role.INTAKE))
                .orElseThrow(() -> InvalidInput.of("channel", "信访形式", "只有登记员可以登记信访事项。"));
        PetitionId id = cases.open(channel, organ.id(), by);
        deadlines.start(id, ClockKind.D1, clock.instant(), "开始登记", organ.id(), Optional.of(by));
        return new OpenedDraft(id, organ.id());
    }

    /**
     * Records why the matter ended, by the paper that ended it. What ended at intake has its reason already; an
     * accusation goes on in a process of its own and ends there (art 30).
     */
    void close(PetitionId id) {
        Petition petition = cases.lock(id);
        if (petition.sealed()) {
            return;
        }
        deadlines.cancelAll(id, "信访事项办结", ClockKind.D11);
        if (petition.isOpen()) {
            Ending ending = Ending.of(papers.of(id))
                    .orElseThrow(() -> new IllegalStateException("no paper ends petition " + id));
            cases.end(id, ending.reason(), ending.paper());
        }
    }

    /** Whoever evaluates a published answer has read it, and his days to ask for a review begin. */
    @EventListener
    void on(PetitionEvaluated evaluated) {
        review.receivedPublishedOpinion(evaluated.petition(), "信访人凭查询码评价");
    }
}
