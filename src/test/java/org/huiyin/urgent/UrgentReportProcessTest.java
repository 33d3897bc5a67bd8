package org.huiyin.urgent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Typed.with;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.huiyin.urgent.UrgentAlert.Receipt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@CoversAllPathsOf("urgentReport")
@DisplayName("第二十五条、R58 重大紧急")
class UrgentReportProcessTest {
    private static final OfficerId HANDLER = new OfficerId("handler");
    private static final OfficerId HEAD = new OfficerId("head");

    @Autowired
    UrgentMatters urgent;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Deadlines deadlines;

    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    @Test
    @DisplayName("标记即报告：政府、主管部门、联席会议办公室，各自签收")
    void itIsReportedAtOnceToTheWholeChainAndEachAcknowledges() {
        PetitionId id = Life.ofALetter().withTheHandler().id();

        flag(id, HANDLER);

        assertThat(receipts(id)).extracting(Receipt::addressee).containsExactly("滨江区人民政府", "江城市住房和城乡建设局", "滨江区信访局");
        assertThat(records.printed(id, PaperKind.URGENT_REPORT))
                .contains("滨江区人民政府、江城市住房和城乡建设局、滨江区信访局：", "约三百户停水三天", "三百人以上聚集")
                .contains("第二十五条");
        assertThat(records.entry(id, JournalKind.URGENT_FLAGGED).typed()).contains("约三百户停水三天，群情激动。");
        assertThat(Desk.as("binjiangLeader")
                        .open(id, "acknowledgeReport")
                        .get("reportText")
                        .toString())
                .contains("约三百户停水三天");

        Desk.as("binjiangLeader").complete(id, "acknowledgeReport", Map.of("instruction", "立即组织送水。"));

        assertThat(receipts(id).get(0).acknowledgedBy()).contains(new OfficerId("binjiangLeader"));
        assertThat(records.entry(id, JournalKind.URGENT_ACKNOWLEDGED).typed()).contains("立即组织送水。");
        assertThat(records.clock(id, ClockKind.D21).state())
                .as("two have not acknowledged yet")
                .isEqualTo(ClockState.RUNNING);

        Desk.as("cityHousingHead").complete(id, "acknowledgeReport", Map.of());
        Desk.as("binjiangPetitionHead").complete(id, "acknowledgeReport", Map.of());

        assertThat(records.clock(id, ClockKind.D21).state()).isEqualTo(ClockState.MET);
    }

    @Test
    @DisplayName("D21 自知悉之时起一小时")
    void theHourRunsFromWhenItWasKnown() {
        Time.is("2026-03-10");
        Instant known = Time.now().minusSeconds(1800);
        PetitionId id = Life.ofALetter().withTheHandler().id();

        as(HANDLER, () -> urgent.flag(id, report(known), HANDLER));

        assertThat(clock(id, ClockKind.D21).start().at()).isEqualTo(known);
        assertThatThrownBy(() -> {
                    PetitionId other = Life.ofALetter().withTheHandler().id();
                    as(HANDLER, () -> urgent.flag(other, report(Time.now().plusSeconds(60)), HANDLER));
                })
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("知悉时间");
    }

    @Test
    @DisplayName("R58 待办置顶，法定期限一天不变；答复后不再置顶")
    void theTasksGoOnTopAndNoClockOfTheLawMoves() {
        Life life = Life.ofALetter().withTheHandler().accepted();
        PetitionId id = life.id();
        List<Clock> before = lawful(id);
        assertThat(priority("handler", id, "draftOpinion")).isEqualTo(Lamp.GREEN.priority());

        flag(id, HANDLER);

        assertThat(priority("handler", id, "draftOpinion")).isGreaterThan(Lamp.OVERDUE.priority());
        assertThat(lawful(id)).isEqualTo(before);
        life.drafted();
        assertThat(priority("head", id, "signOpinion"))
                .as("a task that is born later is on top too")
                .isGreaterThan(Lamp.OVERDUE.priority());
        life.signed().sent("POST");
        assertThat(records.clock(id, ClockKind.T2).state()).isEqualTo(ClockState.MET);
        assertThat(priority("handler", id, "recordReceipt")).isEqualTo(Lamp.GREEN.priority());
    }

    @Test
    @DisplayName("撤销须说明理由，并由负责人、领导或者督查人员撤销")
    void onlyWhoAnswersForItWithdrawsTheMarkAndSaysWhy() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();
        flag(id, HANDLER);
        List<Clock> before = lawful(id);

        assertThatThrownBy(() -> as(HANDLER, () -> urgent.withdraw(id, "已处置", HANDLER)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("只有负责人、领导或者督查人员");
        assertThatThrownBy(() -> as(HEAD, () -> urgent.withdraw(id, " ", HEAD)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("撤销理由");
        assertThat(urgent.isFlagged(id)).isTrue();

        as(HEAD, () -> urgent.withdraw(id, "供水已经恢复，人群散去。", HEAD));

        assertThat(urgent.isFlagged(id)).isFalse();
        assertThat(priority("handler", id, "draftOpinion")).isEqualTo(Lamp.GREEN.priority());
        assertThat(records.clock(id, ClockKind.D21).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(records.clock(id, ClockKind.T2).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(records.entry(id, JournalKind.URGENT_WITHDRAWN).typed()).contains("供水已经恢复，人群散去。");
        assertThat(lawful(id)).isEqualTo(before);
        assertThat(Desk.as("binjiangLeader")
                        .open(id, "acknowledgeReport")
                        .get("reportText")
                        .toString())
                .as("who has not read it yet learns that it is over")
                .contains("标记已经撤销");
    }

    @Test
    void aMatterIsMarkedOnceUntilTheMarkIsWithdrawnAndThenAgain() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        flag(id, HANDLER);

        assertThatThrownBy(() -> flag(id, HANDLER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已经标为重大紧急");
        as(HEAD, () -> urgent.withdraw(id, "已处置", HEAD));
        flag(id, HANDLER);

        assertThat(urgent.latest(id).orElseThrow().version()).isEqualTo(2);
        assertThat(records.clock(id, ClockKind.T2).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    @DisplayName("信访部门还报上一级信访部门和国家信访局，系统外的签收由报告人登记")
    void theBureauReportsOutsideTooAndEntersThoseReceipts() {
        PetitionId id = Life.ofALetter().id();
        OfficerId dispatcher = new OfficerId("dispatch");

        flag(id, dispatcher);

        assertThat(receipts(id)).extracting(Receipt::addressee).containsExactly("江城市人民政府", "省信访局", "国家信访局");
        assertThatThrownBy(() -> as(dispatcher, () -> urgent.acknowledgedOutside(id, 2, "", dispatcher)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("签收情况");
        assertThatThrownBy(() -> as(dispatcher, () -> urgent.acknowledgedOutside(id, 1, "电话", dispatcher)))
                .as("one who works in the system acknowledges himself")
                .isInstanceOf(InvalidInput.class);
        as(dispatcher, () -> urgent.acknowledgedOutside(id, 2, "值班员电话签收", dispatcher));
        as(dispatcher, () -> urgent.acknowledgedOutside(id, 3, "值班员电话签收", dispatcher));
        Desk.as("leader").complete(id, "acknowledgeReport", Map.of());

        assertThat(records.clock(id, ClockKind.D21).state()).isEqualTo(ClockState.MET);
    }

    @Test
    @DisplayName("第三十条 检举控告件只在专办人员范围内报告")
    void aSealedMatterIsReportedWithinItsCircleOnly() {
        PetitionId id = Life.ofALetter(with(Typed.letter(), "title", "举报村主任贪污")).id();
        Desk.as("dispatch").complete(id, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        OfficerId circle = new OfficerId("sealed");

        assertThat(cases.get(id).sealed()).isTrue();
        flag(id, circle);

        assertThat(receipts(id)).extracting(Receipt::addressee).containsExactly("中共江城市纪律检查委员会、江城市监察委员会");
        for (String outsider : List.of("leader", "binjiangLeader", "petitionHead", "head", "supervise")) {
            assertThat(Desk.as(outsider).sees(id)).as(outsider).isEmpty();
        }
        assertThat(urgent.mayWithdraw(cases.get(id), new OfficerId("leader"))).isFalse();
        Desk.as("discipline").complete(id, "acknowledgeReport", Map.of());
        assertThat(records.clock(id, ClockKind.D21).state()).isEqualTo(ClockState.MET);
    }

    @Test
    @DisplayName("第三十条 标记之后转为检举控告件的，专办人员以外的报送对象不再看到内容")
    void whatIsSealedAfterItWasReportedIsReadByNobodyOutsideItsCircle() {
        PetitionId id = Life.ofALetter().id();
        flag(id, new OfficerId("dispatch"));
        assertThat(Desk.as("leader").open(id, "acknowledgeReport")).containsKey("reportText");

        Desk.as("dispatch").complete(id, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        assertThat(Desk.as("leader").open(id, "acknowledgeReport")).doesNotContainKey("reportText");
    }

    @Test
    @DisplayName("第三十条 被反映的单位不在报送对象之中")
    void theAccusedUnitIsNotToldOfIt() {
        PetitionId id = Life.ofALetter(with(Typed.letter(), "accusedOrgan", "cityHousingBureau"))
                .withTheHandler()
                .id();

        flag(id, HANDLER);

        assertThat(receipts(id)).extracting(Receipt::addressee).containsExactly("滨江区人民政府", "滨江区信访局");
        assertThat(Desk.as("cityHousingHead").sees(id)).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(
                        () -> new UrgentReport(UrgentKind.CROWD, UrgentLevel.URGENT, 5, " ", "情况", "措施", Instant.EPOCH))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("地点");
        assertThatThrownBy(() ->
                        new UrgentReport(UrgentKind.CROWD, UrgentLevel.URGENT, -1, "广场", "情况", "措施", Instant.EPOCH))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("涉及人数");
    }

    private void flag(PetitionId id, OfficerId by) {
        as(by, () -> urgent.flag(id, report(Time.now()), by));
    }

    private void as(OfficerId person, Runnable work) {
        gateway.as(person, work);
    }

    private static UrgentReport report(Instant knownAt) {
        return new UrgentReport(
                UrgentKind.CROWD,
                UrgentLevel.MAJOR_AND_URGENT,
                300,
                "滨江区望江小区",
                "约三百户停水三天，群情激动。",
                "三百人以上聚集，已派人到场。",
                knownAt);
    }

    private List<Receipt> receipts(PetitionId id) {
        return urgent.latest(id).orElseThrow().receipts();
    }

    private Clock clock(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).orElseThrow();
    }

    /** The clocks that are not targets of ours, as they are in every respect. */
    private List<Clock> lawful(PetitionId id) {
        return deadlines.of(id).stream()
                .filter(clock -> clock.kind() != ClockKind.T2 && clock.kind() != ClockKind.D21)
                .toList();
    }

    private static int priority(String officer, PetitionId petition, String activity) {
        return Desk.as(officer).task(petition, activity).getPriority();
    }
}
