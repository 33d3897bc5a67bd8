package org.huiyin.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Petitions.day;
import static org.huiyin.testkit.Refused.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The opinion was received on 2026-06-01, so that D12 ends on 2026-07-01, a Wednesday. */
@HuiyinTest
@CoversAllPathsOf("petitionReview")
@DisplayName("复查：第三十五条")
class PetitionReviewProcessTest {
    private static final String REASONS = "只修了一盏灯，另外两盏没有修。";
    private static final OrganId DISTRICT = new OrganId("binjiangGovernment");

    @Autowired
    Petitions petitions;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Review review;

    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    @Autowired
    ApplicationContext context;

    private final Desk reviewer = Desk.as("reviewer");

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("第三十五条 期限内请求复查，由上一级机关三十日内书面答复")
    void aRequestInTimeIsDecidedByTheOrganAbove() {
        PetitionId id = open();

        Time.is("2026-07-01");
        review.requestReview(id, petitions.queryCode(id), REASONS);

        assertThat(records.clock(id, ClockKind.D12).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(id, ClockKind.D13).rawDue()).isEqualTo("2026-07-31");
        assertThat(records.clock(id, ClockKind.D13).holder()).isEqualTo(DISTRICT);
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.UNDER_REVIEW);
        assertThat(Desk.as("handler").sees(id)).isEmpty();

        Time.is("2026-07-20");
        assertThat(reviewer.open(id, "decideReview"))
                .containsEntry("sentOn", day(0))
                .containsEntry("reasons", REASONS);
        reviewer.complete(id, "decideReview", decision("CHANGED", "POST"));

        Paper opinion = records.paper(id, PaperKind.REVIEW_OPINION);
        assertThat(opinion.number()).startsWith("滨政信访复查〔2026〕");
        assertThat(records.printed(id, PaperKind.REVIEW_OPINION))
                .contains("变更原处理意见")
                .contains("江城市人民政府")
                .contains("复核");
        assertThat(opinion.deliveryMethod()).contains(DeliveryMethod.POST);
        assertThat(records.clock(id, ClockKind.D13).state()).isEqualTo(ClockState.MET);
        assertThat(review.find(id).flatMap(ReviewRequest::outcome)).contains(ReviewOutcome.CHANGED);
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.REVIEWED);
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第三十五条 超期未申请复查")
    void theWindowLapsesByItselfOnTheEvidenceOfTheReceipt() {
        PetitionId id = open();

        Time.is("2026-07-02");
        Jobs.of(context, id).runDue();

        assertThat(records.journal(id)).containsOnlyOnce(JournalKind.REVIEW_LAPSED);
        assertThat(isOver(id)).isTrue();
        assertThat(review.openUntil(id)).isEmpty();
        assertThat(records.clock(id, ClockKind.D12).isRunning()).isFalse();
    }

    @Test
    @DisplayName("第三十五条 期限最后一日为休息日的顺延")
    void theWindowIsOpenOnTheLegalLastDay() {
        Time.is("2026-06-05");
        PetitionId id = open();
        assertThat(records.clock(id, ClockKind.D12).rawDue()).as("a Sunday").isEqualTo("2026-07-05");

        Time.is("2026-07-06");
        Jobs.of(context, id).runDue();

        assertThat(review.openUntil(id)).contains(LocalDate.parse("2026-07-06"));
        review.requestReview(id, petitions.queryCode(id), REASONS);
        assertThat(review.find(id)).isPresent();
    }

    @Test
    @DisplayName("第三十五条 逾期申请：说明何时届满，有正当理由的由复查机关决定")
    void aLateRequestIsRefusedSayingWhoMayStillDecide() {
        PetitionId id = open();
        String code = petitions.queryCode(id);

        Time.is("2026-07-02");

        assertRefused(() -> review.requestReview(id, code, REASONS), "reasons", "2026-07-01届满");
        assertRefused(() -> review.requestReview(id, code, REASONS), "reasons", "滨江区人民政府");
        assertThat(review.find(id)).isEmpty();
    }

    @Test
    @DisplayName("第三十五条 公布的意见书自信访人确认收到之日起算")
    void aPublishedOpinionIsReceivedWhenThePetitionerSaysSo() {
        PetitionId id = openPublished();
        assertThat(records.hasClock(id, ClockKind.D12)).isFalse();

        Time.is("2026-06-20");
        review.acknowledgeReceipt(id, petitions.queryCode(id));

        assertThat(records.clock(id, ClockKind.D12).start().on()).isEqualTo("2026-06-20");
        assertThat(records.clock(id, ClockKind.D12).rawDue()).isEqualTo("2026-07-20");
        Time.is("2026-07-02");
        Jobs.of(context, id).runDue();
        assertThat(isOver(id)).as("D22 has lapsed, D12 runs on").isFalse();
        Time.is("2026-07-21");
        Jobs.of(context, id).runDue();
        assertThat(isOver(id)).isTrue();
    }

    @Test
    void whoeverAsksForAReviewOfAPublishedOpinionHasReceivedIt() {
        PetitionId id = openPublished();

        review.requestReview(id, petitions.queryCode(id), REASONS);

        assertThat(records.paper(id, PaperKind.OPINION).isReceived()).isTrue();
        assertThat(reviewer.sees(id)).containsExactly("decideReview");
    }

    @Test
    @DisplayName("公布后无人确认收到：评价期届满即了结")
    void aPublishedOpinionNobodyReceivedEndsWithTheEvaluationWindow() {
        PetitionId id = openPublished();

        Time.is("2026-07-02");
        Jobs.of(context, id).runDue();

        assertThat(isOver(id)).isTrue();
        assertThat(records.hasClock(id, ClockKind.D12)).isFalse();
    }

    @Test
    void onlyAPublishedOpinionIsAcknowledged() {
        PetitionId id = open();

        assertRefused(() -> review.acknowledgeReceipt(id, petitions.queryCode(id)), "queryCode", "没有等待您确认");
    }

    @Test
    @DisplayName("复查机关不得是原办理机关")
    void noOrganReviewsItsOwnOpinion() {
        PetitionId id = new PetitionId("9901002026060101000001");

        assertThatThrownBy(() -> new ReviewRequest(id, Instant.EPOCH, REASONS, DISTRICT, DISTRICT, Optional.empty()))
                .hasMessageContaining("reviews its own opinion");
    }

    @Test
    void nobodyButAReviewerOfThatOrganDecides() {
        PetitionId id = open();
        review.requestReview(id, petitions.queryCode(id), REASONS);
        String task = gateway.as(HANDLER, () -> gateway.openTasks(id).get(0).id());
        gateway.as(HANDLER, () -> gateway.claim(task));

        assertRefused(
                () -> gateway.as(HANDLER, () -> gateway.complete(task, decision("UPHELD", "POST"))),
                "reviewOutcome",
                "复查员");
    }

    @Test
    void staffCannotAskInThePetitionersPlace() {
        PetitionId id = open();
        String code = petitions.queryCode(id);

        assertRefused(() -> gateway.as(HANDLER, () -> review.requestReview(id, code, REASONS)), "queryCode", "工作人员不得");
    }

    @Test
    void aReviewIsAskedOnceAndWithReasons() {
        PetitionId id = open();
        String code = petitions.queryCode(id);

        assertRefused(() -> review.requestReview(id, code, "  "), "reasons", "理由");
        review.requestReview(id, code, REASONS);
        assertRefused(() -> review.requestReview(id, code, REASONS), "reasons", "已经申请");
    }

    private static PetitionId open() {
        return Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("IN_PERSON")
                .received()
                .id();
    }

    private static PetitionId openPublished() {
        return Life.ofAnAnonymousLetter()
                .sorted()
                .forwarded()
                .published(Life.opinion())
                .id();
    }

    private static Map<String, Object> decision(String outcome, String method) {
        return Map.of(
                "reviewOutcome",
                outcome,
                "reviewFindings",
                "复查查明，三盏路灯中有两盏未修复。",
                "reviewOpinion",
                "责成在十五日内全部修复。",
                "legalBasis",
                "《信访工作条例》第三十五条",
                "deliveryMethod",
                method,
                "sentOn",
                day(0));
    }

    private boolean isOver(PetitionId id) {
        return records.isOver(id, ReviewProcess.ID);
    }
}
