package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What moves a clock, in the right order and in every wrong one. D6 of 2026-06-01 ends on Friday 2026-07-31. */
@HuiyinTest
class MovementsTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OrganId REVIEWING = new OrganId("cityGovernment");
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final OfficerId HANDLER = new OfficerId("handler");
    private static final OfficerId HEAD = new OfficerId("head");
    private static final OfficerId REVIEWER = new OfficerId("cityReviewer");

    @Autowired
    private Movements movements;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Journal journal;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private LapsesHeard lapses;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("第三十四条：经本机关负责人批准延长一次，灯和日志随之改动")
    void theHeadLengthensTheHandlingOnce() {
        PetitionId petition = handled("2026-06-01");
        Time.is("2026-07-31");
        Jobs.of(context, petition).runDue();
        assertThat(clock(petition, ClockKind.D6).lamp()).isEqualTo(Lamp.RED);

        extend(petition, 30, HEAD);

        Clock clock = clock(petition, ClockKind.D6);
        assertThat(clock.rawDue()).isEqualTo("2026-08-30");
        assertThat(clock.legalDue()).isEqualTo("2026-08-31");
        assertThat(clock.lamp()).isEqualTo(Lamp.GREEN);
        assertThat(clock.terms().extension().orElseThrow().approver()).isEqualTo(HEAD);
        assertThat(Jobs.of(context, petition).dueDates()).containsExactly(midnight("2026-08-12"));
        JournalEntry entry = entry(petition, JournalKind.CLOCK_EXTENDED);
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

        assertThat(clock(petition, ClockKind.D6).rawDue()).isEqualTo("2026-08-30");
        refused(() -> extend(late, 30, HEAD), "“办理”期限已于2026年7月31日届满，届满之后不能延长");
        assertThat(clock(late, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
    }

    @Test
    @DisplayName("第三十四条：延长一至三十日，须由本机关负责人、非承办人批准，写明理由")
    void anExtensionNeedsDaysAHeadAndAReason() {
        PetitionId petition = handled("2026-06-01");

        refused(() -> extend(petition, 0, HEAD), "【延长日数】依据信访工作条例第三十四条应为1至30日");
        refused(() -> extend(petition, 31, HEAD), "【延长日数】");
        refused(() -> extend(petition, 30, HANDLER), "【批准人】应当是滨江区住房和城乡建设局的负责人");
        refused(() -> extend(petition, 30, new OfficerId("petitionHead")), "【批准人】");
        refused(
                () -> as(() -> movements.extend(petition, ClockKind.D6, 30, " ", HEAD, Optional.empty())),
                "【延长理由】必须填写");
        as(() -> deadlines.hand(petition, ClockKind.D6, HOUSING, Optional.of(HEAD)));
        refused(() -> extend(petition, 30, HEAD), "【批准人】不能是本件的承办人");
        assertThat(clock(petition, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
    }

    @Test
    void whatEndedOrNeverStartedIsNotLengthened() {
        PetitionId petition = handled("2026-06-01");
        as(() -> deadlines.met(petition, ClockKind.D6, Time.now(), "意见书"));

        refused(() -> extend(petition, 30, HEAD), "“办理”期限已完成，不能延长");
        refused(
                () -> as(() -> movements.extend(petition, ClockKind.D13, 10, "复杂", HEAD, Optional.empty())),
                "本件没有“复查”期限，无从延长");
    }

    @Test
    @DisplayName("第二十三条：告知和异议的期限没有延长的规定")
    void noOtherClockIsLengthened() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);
        start(petition, ClockKind.D12);

        refused(
                () -> as(() -> movements.extend(petition, ClockKind.D4, 5, "复杂", HEAD, Optional.empty())),
                "【期限】“转送交办事项告知”期限依据信访工作条例第二十三条计算，没有可以由本机关负责人批准延长的规定");
        refused(() -> as(() -> movements.extend(petition, ClockKind.D12, 5, "复杂", HEAD, Optional.empty())), "第三十五条");
    }

    @Test
    @DisplayName("第二十二条：交办反馈的期限只有交办机关可以同意延长，可以一延再延，不能提前")
    void onlyWhoeverSetADateGrantsALaterOne() {
        PetitionId petition = petition("2026-06-01");
        SetDate end = new SetDate(LocalDate.parse("2026-06-28"), BUREAU);
        as(() -> deadlines.startUntil(petition, ClockKind.D11, Time.now(), end, "交办函", HOUSING, Optional.of(HANDLER)));

        refused(() -> later(petition, "2026-07-15", HEAD), "【同意人】期限由江城市信访局指定，只有该机关可以同意延长");
        refused(() -> later(petition, "2026-06-28", CLERK), "【延长后的期限】应当晚于现在的期限2026年6月28日");
        later(petition, "2026-07-15", CLERK);
        later(petition, "2026-07-25", CLERK);

        assertThat(clock(petition, ClockKind.D11).rawDue()).isEqualTo("2026-07-25");
        assertThat(why(petition)).contains("延长：由项执中（江城市信访局）于2026年6月1日同意，原定2026年6月28日，延至2026年7月25日，理由：鉴定尚未完成。");
        start(petition, ClockKind.D6);
        refused(
                () -> as(() -> movements.extendUntil(
                        petition, ClockKind.D6, LocalDate.parse("2026-09-01"), "复杂", CLERK, Optional.empty())),
                "不是由文书指定的期限");
    }

    @Test
    @DisplayName("第三十六条：听证期间暂停复核期限，剩余日数自恢复次日续计")
    void aHearingHoldsTheReReview() {
        PetitionId petition = reReviewed("2026-06-01");
        Time.is("2026-06-10");
        hold(petition);

        Clock held = clock(petition, ClockKind.D15);
        assertThat(held.state()).isEqualTo(ClockState.HELD);
        assertThat(held.rawDue()).isEqualTo("2026-07-01");
        assertThat(lamp(petition)).isEqualTo("showHeld");
        assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        Time.is("2026-07-20");
        Jobs.of(context, petition).runDue();
        assertThat(lapses.of(petition)).isEmpty();

        as(() -> movements.release(petition, ClockKind.D15, REVIEWER));

        Clock released = clock(petition, ClockKind.D15);
        assertThat(released.state()).isEqualTo(ClockState.RUNNING);
        assertThat(released.rawDue()).isEqualTo("2026-08-10");
        assertThat(lamp(petition)).isEqualTo("showGreen");
        assertThat(kinds(petition)).contains(JournalKind.CLOCK_HELD, JournalKind.CLOCK_RELEASED);
        assertThat(entry(petition, JournalKind.CLOCK_HELD).typed()).contains("举行听证");
        assertThat(why(petition))
                .contains(
                        "暂停：2026年6月10日起暂停计时，2026年7月20日恢复，自2026年6月11日至2026年7月20日的40日不计入（依据信访工作条例第三十六条，由荣松涛（江城市人民政府）决定，理由：举行听证）。");
    }

    @Test
    void aClockIsHeldTwiceOneAfterTheOther() {
        PetitionId petition = reReviewed("2026-06-01");
        Time.is("2026-06-10");
        hold(petition);
        refused(() -> hold(petition), "“复核”期限正在暂停，不能暂停；请先恢复计时");
        Time.is("2026-06-12");
        as(() -> movements.release(petition, ClockKind.D15, REVIEWER));
        refused(() -> as(() -> movements.release(petition, ClockKind.D15, REVIEWER)), "没有暂停，无须恢复");

        Time.is("2026-06-20");
        hold(petition);
        Time.is("2026-06-25");
        as(() -> movements.release(petition, ClockKind.D15, REVIEWER));

        assertThat(clock(petition, ClockKind.D15).rawDue()).isEqualTo("2026-07-08");
    }

    @Test
    @DisplayName("第三十四条：等待补充材料不停止办理期限")
    void nothingHoldsTheHandling() {
        PetitionId petition = handled("2026-06-01");

        refused(
                () -> as(() -> movements.hold(petition, ClockKind.D6, "等待补充材料", HEAD)),
                "“办理”期限依据信访工作条例第三十四条计算，没有可以暂停的规定；等待补充材料、调查核实期间照常计时，确需更多时间的，请在届满前报请延长");
        assertThat(clock(petition, ClockKind.D6).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void aHoldComesInTimeAndFromTheOrganThatHoldsTheClock() {
        PetitionId petition = reReviewed("2026-06-01");

        refused(() -> as(() -> movements.hold(petition, ClockKind.D15, "听证", HEAD)), "【决定人】应当是江城市人民政府的工作人员");
        Time.at(LocalDateTime.parse("2026-07-02T00:00:00"));
        refused(() -> hold(petition), "“复核”期限已于2026年7月1日届满，届满之后不能暂停");
    }

    @Test
    void aClockHeldOnItsLastDayEndsOnTheDayItIsReleased() {
        PetitionId petition = reReviewed("2026-06-01");
        Time.at(LocalDateTime.parse("2026-07-01T23:59:59"));
        hold(petition);
        Time.is("2026-07-15");

        as(() -> movements.release(petition, ClockKind.D15, REVIEWER));

        assertThat(clock(petition, ClockKind.D15).rawDue()).isEqualTo("2026-07-15");
        assertThat(clock(petition, ClockKind.D15).lamp()).isEqualTo(Lamp.RED);
    }

    @Test
    void aHeldClockIsMetOrCancelledAndNothingElse() {
        PetitionId met = reReviewed("2026-06-01");
        PetitionId withdrawn = reReviewed("2026-06-01");
        Time.is("2026-06-10");
        hold(met);
        hold(withdrawn);
        refused(
                () -> as(() -> deadlines.startEarlier(met, ClockKind.D15, LocalDate.parse("2026-05-20"), "收文")),
                "“复核”期限正在暂停，不能提前起算");
        refused(
                () -> as(() -> movements.extend(met, ClockKind.D15, 5, "复杂", HEAD, Optional.empty())),
                "“复核”期限正在暂停，不能延长；请先恢复计时");

        Time.is("2026-09-01");
        as(() -> deadlines.met(met, ClockKind.D15, Time.now(), "复核意见"));
        as(() -> deadlines.cancelAll(withdrawn, "信访人撤回"));

        assertThat(clock(met, ClockKind.D15).state()).isEqualTo(ClockState.MET);
        assertThat(clock(met, ClockKind.D15).lamp()).isEqualTo(Lamp.GREEN);
        assertThat(clock(withdrawn, ClockKind.D15).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(List.of(met, withdrawn))
                .allSatisfy(petition -> assertThat(watches(petition)).isEmpty());
        refused(() -> as(() -> movements.release(met, ClockKind.D15, REVIEWER)), "没有暂停");
    }

    @Test
    @DisplayName("简易办理转为普通程序：自同一收到日、同一受理日起算")
    void theOrdinaryProcedureCountsFromTheSameDays() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D9);
        Time.is("2026-06-03");
        start(petition, ClockKind.D10);
        Time.is("2026-06-20");

        as(() -> movements.toOrdinary(petition, "涉及多个单位"));

        assertThat(clock(petition, ClockKind.D9).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(clock(petition, ClockKind.D10).end().orElseThrow().evidence())
                .isEqualTo("转为普通程序：涉及多个单位");
        assertThat(clock(petition, ClockKind.D4).rawDue()).isEqualTo("2026-06-16");
        assertThat(clock(petition, ClockKind.D4).lamp()).isEqualTo(Lamp.OVERDUE);
        assertThat(clock(petition, ClockKind.D6).rawDue()).isEqualTo("2026-08-02");
        assertThat(clock(petition, ClockKind.D6).start().evidence()).isEqualTo("转送函，2026年6月20日由简易程序转为普通程序");
        refused(() -> as(() -> movements.toOrdinary(petition, "再转一次")), "没有正在计时的简易程序期限");
    }

    @Test
    void whatWasAnsweredIsNotConvertedAndTheClockOfTheBureauIsKept() {
        PetitionId answered = petition("2026-06-01");
        start(answered, ClockKind.D10);
        as(() -> deadlines.met(answered, ClockKind.D10, Time.now(), "答复"));
        PetitionId sorted = petition("2026-06-02");
        as(() -> deadlines.start(sorted, ClockKind.D2, at("2026-06-01"), "来信", BUREAU, Optional.empty()));
        start(sorted, ClockKind.D8);

        refused(() -> as(() -> movements.toOrdinary(answered, "复杂")), "【办理程序】");
        refused(() -> as(() -> movements.toOrdinary(sorted, "")), "【转为普通程序的理由】必须填写");
        as(() -> movements.toOrdinary(sorted, "不属于简易事项"));

        assertThat(clock(sorted, ClockKind.D8).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(clock(sorted, ClockKind.D2).rawDue()).isEqualTo("2026-06-16");
    }

    @Test
    @DisplayName("听证通知：举行七日前送达，太近的听证日退回并说明最早可定哪天")
    void aHearingTooNearIsRefused() {
        PetitionId petition = petition("2026-06-01");

        refused(() -> hearing(petition, "2026-06-07"), "【听证举行日】依据地方信访听证办法听证通知时限须提前7日通知，最早可以定在2026年6月8日");
        hearing(petition, "2026-06-08");

        assertThat(clock(petition, ClockKind.D16).rawDue()).isEqualTo("2026-06-01");
        assertThatIllegalStateException()
                .isThrownBy(() -> as(() -> deadlines.startBefore(
                        petition,
                        ClockKind.D6,
                        Time.now(),
                        new SetDate(LocalDate.parse("2026-09-01"), HOUSING),
                        "听证",
                        HOUSING,
                        Optional.empty())));
    }

    @Test
    void theDateThePetitionerWasToldIsKept() {
        PetitionId petition = handled("2026-06-01");

        as(() -> movements.told(petition, ClockKind.D6, "滨建信访受〔2026〕1号"));

        assertThat(clock(petition, ClockKind.D6).terms().told().orElseThrow().due())
                .isEqualTo("2026-07-31");
        assertThat(entry(petition, JournalKind.CLOCK_TOLD).facts()).containsEntry("toldDue", "2026-07-31");
        assertThat(why(petition)).endsWith("告知：已告知信访人2026年7月31日到期（滨建信访受〔2026〕1号），重新计算时不早于该日。");
        extend(petition, 30, HEAD);
        assertThat(clock(petition, ClockKind.D6).rawDue()).isEqualTo("2026-08-30");
        assertThatIllegalStateException().isThrownBy(() -> as(() -> movements.told(petition, ClockKind.D13, "x")));
    }

    @Test
    void theDueDatesOfOpenTasksFollowTheClock() {
        PetitionId petition = petition("2026-06-01");
        as(() -> {
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
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);
        start(petition, ClockKind.D5);
        as(() -> waitAt(petition, "petitionDispatch", "signIn"));
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
        as(() -> movements.extend(
                petition, ClockKind.D6, days, "涉及多个年度的账目，需要审计。", approver, Optional.of("滨建信访延〔2026〕1号")));
    }

    private void later(PetitionId petition, String last, OfficerId by) {
        as(() -> movements.extendUntil(petition, ClockKind.D11, LocalDate.parse(last), "鉴定尚未完成", by, Optional.empty()));
    }

    private void hold(PetitionId petition) {
        as(() -> movements.hold(petition, ClockKind.D15, "举行听证", REVIEWER));
    }

    private void hearing(PetitionId petition, String day) {
        SetDate event = new SetDate(LocalDate.parse(day), REVIEWING);
        as(() ->
                deadlines.startBefore(petition, ClockKind.D16, Time.now(), event, "决定听证", REVIEWING, Optional.empty()));
    }

    private PetitionId handled(String day) {
        PetitionId petition = petition(day);
        as(() -> deadlines.start(petition, ClockKind.D6, Time.now(), "受理", HOUSING, Optional.of(HANDLER)));
        return petition;
    }

    private PetitionId reReviewed(String day) {
        PetitionId petition = petition(day);
        as(() -> deadlines.start(petition, ClockKind.D15, Time.now(), "复核申请", REVIEWING, Optional.of(REVIEWER)));
        return petition;
    }

    private PetitionId petition(String day) {
        Time.is(day);
        return gateway.as(CLERK, () -> cases.open(Channel.LETTER, BUREAU, CLERK));
    }

    private void start(PetitionId petition, ClockKind kind) {
        as(() -> deadlines.start(petition, kind, Time.now(), "转送函", HOUSING, Optional.empty()));
    }

    private void as(Runnable work) {
        gateway.as(CLERK, () -> tx.executeWithoutResult(status -> work.run()));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String words) {
        assertThatThrownBy(deed).isInstanceOf(InvalidInput.class).hasMessageContaining(words);
    }

    private Clock clock(PetitionId petition, ClockKind kind) {
        return deadlines.find(petition, kind).orElseThrow();
    }

    /** Of the clock that started first. */
    private List<String> why(PetitionId petition) {
        return deadlines.sheets(petition).get(0).explanation();
    }

    private Task task(PetitionId petition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(petition.value())
                .singleResult();
    }

    private List<String> watches(PetitionId petition) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("deadlineWatch")
                .processInstanceBusinessKey(petition.value())
                .list()
                .stream()
                .map(org.camunda.bpm.engine.runtime.Execution::getId)
                .toList();
    }

    private String lamp(PetitionId petition) {
        return runtime.getActiveActivityIds(watches(petition).get(0)).get(0);
    }

    private JournalEntry entry(PetitionId petition, JournalKind kind) {
        return journal.of(petition).stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<JournalKind> kinds(PetitionId petition) {
        return journal.of(petition).stream().map(JournalEntry::kind).toList();
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(9, 0).atZone(Time.BEIJING).toInstant();
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(Time.BEIJING).toInstant();
    }
}
