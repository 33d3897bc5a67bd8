package org.huiyin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.evaluation.Evaluation;
import org.huiyin.evaluation.Rating;
import org.huiyin.evaluation.Ratings;
import org.huiyin.intake.Intake;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.review.Review;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HuiyinTest
@CoversAllPathsOf("petitionLifecycle")
@DisplayName("总流程：第二十一条至第三十五条，R40")
class PetitionLifecycleProcessTest {
    private static final OfficerId REGISTRAR = new OfficerId("intake");
    private static final Ratings GOOD = new Ratings(Optional.of(Rating.SATISFIED), Rating.SATISFIED, "");

    @Autowired
    CaseFile cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Journal journal;

    @Autowired
    Evaluation evaluation;

    @Autowired
    Review review;

    @Autowired
    Intake intake;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Petitions petitions;

    @Autowired
    EngineGateway gateway;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("第二十一条 收到即编号，登记是启动人的待办")
    void theStartFormGivesTheNumberAndTheTaskToWhoStarted() {
        PetitionId id = Desk.as("intake").receive(Channel.VISIT);

        assertThat(id.value()).startsWith("9901002026060102");
        assertThat(cases.get(id).isDraft()).isTrue();
        assertThat(cases.get(id).openedBy()).isEqualTo(REGISTRAR);
        assertThat(deadlines.find(id, ClockKind.D1))
                .hasValueSatisfying(clock -> assertThat(clock.person()).contains(REGISTRAR));
        assertThat(Desk.as("intake").sees(id)).containsExactly("registerVisit");
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .processDefinitionKey(LifecycleProcess.ID)
                        .count())
                .as("Cockpit finds the life by its number")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("第三十五条 评价期与复查申请期同日届满，两者都了结后办结")
    void bothWindowsLapseOnTheSameDayAndTheLifeEndsOnce() {
        PetitionId id = answered();

        Time.is("2026-07-02");
        Jobs.of(context, id).runDue();

        assertEnded(id, EndReason.ANSWERED_NO_REVIEW);
    }

    @Test
    @DisplayName("两个期限在同一瞬间由两个线程触发，仍只办结一次")
    void bothWindowsLapseInTheSameInstantOnTwoThreads() throws Exception {
        PetitionId id = answered();
        Time.is("2026-07-02");
        List<Callable<Boolean>> lapses =
                management.createJobQuery().duedateLowerThan(Date.from(Time.now())).list().stream()
                        .filter(job -> isOf(id, job.getProcessInstanceId()))
                        .map(job -> (Callable<Boolean>) () -> gateway.asSystem(() -> {
                            management.executeJob(job.getId());
                            return true;
                        }))
                        .toList();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> lapse : threads.invokeAll(lapses)) {
                lapse.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(lapses).hasSize(2);
        assertEnded(id, EndReason.ANSWERED_NO_REVIEW);
    }

    @Test
    void evaluatedFirstThenTheReviewWindowLapses() {
        PetitionId id = answered();
        evaluation.evaluate(id, petitions.queryCode(id), GOOD);
        assertThat(cases.get(id).isOpen()).isTrue();

        Time.is("2026-07-02");
        Jobs.of(context, id).runDue();

        assertEnded(id, EndReason.ANSWERED_NO_REVIEW);
    }

    @Test
    void reviewedFirstThenEvaluated() {
        PetitionId id = answered();
        String code = petitions.queryCode(id);
        review.requestReview(id, code, "只更换了一段管道。");
        Life.of(id).reviewed();
        assertThat(cases.get(id).isOpen()).isTrue();

        evaluation.evaluate(id, code, GOOD);

        assertEnded(id, EndReason.REVIEWED);
    }

    @Test
    void theWindowLapsesThenTheReviewIsDecided() {
        PetitionId id = answered();
        Time.is("2026-07-01");
        review.requestReview(id, petitions.queryCode(id), "只更换了一段管道。");
        Time.is("2026-07-02");
        Jobs.of(context, id).runDue();
        assertThat(cases.get(id).isOpen()).isTrue();

        Life.of(id).reviewed();

        assertEnded(id, EndReason.REVIEWED);
    }

    @Test
    @DisplayName("第二十三条 直接收到的事项不经转送；不予受理并告知去向即办结")
    void anOrganDeclinesWhatCameToItDirectly() {
        PetitionId id = Life.ofALetterToTheHousingBureau()
                .takenOnByTheHousingBureau()
                .declined("LEGAL_ROUTE")
                .id();

        assertEnded(id, EndReason.DECLINED);
    }

    @Test
    @DisplayName("第二十九条 建议意见研究答复后由建议人评价")
    void aSuggestionIsAnsweredAndEvaluated() {
        PetitionId id = Life.ofALetter()
                .sortedAsSuggestion()
                .forwarded()
                .signedIn()
                .suggestionStudied()
                .suggestionAnswered()
                .id();
        assertThat(cases.get(id).isOpen()).isTrue();

        evaluation.evaluate(id, petitions.queryCode(id), GOOD);

        assertEnded(id, EndReason.SUGGESTION_ANSWERED);
    }

    @Test
    void aDraftOpenedByMistakeEndsAtIntake() {
        Desk registrar = Desk.as("intake");
        PetitionId id = registrar.receive(Channel.LETTER);

        registrar.complete(id, "registerLetter", Map.of("startedByMistake", true, "voidReason", "重复启动"));

        assertThat(cases.get(id).endReason()).contains(EndReason.VOIDED);
        assertNothingIsLeft(id);
    }

    @Test
    @DisplayName("第三十条 检举控告离开总流程时不办结、不停钟")
    void anAccusationGoesOnInAProcessOfItsOwn() {
        PetitionId id = Life.ofALetter().id();

        Desk.as("dispatch").complete(id, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        assertThat(cases.get(id).isOpen()).isTrue();
        assertThat(deadlines.find(id, ClockKind.D2))
                .hasValueSatisfying(clock -> assertThat(clock.isRunning()).isTrue());
        assertThat(lives(id)).isZero();
    }

    @Test
    @DisplayName("公布的意见书：信访人评价即为收到，复查申请期自该日起算")
    void whoeverEvaluatesAPublishedOpinionHasReadIt() {
        PetitionId id = Life.ofAnAnonymousLetter()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted("NOT_DUE")
                .drafted()
                .signed()
                .sent("PUBLISHED")
                .id();
        Time.is("2026-06-11");

        evaluation.evaluate(id, petitions.queryCode(id), GOOD);

        assertThat(deadlines.find(id, ClockKind.D12))
                .map(Clock::legalDue)
                .contains(java.time.LocalDate.parse("2026-07-13"));
        Time.is("2026-07-14");
        Jobs.of(context, id).runDue();
        assertEnded(id, EndReason.ANSWERED_NO_REVIEW);
    }

    @Test
    void aMatterRegisteredByAVerbKeepsItsNumber() {
        PetitionId id = gateway.as(
                REGISTRAR,
                () -> intake.receive(
                                ARegistration.by(Channel.ONLINE).from("韩雨桐").build(), Petitions.BUREAU, REGISTRAR)
                        .number());

        assertThat(lives(id)).isEqualTo(1);
        assertThat(Desk.as("dispatch").sees(id)).containsExactly("decideClass");
    }

    @Test
    void aLifeWithoutANumberDoesNotBegin() {
        assertThatThrownBy(() -> gateway.as(
                        REGISTRAR,
                        () -> runtime.createProcessInstanceByKey(LifecycleProcess.ID)
                                .execute()))
                .hasStackTraceContaining("started with the number of its petition");
    }

    @Test
    @DisplayName("只有登记员可以登记")
    void onlyARegistrarOpensADraft() {
        assertRefused(() -> lifecycle.receive(Channel.LETTER, new OfficerId("head")), "channel", "只有登记员");
    }

    private static PetitionId answered() {
        return Life.ofALetter()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted()
                .drafted()
                .signed()
                .sent("IN_PERSON")
                .received()
                .id();
    }

    private boolean isOf(PetitionId id, String instance) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .processInstanceBusinessKey(id.value())
                        .count()
                == 1;
    }

    private void assertEnded(PetitionId id, EndReason reason) {
        assertThat(cases.get(id).endReason()).contains(reason);
        assertThat(journal.intact(id)).isTrue();
        assertNothingIsLeft(id);
    }

    private void assertNothingIsLeft(PetitionId id) {
        assertThat(deadlines.of(id)).noneMatch(Clock::isRunning);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .count())
                .isZero();
        assertThat(Jobs.of(context, id).dueDates()).isEmpty();
    }

    private long lives(PetitionId id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.value())
                .processDefinitionKey(LifecycleProcess.ID)
                .count();
    }
}
