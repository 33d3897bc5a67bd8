package org.huiyin.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockLapsed;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.Actor;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 复查: the petitioner may ask within his window, and the organ above the one that answered decides in writing. */
@Service
@Transactional
@Article("35")
public class Review {
    private static final int LONGEST_REASONS = 10_000;

    private final ReviewTable requests;
    private final ReviewProcess process;
    private final Receipt receipt;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final EngineGateway gateway;
    private final Clock clock;

    Review(
            ReviewTable requests,
            ReviewProcess process,
            Receipt receipt,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            EngineGateway gateway,
            Clock clock) {
        this.requests = requests;
        this.process = process;
        this.receipt = receipt;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** By the petitioner, with the query code; whoever asks for a review of a published answer has received it. */
    public void requestReview(PetitionId id, String queryCode, String reasons) {
        identify(id, queryCode);
        gateway.as(JournalEntry.PETITIONER, () -> {
            receipt.ofPublishedOpinion(id, "信访人凭查询码申请复查");
            request(id, CleanText.of("reasons", "申请复查的理由", reasons, LONGEST_REASONS));
        });
    }

    /** A published answer is in the petitioner's hands from the day he says so: his 30 days begin. */
    public void acknowledgeReceipt(PetitionId id, String queryCode) {
        identify(id, queryCode);
        gateway.as(JournalEntry.PETITIONER, () -> {
            if (!receipt.ofPublishedOpinion(id, "信访人凭查询码确认收到")) {
                throw InvalidInput.of("queryCode", "确认收到", "本件没有等待您确认收到的公布答复。");
            }
        });
    }

    /** The petitioner has shown by another act of his that the published answer reached him. */
    public void receivedPublishedOpinion(PetitionId id, String evidence) {
        receipt.ofPublishedOpinion(id, evidence);
    }

    @Transactional(readOnly = true)
    public Optional<ReviewRequest> find(PetitionId id) {
        return requests.find(id);
    }

    /** Until which day a review may be asked; empty when no window is open. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> openUntil(PetitionId id) {
        return deadlines
                .find(id, ClockKind.D12)
                .filter(window -> window.isRunning() && !LocalDate.now(clock).isAfter(window.legalDue()))
                .map(window -> window.legalDue());
    }

    void decideReview(PetitionId id, ReviewText text, DeliveryMethod method, LocalDate sentOn, OfficerId by) {
        cases.lock(id);
        ReviewRequest request = requests.find(id)
                .orElseThrow(() -> new IllegalStateException("petition " + id + " has no request for review"));
        refuseStrangers(request, by);
        refusePublishing(id, method);
        Paper opinion = papers.issue(id, PaperKind.REVIEW_OPINION, request.reviewOrgan(), by, content(text));
        papers.sent(id, PaperKind.REVIEW_OPINION, method, sentOn, "");
        requests.decide(id, text, by, clock.instant(), opinion.number());
        deadlines.met(id, ClockKind.D13, clock.instant(), opinion.number());
        journal.write(
                id, JournalKind.REVIEW_DECIDED, Map.of("outcome", text.outcome().name(), "number", opinion.number()));
    }

    @Transactional(readOnly = true)
    boolean hasAddressee(PetitionId id) {
        return cases.hasAddressee(id);
    }

    /** D12 ends by itself; where nobody ever received the published answer, the evaluation window ends both. */
    @EventListener
    void on(ClockLapsed lapsed) {
        PetitionId id = lapsed.petition();
        boolean ends = lapsed.kind() == ClockKind.D12 || (lapsed.kind() == ClockKind.D22 && receipt.isOpen(id));
        if (ends && process.awaitsRequest(id)) {
            journal.write(
                    id, JournalKind.REVIEW_LAPSED, Map.of("clock", lapsed.kind().code()));
            deadlines.stopIfRunning(id, ClockKind.D12, "超期未申请复查");
            process.lapsed(id);
        }
    }

    private void identify(PetitionId id, String queryCode) {
        if (Actor.person().isPresent()) {
            throw InvalidInput.of("queryCode", "查询码", "只能由信访人凭查询码提交，工作人员不得代为提交。");
        }
        if (!cases.opens(id, queryCode)) {
            throw InvalidInput.of("queryCode", "查询码", "信访编号或者查询码不对，请核对后重新输入。");
        }
    }

    private void request(PetitionId id, String reasons) {
        cases.lock(id);
        if (reasons.isEmpty()) {
            throw InvalidInput.of("reasons", "申请复查的理由", "请写明不服处理意见的理由。");
        }
        if (requests.find(id).isPresent()) {
            throw InvalidInput.of("reasons", "申请复查", "本件已经申请复查，请等待复查意见。");
        }
        OrganId handling = handlingOrgan(id);
        refuseLate(id, handling);
        ReviewRequest request =
                new ReviewRequest(id, clock.instant(), reasons, handling, reviewerOf(handling), Optional.empty());
        requests.insert(request);
        journal.write(
                id,
                JournalKind.REVIEW_REQUESTED,
                Map.of("reviewOrgan", request.reviewOrgan().value()),
                Optional.of(reasons));
        deadlines.met(id, ClockKind.D12, clock.instant(), "信访人申请复查");
        deadlines.start(id, ClockKind.D13, clock.instant(), "收到复查申请", request.reviewOrgan(), Optional.empty());
        process.requested(id, request.reviewOrgan());
    }

    private OrganId handlingOrgan(PetitionId id) {
        return papers.latestReviewed(id)
                .filter(Paper::isReceived)
                .map(Paper::organ)
                .orElseThrow(() -> InvalidInput.of("reasons", "申请复查", "处理意见书尚未送达，收到后才能申请复查。"));
    }

    private void refuseLate(PetitionId id, OrganId handling) {
        if (openUntil(id).isEmpty()) {
            String last = deadlines
                    .find(id, ClockKind.D12)
                    .map(window -> window.legalDue().toString())
                    .orElse("");
            throw InvalidInput.of(
                    "reasons",
                    "申请复查",
                    "申请复查的期限自收到处理意见书之日起计算，已于" + last + "届满，不能在此提交。有正当理由的，请书面向"
                            + organs.reviewerName(handling).orElse("上一级机关") + "说明，由该机关决定是否受理。");
        }
    }

    /** The ladder decides who reviews; an organ outside this system is asked on paper. */
    private OrganId reviewerOf(OrganId handling) {
        return organs.reviewerOf(handling)
                .map(organ -> organ.id())
                .orElseThrow(() -> InvalidInput.of(
                        "reasons",
                        "申请复查",
                        "复查机关" + organs.reviewerName(handling).orElse("") + "不使用本系统，请向该机关书面提出。"));
    }

    private void refuseStrangers(ReviewRequest request, OfficerId by) {
        if (!organs.mayWork(by, request.reviewOrgan(), Role.REVIEWER)) {
            throw InvalidInput.of("reviewOutcome", "复查结论", "只有复查机关的复查员可以作出复查意见。");
        }
    }

    private void refusePublishing(PetitionId id, DeliveryMethod method) {
        if (method == DeliveryMethod.PUBLISHED && cases.hasAddressee(id)) {
            throw InvalidInput.of("deliveryMethod", "送达方式", "信访人姓名和联系方式清楚，应当送达，请选择送达方式。");
        }
    }

    private static Map<String, String> content(ReviewText text) {
        Map<String, String> content = new HashMap<>();
        content.put("reviewOutcome", text.outcome().label());
        content.put("reviewFindings", text.findings());
        content.put("reviewOpinion", text.opinion());
        content.put("legalBasis", text.legalBasis());
        return content;
    }
}
