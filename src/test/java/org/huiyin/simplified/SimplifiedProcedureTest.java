package org.huiyin.simplified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Petitions.BUREAU;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Petitions.HOUSING;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngineException;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Sight;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Procedure;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("R46 简易程序：拟适用、决定适用、排除和转为普通程序")
class SimplifiedProcedureTest {
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");
    private static final Sight BUREAUS = new Sight(Set.of(BUREAU), Set.of(BUREAU), Set.of(), DISPATCHER);

    @Autowired
    SimplifiedProcedure simplified;

    @Autowired
    EngineGateway gateway;

    @Autowired
    CaseFile cases;

    @Autowired
    Links links;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    private final Desk dispatcher = Desk.as("dispatch");
    private final Desk handler = Desk.as("handler");

    /** Before the Dragon Boat days, which are off from the 19th to the 21st. */
    @BeforeEach
    void aWednesdayInJune() {
        Time.is("2026-06-17");
    }

    @Test
    @DisplayName("分流表单预填建议，写明规则和依据；不勾选即按普通程序")
    void theSorterSeesTheProposalAndMayLeaveIt() {
        Life life = Life.ofALetter();

        assertThat(dispatcher.open(life.id(), "decideClass"))
                .containsEntry("simplified", true)
                .hasEntrySatisfying(
                        "simplifiedProposal",
                        words -> assertThat(String.valueOf(words))
                                .contains("建议适用简易程序")
                                .contains("规则 dailyLife")
                                .contains("第四条第三项"));
        life.sorted();

        assertThat(cases.get(life.id()).procedure()).contains(Procedure.ORDINARY);
        assertThat(records.hasClock(life.id(), ClockKind.D8)).isFalse();
    }

    @Test
    @DisplayName("D8 拟适用的一个工作日内转送，与十五日并行；D9 三个工作日内决定受理，与告知期限并行")
    void eachLevelHasOneDayAndTheOrganThree() {
        Life life = Life.ofALetter().sortedAsSimplified();
        PetitionId id = life.id();
        assertThat(records.clock(id, ClockKind.D8).rawDue()).isEqualTo("2026-06-18");
        assertThat(records.clock(id, ClockKind.D2).isRunning()).isTrue();
        assertThat(dispatcher.task(id, "forwardPetition").getDueDate()).isInSameDayAs("2026-06-18");

        life.forwardedTo("binjiangPetitionBureau");
        assertThat(records.clock(id, ClockKind.D8).holder().value())
                .as("the next level has a day of its own")
                .isEqualTo("binjiangPetitionBureau");
        Time.is("2026-06-18");
        Desk.as("binjiangDispatch").complete(id, "forwardPetition", Typed.forwardTo(HOUSING.value()));

        assertThat(records.clock(id, ClockKind.D8).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(id, ClockKind.D9).rawDue())
                .as("the 19th to the 21st are off")
                .isEqualTo("2026-06-24");
        assertThat(records.clock(id, ClockKind.D4).isRunning()).isTrue();
        life.signedIn();
        assertThat(records.clock(id, ClockKind.D9).person()).contains(HANDLER);
        assertThat(handler.task(id, "decideAcceptance").getDueDate()).isInSameDayAs("2026-06-24");
        assertThat(handler.open(id, "decideAcceptance"))
                .containsEntry("procedure", "SIMPLIFIED")
                .hasEntrySatisfying(
                        "simplifiedProposal",
                        words -> assertThat(String.valueOf(words)).contains("分流时已标明"));
    }

    @Test
    @DisplayName("D9 受理即完成；选择和所依规则各留一行（R21）")
    void acceptingMeetsTheThreeDaysAndBothChoicesAreKept() {
        PetitionId id = Life.ofALetter()
                .sortedAsSimplified()
                .forwarded()
                .signedIn()
                .acceptedAsSimplified()
                .id();

        assertThat(records.clock(id, ClockKind.D9).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(id, ClockKind.D10).rawDue())
                .as("ten working days over the Dragon Boat days")
                .isEqualTo("2026-07-02");
        assertThat(choices(id))
                .containsExactly("ACCEPTANCE SIMPLIFIED dailyLife handler", "SORTING SIMPLIFIED dailyLife dispatch");
        assertThat(records.entry(id, JournalKind.SIMPLIFIED_CHOSEN).facts())
                .containsEntry("simplifiedStage", "SORTING")
                .containsEntry("simplifiedRow", "dailyLife");
    }

    @Test
    @DisplayName("承办单位决定按普通程序受理：D9 终止，六十日起算")
    void theOrganDecidesAgainstTheMark() {
        PetitionId id = Life.ofALetter()
                .sortedAsSimplified()
                .forwarded()
                .signedIn()
                .accepted()
                .id();

        assertThat(cases.get(id).procedure()).contains(Procedure.ORDINARY);
        assertThat(records.hasClock(id, ClockKind.D10)).isFalse();
        assertThat(records.clock(id, ClockKind.D9).isOpen()).isFalse();
        assertThat(records.clock(id, ClockKind.D6).isRunning()).isTrue();
        assertThat(records.journal(id))
                .contains(JournalKind.SIMPLIFIED_DROPPED)
                .doesNotContain(JournalKind.BACK_TO_ORDINARY);
    }

    @Test
    @DisplayName("直接收到、本机关办理的：D9 自收到起算，不起算转送来的告知期限")
    void whatTheOrganReceivedItselfHasThreeDaysFromReceipt() {
        Life life = Life.ofALetterToTheHousingBureau();
        PetitionId id = life.id();
        Desk.as("handler")
                .complete(
                        id,
                        "decideClass",
                        with(Typed.appeal(), "handledHere", true, "handler", "handler", "simplified", true));
        assertThat(records.hasClock(id, ClockKind.D8)).isFalse();
        assertThat(records.clock(id, ClockKind.D9).rawDue()).isEqualTo("2026-06-23");

        gateway.as(HANDLER, () -> simplified.toOrdinary(id, "还需要实地核查。", HANDLER));

        assertThat(records.hasClock(id, ClockKind.D4)).isFalse();
        assertThat(records.clock(id, ClockKind.D3).isRunning()).isTrue();
        assertThat(records.clock(id, ClockKind.D9).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(records.hasPaper(id, PaperKind.CONVERSION_NOTICE))
                .as("nothing was told yet")
                .isFalse();
        life.accepted();
        assertThat(records.clock(id, ClockKind.D3).state()).isEqualTo(ClockState.MET);
    }

    @Test
    @DisplayName("第五条第一项 其他类别和途径不得勾选")
    void onlyWhatIsAnsweredHereMayBeMarked() {
        PetitionId id = Life.ofALetter().id();

        dispatcher.complete(id, "decideClass", Map.of("petitionClass", "SUGGESTION", "simplified", true));

        assertThat(cases.get(id).simplified()).as("a hidden field says nothing").isFalse();
        assertThat(records.hasClock(id, ClockKind.D8)).isFalse();
    }

    @Test
    @DisplayName("第四条 重复信访不得适用：分流时拒绝")
    void aRepeatIsRefused() {
        PetitionId first = Life.ofALetter().id();
        Life again = Life.ofALetter();
        link(again.id(), first, LinkKind.REPEAT);

        assertRefused(again::sortedAsSimplified, "simplified", "不是初次信访事项");
        assertThat(cases.get(again.id()).petitionClass())
                .as("nothing half-written")
                .isEmpty();
    }

    @Test
    @DisplayName("第五条第四项 联名信访不得适用")
    void aJointLetterIsRefused() {
        Life joint = Life.ofALetter(with(Typed.letter(), "jointlySigned", true, "signatoryCount", 3));

        assertThat(cases.get(joint.id()).isJoint()).isTrue();
        assertRefused(joint::sortedAsSimplified, "simplified", "联名或者集体");
    }

    @Test
    @DisplayName("第五条第二项 交办的：标记自行失效，受理时不得适用")
    void whatIsAssignedIsShutOut() {
        Life life = Life.ofALetter().sortedAsSimplified();
        PetitionId id = life.id();

        dispatcher.complete(
                id,
                "forwardPetition",
                with(Typed.forwardTo(HOUSING.value()), "transferKind", "ASSIGN", "feedbackDue", "2026-08-20"));

        assertThat(cases.get(id).simplified()).isFalse();
        assertThat(records.hasClock(id, ClockKind.D9)).isFalse();
        assertThat(records.entry(id, JournalKind.SIMPLIFIED_DROPPED).typed()).contains("本事项已由上级交办");
        life.signedIn();
        assertThat(String.valueOf(handler.open(id, "decideAcceptance").get("simplifiedProposal")))
                .contains("不得适用简易程序")
                .contains("第五条第二项");
        assertRefused(life::acceptedAsSimplified, "procedure", "由上级交办");
        life.accepted();
    }

    @Test
    @DisplayName("第五条第四项 涉及多个责任主体的：有协办单位即不得适用")
    void withHelpersItIsShutOut() {
        Life life = Life.ofALetter().sortedAsSimplified();
        PetitionId id = life.id();

        dispatcher.complete(
                id,
                "forwardPetition",
                with(
                        Typed.forwardTo(HOUSING.value()),
                        "needsHelpers",
                        true,
                        "helperOrgan",
                        "binjiangUrbanManagement",
                        "helperDue",
                        "2026-07-10",
                        "helperTask",
                        "提供管线资料。"));

        assertThat(cases.get(id).simplified()).isFalse();
        assertThat(records.clock(id, ClockKind.D9).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(records.clock(id, ClockKind.D4).isRunning()).isTrue();
        life.signedIn();
        assertRefused(life::acceptedAsSimplified, "procedure", "多个责任主体");
    }

    @Test
    @DisplayName("受理之后发现是重复信访：系统转为普通程序")
    void aRepeatFoundLaterGoesBackByRule() {
        PetitionId first = Life.ofALetter().id();
        PetitionId id = Life.ofALetter().withTheHandler().acceptedAsSimplified().id();

        link(id, first, LinkKind.REPEAT);

        assertThat(handler.sees(id)).containsExactly("draftOpinion");
        assertThat(records.clock(id, ClockKind.D6).isRunning()).isTrue();
        assertThat(records.printed(id, PaperKind.CONVERSION_NOTICE)).contains("重复信访");
    }

    @Test
    @DisplayName("与建议不一致的，承办人写明理由才能适用")
    void whoSeesItOtherwiseSaysWhy() {
        Life life = Life.ofALetter(with(Typed.letter(), "title", "请求处理房屋征收补偿", "content", "房屋征收补偿款至今没有发放，请求尽快发放。"))
                .withTheHandler();
        PetitionId id = life.id();
        assertThat(handler.open(id, "decideAcceptance")).containsEntry("procedure", "ORDINARY");

        assertRefused(
                () -> handler.complete(
                        id,
                        "decideAcceptance",
                        Map.of("decision", "ACCEPT", "procedure", "SIMPLIFIED", "deliveryMethod", "PHONE")),
                "simplifiedReason",
                "与系统建议不一致");
        life.acceptedAsSimplified();

        assertThat(choices(id)).containsExactly("ACCEPTANCE ORDINARY likelyHard handler");
        assertThat(records.entry(id, JournalKind.SIMPLIFIED_CHOSEN).typed()).contains("事实清楚、责任明确、易于解决。");
    }

    @Test
    @DisplayName("普通程序不得电话告知受理")
    void theOrdinaryProcedureIsToldInWriting() {
        Life life = Life.ofALetter().withTheHandler();

        assertRefused(() -> life.accepted("PHONE"), "deliveryMethod", "应当书面告知");
        assertRefused(() -> life.acceptedAsSimplified("NOT_DUE"), "deliveryMethod", "应当告知");
    }

    @Test
    @DisplayName("两人同时答复和转换：只成一件，另一件得到说明")
    void answeringAndConvertingAtOnceOneOfThemWins() throws Exception {
        Life life = Life.ofALetter().withTheHandler().acceptedAsSimplified();
        PetitionId id = life.id();
        Callable<Boolean> answer = () -> succeeds(() -> life.simplyAnswered("PHONE"));
        Callable<Boolean> convert =
                () -> succeeds(() -> gateway.as(HANDLER, () -> simplified.toOrdinary(id, "情况复杂。", HANDLER)));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int done = 0;
        try {
            for (Future<Boolean> one : threads.invokeAll(List.of(answer, convert))) {
                done += one.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        boolean answered = records.hasPaper(id, PaperKind.SIMPLIFIED_REPLY);
        assertThat(done).isEqualTo(1);
        assertThat(records.hasPaper(id, PaperKind.CONVERSION_NOTICE)).isNotEqualTo(answered);
        assertThat(records.clock(id, ClockKind.D10).state())
                .isEqualTo(answered ? ClockState.MET : ClockState.CANCELLED);
        assertThat(records.hasClock(id, ClockKind.D6)).isNotEqualTo(answered);
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (InvalidInput | ProcessEngineException refused) {
            return false;
        }
    }

    private void link(PetitionId id, PetitionId earlier, LinkKind kind) {
        gateway.as(DISPATCHER, () -> links.link(id, earlier, kind, "同一人、同一事项。", DISPATCHER, BUREAUS));
    }

    private List<String> choices(PetitionId id) {
        return jdbc.sql("""
                        select stage || ' ' || proposed || ' ' || proposed_row || ' ' || chosen_by
                        from simplified.choice where petition = :petition order by stage""").param("petition", id.value()).query(String.class).list();
    }
}
