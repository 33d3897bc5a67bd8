package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.deadline.ClocksAtHand.BUREAU;
import static org.huiyin.deadline.ClocksAtHand.CLERK;
import static org.huiyin.deadline.ClocksAtHand.HANDLER;
import static org.huiyin.deadline.ClocksAtHand.HEAD;
import static org.huiyin.deadline.ClocksAtHand.HOUSING;
import static org.huiyin.deadline.ClocksAtHand.midnight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What lengthens a clock, in the right order and in every wrong one. D6 of 2026-06-01 ends on Friday 2026-07-31. */
@HuiyinTest
class MovementsTest {
    @Autowired
    private ClocksAtHand clocks;

    @Autowired
    private Movements movements;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private LapsesHeard lapses;

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("第三十四条：经本机关负责人批准延长一次，灯和日志随之改动")
    void theHeadLengthensTheHandlingOnce() {
        PetitionId petition = handled("2026-06-01");
        Time.is("2026-07-31");
        Jobs.of(context, petition).runDue();
        assertThat(clocks.clock(petition, ClockKind.D6).lamp()).isEqualTo(Lamp.RED);

        extend(petition, 30, HEAD);

        Clock clock = clocks.clock(petition, ClockKind.D6);
        assertThat(clock.rawDue()).isEqualTo("2026-08-30");
        assertThat(clock.legalDue()).isEqualTo("2026-08-31");
        assertThat(clock.lamp()).isEqualTo(Lamp.GREEN);
        assertThat(clock.terms().extension().orElseThrow().approver()).isEqualTo(HEAD);
        assertThat(Jobs.of(context, petition).dueDates()).containsExactly(midnight("2026-08-12"));
        JournalEntry entry = clocks.entry(petition, JournalKind.CLOCK_EXTENDED);
        assertThat(entry.facts())
                .containsEntry("days", "30")
                .containsEntry("approver", "head")
                .containsEntry("paper", "滨建信访延〔2026〕1号")
                .containsEntry("rawDue", "2026-08-30");
        assertThat(entry.typed()).contains("涉及多个年度的账目，需要审计");
        refused(() -> extend(petition, 1, HEAD), "已经延长30日，依据信访工作条例第三十四条只能延长一次；请在2026年8月30日前办结");
    }

    @Test
    @DisplayName("第三十四条：届满当日二十三时五十九分五十九秒仍可批准延长，零时起不可")
    void theLastMomentOfTheLastDayIsInTime() {
        PetitionId petition = handled("2026-06-01");
        PetitionId late = handled("2026-06-01");

        Time.at(LocalDateTime.parse("2026-07-31T23:59:59"));
        extend(petition, 30, HEAD);
        Time.at(LocalDateTime.parse("2026-08-01T00:00:00"));

        assertThat(clocks.clock(petition, ClockKind.D6).rawDue()).isEqualTo("2026-08-30");
        refused(() -> extend(late, 30, HEAD), "“办理”期限已于2026年7月31日届满，届满之后不能延长");
        assertThat(clocks.clock(late, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
    }

    @Test
    @DisplayName("第三十四条：延长一至三十日，须由本机关负责人、非承办人批准，写明理由")
    void anExtensionNeedsDaysAHeadAndAReason() {
        PetitionId petition = handled("2026-06-01");

        refused(() -> extend(petition, 0, HEAD), "【延长天数】依据信访工作条例第三十四条应为1至30日");
        refused(() -> extend(petition, 31, HEAD), "【延长天数】");
        refused(() -> extend(petition, 30, HANDLER), "【批准人】应当是滨江区住房和城乡建设局的负责人");
        refused(() -> extend(petition, 30, new OfficerId("petitionHead")), "【批准人】");
        refused(
                () -> clocks.as(() -> movements.extend(petition, ClockKind.D6, 30, " ", HEAD, Optional.empty())),
                "【延长理由】必须填写");
        clocks.as(() -> deadlines.hand(petition, ClockKind.D6, HOUSING, Optional.of(HEAD)));
        refused(() -> extend(petition, 30, HEAD), "【批准人】不能是本件的承办人");
        assertThat(clocks.clock(petition, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
    }

    @Test
    void whatEndedOrNeverStartedIsNotLengthened() {
        PetitionId petition = handled("2026-06-01");
        clocks.as(() -> deadlines.met(petition, ClockKind.D6, Time.now(), "意见书"));

        refused(() -> extend(petition, 30, HEAD), "“办理”期限已完成，不能延长");
        refused(
                () -> clocks.as(() -> movements.extend(petition, ClockKind.D13, 10, "复杂", HEAD, Optional.empty())),
                "本件没有“复查”期限，无从延长");
    }

    @Test
    @DisplayName("第二十三条：告知和异议的期限没有延长的规定")
    void noOtherClockIsLengthened() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);
        clocks.start(petition, ClockKind.D12);

        refused(
                () -> clocks.as(() -> movements.extend(petition, ClockKind.D4, 5, "复杂", HEAD, Optional.empty())),
                "【期限】“转送交办事项告知”期限依据信访工作条例第二十三条计算，没有可以由本机关负责人批准延长的规定");
        refused(
                () -> clocks.as(() -> movements.extend(petition, ClockKind.D12, 5, "复杂", HEAD, Optional.empty())),
                "第三十五条");
    }

    @Test
    @DisplayName("第二十二条：交办反馈的期限只有交办机关可以同意延长，可以一延再延，不能提前")
    void onlyWhoeverSetADateGrantsALaterOne() {
        PetitionId petition = clocks.petition("2026-06-01");
        SetDate end = new SetDate(LocalDate.parse("2026-06-28"), BUREAU);
        clocks.as(() ->
                deadlines.startUntil(petition, ClockKind.D11, Time.now(), end, "交办函", HOUSING, Optional.of(HANDLER)));

        refused(() -> later(petition, "2026-07-15", HEAD), "【同意人】期限由江城市信访局指定，只有该机关可以同意延长");
        refused(() -> later(petition, "2026-06-28", CLERK), "【延长后的期限】应当晚于现在的期限2026年6月28日");
        later(petition, "2026-07-15", CLERK);
        later(petition, "2026-07-25", CLERK);

        assertThat(clocks.clock(petition, ClockKind.D11).rawDue()).isEqualTo("2026-07-25");
        assertThat(clocks.why(petition)).contains("延长：由项执中（江城市信访局）于2026年6月1日同意，原定2026年6月28日，延至2026年7月25日，理由：鉴定尚未完成。");
        clocks.start(petition, ClockKind.D6);
        refused(
                () -> clocks.as(() -> movements.extendUntil(
                        petition, ClockKind.D6, LocalDate.parse("2026-09-01"), "复杂", CLERK, Optional.empty())),
                "不是由文书指定的期限");
    }

    @Test
    void theDateThePetitionerWasToldIsKept() {
        PetitionId petition = handled("2026-06-01");

        clocks.as(() -> movements.told(petition, ClockKind.D6, "滨建信访受〔2026〕1号"));

        assertThat(clocks.clock(petition, ClockKind.D6)
                        .terms()
                        .told()
                        .orElseThrow()
                        .due())
                .isEqualTo("2026-07-31");
        assertThat(clocks.entry(petition, JournalKind.CLOCK_TOLD).facts()).containsEntry("toldDue", "2026-07-31");
        assertThat(clocks.why(petition)).endsWith("告知：已告知信访人2026年7月31日到期（滨建信访受〔2026〕1号），重新计算时不早于该日。");
        extend(petition, 30, HEAD);
        assertThat(clocks.clock(petition, ClockKind.D6).rawDue()).isEqualTo("2026-08-30");
        assertThatIllegalStateException()
                .isThrownBy(() -> clocks.as(() -> movements.told(petition, ClockKind.D13, "x")));
    }

    @Test
    void theDueDatesOfOpenTasksFollowTheClock() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.as(() -> {
            deadlines.start(petition, ClockKind.D6, Time.now(), "受理", HOUSING, Optional.of(HANDLER));
            waitAt(petition, "petitionHandling", "draftOpinion");
        });
        assertThat(task(petition).getDueDate()).isEqualTo("2026-07-31T23:59:59");
        Time.is("2026-07-31");

        extend(petition, 30, HEAD);

        assertThat(task(petition).getDueDate()).isEqualTo("2026-08-30T23:59:59");
    }

    @Test
    @DisplayName("第二十三条：异议期届满未提出的，签收任务改以告知期限为准")
    void theTaskOfSigningInIsDueByTheNoticeOnceTheRightToObjectHasLapsed() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);
        clocks.start(petition, ClockKind.D5);
        clocks.as(() -> waitAt(petition, "petitionDispatch", "signIn"));
        assertThat(task(petition).getDueDate()).isEqualTo("2026-06-08T23:59:59");

        Time.is("2026-06-09");
        Jobs.of(context, petition).runDue();

        assertThat(lapses.of(petition)).containsExactly(ClockKind.D5);
        assertThat(task(petition).getDueDate()).isEqualTo("2026-06-16T23:59:59");
    }

    private void waitAt(PetitionId petition, String model, String task) {
        runtime.createProcessInstanceByKey(model)
                .businessKey(petition.value())
                .setVariables(Map.of("sender", BUREAU.value(), "organ", HOUSING.value(), "handler", HANDLER.value()))
                .startBeforeActivity(task)
                .execute();
    }

    private void extend(PetitionId petition, int days, OfficerId approver) {
        clocks.as(() -> movements.extend(
                petition, ClockKind.D6, days, "涉及多个年度的账目，需要审计。", approver, Optional.of("滨建信访延〔2026〕1号")));
    }

    private void later(PetitionId petition, String last, OfficerId by) {
        clocks.as(() ->
                movements.extendUntil(petition, ClockKind.D11, LocalDate.parse(last), "鉴定尚未完成", by, Optional.empty()));
    }

    private PetitionId handled(String day) {
        PetitionId petition = clocks.petition(day);
        clocks.as(() -> deadlines.start(petition, ClockKind.D6, Time.now(), "受理", HOUSING, Optional.of(HANDLER)));
        return petition;
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String words) {
        assertThatThrownBy(deed).isInstanceOf(InvalidInput.class).hasMessageContaining(words);
    }

    private Task task(PetitionId petition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(petition.value())
                .singleResult();
    }
}
