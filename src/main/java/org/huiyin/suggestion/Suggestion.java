package org.huiyin.suggestion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organs;
import org.huiyin.signing.Drafts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A suggestion is studied and answered, adopted or not, and never ends without its reply (R16). */
@Service
@Transactional
@Article("29")
public class Suggestion {
    private final Drafts drafts;
    private final CaseFile cases;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final Clock clock;

    Suggestion(Drafts drafts, CaseFile cases, Deadlines deadlines, Papers papers, Organs organs, Clock clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.clock = clock;
    }

    /** From the assignment the reply is due; accepting or declining a suggestion is no question of article 23. */
    void begin(PetitionId id, OfficerId handler) {
        Petition petition = cases.lock(id);
        organs.refuseStranger(handler, petition.organ());
        deadlines.stopIfRunning(id, ClockKind.D3, "建议意见依照第二十九条研究答复");
        deadlines.stopIfRunning(id, ClockKind.D4, "建议意见依照第二十九条研究答复");
        deadlines.start(id, ClockKind.D18, clock.instant(), "建议已交承办", petition.organ(), Optional.of(handler));
    }

    /** The reply is issued and goes out in one step; then the one who suggested may say what he thinks of it. */
    void signReply(PetitionId id, DeliveryMethod method, OfficerId by) {
        Petition petition = cases.lock(id);
        refusePublishing(id, method);
        Paper reply = drafts.sign(id, StudyText.KIND, petition.organ(), by);
        papers.sent(id, PaperKind.SUGGESTION_REPLY, method, LocalDate.now(clock), "");
        deadlines.met(id, ClockKind.D18, clock.instant(), reply.number());
        deadlines.start(
                id,
                ClockKind.D22,
                clock.instant(),
                reply.number() + " " + method.label(),
                petition.organ(),
                petition.person());
    }

    @Transactional(readOnly = true)
    boolean hasAddressee(PetitionId id) {
        return cases.hasAddressee(id);
    }

    private void refusePublishing(PetitionId id, DeliveryMethod method) {
        if (method == DeliveryMethod.NOT_DUE) {
            throw InvalidInput.of("deliveryMethod", "送达方式", "建议答复必须送达或者公布，请选择送达方式。");
        }
        if (method == DeliveryMethod.PUBLISHED && cases.hasAddressee(id)) {
            throw InvalidInput.of("deliveryMethod", "送达方式", "建议人姓名和联系方式清楚，应当送达，请选择送达方式。");
        }
    }
}
