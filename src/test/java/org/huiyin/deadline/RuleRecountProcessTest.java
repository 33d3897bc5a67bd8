package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice is loaded by two people, and every provisional clock is counted anew behind their approval. */
@HuiyinTest
@CoversAllPathsOf("ruleRecount")
class RuleRecountProcessTest {
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    private RuleChanges changes;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Movements movements;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Journal journal;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private ManagementService management;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuleVersion version;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void inNovemberOf2041() {
        Time.is("2041-11-20");
    }

    @AfterEach
    void takeBack() {
        tx.executeWithoutResult(status -> {
            version.lock();
            NoticeOf2042.takeBack(jdbc);
            version.raise();
        });
    }

    @Test
    @DisplayName("放假通知载入后，暂按推算的期限全部重新计算，逐件记入案卷")
    void provisionalClocksAreCountedAnewWhenTheNoticeIsLoaded() {
        PetitionId petition = petition("2041-12-20");
        start(petition, ClockKind.D12);
        start(petition, ClockKind.D4);
        Clock before = clock(petition, ClockKind.D4);
        assertThat(before.provisional()).isTrue();
        assertThat(before.rawDue()).isEqualTo("2042-01-04");
        assertThat(before.legalDue()).isEqualTo("2042-01-06");

        long change = propose(NoticeOf2042.file()).id();
        RuleEffect effect = as("admin", () -> changes.show(change)).effect().orElseThrow();
        assertThat(effect.clocks())
                .filteredOn(line -> line.number().equals(petition.value()))
                .anySatisfy(line -> {
                    assertThat(line.kind()).isEqualTo("D4");
                    assertThat(line.organName()).isEqualTo("滨江区住房和城乡建设局");
                    assertThat(line.legalDue()).isEqualTo("2042-01-06");
                    assertThat(line.newLegalDue()).isEqualTo("2042-01-09");
                    assertThat(line.newProvisional()).isFalse();
                });
        assertThat(effect.days()).extracting(RuleEffect.DayLine::after).contains("元旦放假", "元旦调休上班");
        assertThat(clock(petition, ClockKind.D4)).isEqualTo(before);

        approve(change);
        assertThat(as("admin", () -> changes.get(change)).state()).isEqualTo("APPROVED");
        runRecount(change);

        Clock after = clock(petition, ClockKind.D4);
        assertThat(after.provisional()).isFalse();
        assertThat(after.rawDue()).isEqualTo("2042-01-04");
        assertThat(after.legalDue()).isEqualTo("2042-01-09");
        assertThat(moves(petition))
                .hasSize(2)
                .anySatisfy(entry -> assertThat(entry.facts())
                        .containsEntry("clock", "D4")
                        .containsEntry("legalBefore", "2042-01-06")
                        .containsEntry("legalDue", "2042-01-09")
                        .containsEntry("because", "2042年放假调休安排（全国）"));
        assertThat(deadlines.sheets(petition).get(1).explanation())
                .anyMatch(line -> line.contains("元旦2042年1月1日至"))
                .noneMatch(line -> line.contains("尚未公布"));
        RuleChangeSheet done = as("admin", () -> changes.get(change));
        assertThat(done.state()).isEqualTo("APPLIED");
        assertThat(done.moved()).isGreaterThanOrEqualTo(2);
        assertThat(done.log()).extracting(RuleChangeSheet.Entry::by).containsExactly("analyst", "admin", "system");
    }

    @Test
    @DisplayName("批准之后起算的期限立即按新日历计算，监测的灯随之移动")
    void aClockThatStartsAfterTheApprovalCountsByTheNewCalendarAtOnce() {
        PetitionId running = petition("2041-12-23");
        start(running, ClockKind.D12);
        long change = propose(NoticeOf2042.file()).id();
        approve(change);

        PetitionId later = petition("2041-12-23");
        start(later, ClockKind.D5);

        assertThat(clock(later, ClockKind.D5).rawDue()).isEqualTo("2041-12-28");
        runRecount(change);
        assertThat(Jobs.of(context, running).dueDates())
                .containsExactly(clock(running, ClockKind.D12).span().turns().yellowAt());
    }

    @Test
    @DisplayName("已经告知信访人的日期不提前，只可以推后")
    void aDateThatWasToldNeverMovesEarlier() {
        PetitionId petition = petition("2041-12-20");
        start(petition, ClockKind.D12);
        Clock window = clock(petition, ClockKind.D12);
        assertThat(window.legalDue()).isEqualTo("2042-01-20");
        gateway.as(CLERK, () -> movements.told(petition, ClockKind.D12, "处理意见书"));
        String worked = NoticeOf2042.file()
                .replace("{\"name\": \"元旦\", \"date\": \"2042-01-12\"", "{\"name\": \"元旦\", \"date\": \"2042-01-19\"");
        assertThat(worked).contains("2042-01-19");
        long change = propose(worked).id();

        RuleEffect effect = as("admin", () -> changes.show(change)).effect().orElseThrow();
        assertThat(effect.clocks())
                .filteredOn(line -> line.number().equals(petition.value()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kept()).isTrue();
                    assertThat(line.newLegalDue()).isEqualTo("2042-01-20");
                });
        approve(change);
        runRecount(change);

        assertThat(clock(petition, ClockKind.D12).legalDue()).isEqualTo("2042-01-20");
        assertThat(as("admin", () -> changes.get(change)).kept()).isPositive();
    }

    @Test
    @DisplayName("检举控告件的期限照算，影响清单里不列出（第三十条）")
    void aSealedMatterIsCountedAndNotListed() {
        PetitionId petition = petition("2041-12-20");
        start(petition, ClockKind.D4);
        gateway.as(
                CLERK,
                () -> tx.executeWithoutResult(
                        status -> cases.classify(petition, PetitionClass.ACCUSATION, Optional.empty(), "反映干部")));

        RuleEffect effect = as("analyst", () -> changes.tryCalendar(new NewCalendar(null, NoticeOf2042.file(), null)));

        assertThat(effect.moved()).isPositive();
        assertThat(effect.clocks()).extracting(RuleEffect.ClockLine::number).doesNotContain(petition.value());
    }

    @Test
    @DisplayName("一批中断后重试，每个期限只调整一次；批次接着往下走")
    void manyClocksAreCountedInBatchesAndABatchThatFailedIsRepeated() {
        List<PetitionId> petitions = new ArrayList<>();
        for (int i = 0; i <= RuleRecount.BATCH; i++) {
            PetitionId petition = petition("2041-12-20");
            start(petition, ClockKind.D4);
            petitions.add(petition);
        }
        long change = propose(NoticeOf2042.file()).id();
        approve(change);
        RuleRecount recount = context.getBean(RuleRecount.class);

        assertThatThrownBy(() -> gateway.asSystem(() -> tx.executeWithoutResult(status -> {
                    assertThat(recount.batch(change)).isFalse();
                    throw new IllegalStateException("the node died");
                })))
                .hasMessage("the node died");
        assertThat(petitions).allSatisfy(petition -> assertThat(moves(petition)).isEmpty());
        runRecount(change);
        assertThat(gateway.asSystem(() -> recount.batch(change))).isTrue();

        assertThat(petitions).allSatisfy(petition -> assertThat(moves(petition)).hasSize(1));
    }

    @Test
    @DisplayName("双人：提出人不能审批；另一人批准或者不批准后不能再动")
    void whoeverProposesNeverDecides() {
        long change = propose(NoticeOf2042.file()).id();

        assertRefused(() -> as("analyst", () -> changes.approve(change, "")), "change", "提出人不能审批");
        assertRefused(() -> as("analyst", () -> changes.refuse(change, "不妥")), "change", "提出人不能审批");
        assertRefused(() -> as("admin", () -> changes.withdraw(change, "")), "change", "只有提出人能撤回");
        assertRefused(() -> as("admin", () -> changes.refuse(change, " ")), "reason", "必须填写");
        assertThat(as("analyst", () -> changes.get(change)))
                .satisfies(own -> assertThat(own.mayDecide()).isFalse())
                .satisfies(own -> assertThat(own.mayWithdraw()).isTrue());
        assertThat(as("admin", () -> changes.get(change)).mayDecide()).isTrue();

        RuleChangeSheet refused = as("admin", () -> changes.refuse(change, "来源通知有误"));
        assertThat(refused.state()).isEqualTo("REFUSED");
        assertThat(refused.log()).extracting(RuleChangeSheet.Entry::note).endsWith("来源通知有误");
        assertRefused(() -> as("admin", () -> changes.approve(change, "")), "change", "未批准，不能再改动");
        assertThat(calendar.year(2042, Region.NATION).provisional()).isTrue();
        assertThat(as("analyst", () -> changes.show(change)).effect()).isEmpty();
    }

    @Test
    void aProposalMayBeWithdrawnByWhoeverMadeIt() {
        long change = propose(NoticeOf2042.file()).id();

        assertThat(as("analyst", () -> changes.withdraw(change, "日期有误")).state())
                .isEqualTo("WITHDRAWN");
        assertThat(as("analyst", changes::newest))
                .filteredOn(one -> one.id() == change)
                .singleElement()
                .satisfies(one -> assertThat(one.mayWithdraw()).isFalse());
    }

    @Test
    void nobodyElseSeesProposesOrDecides() {
        long change = propose(NoticeOf2042.file()).id();

        for (String other : List.of("handler", "operator", "leader", "supervise", "nobody")) {
            assertThatThrownBy(() ->
                            as(other, () -> changes.tryCalendar(new NewCalendar(null, NoticeOf2042.file(), null))))
                    .as(other)
                    .isInstanceOf(RightMissing.class);
            assertThatThrownBy(() ->
                            as(other, () -> changes.proposeCalendar(new NewCalendar(null, NoticeOf2042.file(), "试"))))
                    .isInstanceOf(RightMissing.class);
            assertThatThrownBy(() -> as(other, () -> changes.approve(change, "")))
                    .isInstanceOf(RightMissing.class);
            assertThatThrownBy(() -> as(other, () -> changes.refuse(change, "不")))
                    .isInstanceOf(RightMissing.class);
            assertThatThrownBy(() -> as(other, changes::newest)).isInstanceOf(RightMissing.class);
            assertThatThrownBy(() -> as(other, () -> changes.get(change))).isInstanceOf(RightMissing.class);
        }
    }

    @Test
    @DisplayName("更正已公布的年份：写明新的通知，原来的安排留在历史里")
    void aCorrectionKeepsTheEarlierNotice() {
        load(NoticeOf2042.file());
        assertRefused(() -> propose(NoticeOf2042.file()), "calendar", "没有变化");
        assertRefused(() -> propose(NoticeOf2042.file(NoticeOf2042.PAPER, "2042-01-12")), "papers", "更正必须写明新的通知");
        String correction = "关于延长2042年元旦假期的通知（虚构）";

        load(NoticeOf2042.file(correction, "2042-01-12"));

        assertThat(calendar.days().isWorkingDay(LocalDate.parse("2042-01-12"))).isFalse();
        CalendarSheet year = changes.calendar(2042, Region.NATION);
        assertThat(year.notices())
                .extracting(CalendarSheet.Notice::title)
                .containsExactly(NoticeOf2042.PAPER, correction);
        assertThat(year.replaced()).singleElement().satisfies(day -> {
            assertThat(day.date()).isEqualTo("2042-01-12");
            assertThat(day.notice()).contains(NoticeOf2042.PAPER);
            assertThat(day.replacedBy()).contains(correction);
        });
    }

    @Test
    @DisplayName("全国的安排缺了节日，或者与另一年的通知相反，不能载入")
    void halfANoticeAndOneThatContradictsAnotherAreRefused() {
        assertRefused(() -> propose(NoticeOf2042.file(NoticeOf2042.PAPER, "2042-05-02")), "days", "2042年缺少：5月2日劳动节");
        assertRefused(() -> propose(NoticeOf2042.file(NoticeOf2042.PAPER, "端午")), "days", "2042年缺少：端午");
        assertRefused(
                () -> as("analyst", () -> changes.proposeCalendar(new NewCalendar("12", "{}", "试"))), "region", "六位");
        assertRefused(
                () -> as("analyst", () -> changes.proposeCalendar(new NewCalendar("", " ", "试"))), "calendar", "请粘贴");
        assertRefused(
                () -> as("analyst", () -> changes.proposeCalendar(new NewCalendar("", NoticeOf2042.file(), ""))),
                "reason",
                "必须填写");
        load(NoticeOf2042.file());
        String next = NoticeOf2042.file("关于2041年部分节假日安排的通知（虚构）", "没有")
                .replace("2042-0", "2041-0")
                .replace("2042-1", "2041-1")
                .replace("2042", "2041")
                .replace("2041-12-28\", \"isOffDay\": false", "2041-12-28\", \"isOffDay\": true")
                .replace("2041-01-12\", \"isOffDay\": false", "2041-01-12\", \"isOffDay\": true");

        assertRefused(() -> propose(next), "days", "2041-12-28在《" + NoticeOf2042.PAPER + "》中是调休上班");
    }

    private RuleChangeSheet propose(String file) {
        return as("analyst", () -> changes.proposeCalendar(new NewCalendar(null, file, "国务院办公厅已发布通知")));
    }

    private void approve(long change) {
        as("admin", () -> changes.approve(change, "已与原文核对"));
    }

    private void load(String file) {
        long change = propose(file).id();
        approve(change);
        runRecount(change);
    }

    private void runRecount(long change) {
        for (Optional<Job> next = job(change); next.isPresent(); next = job(change)) {
            String id = next.get().getId();
            gateway.asSystem(() -> management.executeJob(id));
        }
        assertThat(as("admin", () -> changes.get(change)).state()).isEqualTo("APPLIED");
    }

    private Optional<Job> job(long change) {
        return management.createJobQuery().processDefinitionKey("ruleRecount").list().stream()
                .filter(job -> context.getBean(org.camunda.bpm.engine.RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()
                        .equals(String.valueOf(change)))
                .findFirst();
    }

    private PetitionId petition(String day) {
        Time.is(day);
        return gateway.as(CLERK, () -> cases.open(Channel.LETTER, HOUSING, CLERK));
    }

    private void start(PetitionId petition, ClockKind kind) {
        gateway.as(
                CLERK,
                () -> tx.executeWithoutResult(
                        status -> deadlines.start(petition, kind, Time.now(), "转送函", HOUSING, Optional.empty())));
    }

    private Clock clock(PetitionId petition, ClockKind kind) {
        return deadlines.find(petition, kind).orElseThrow();
    }

    private List<JournalEntry> moves(PetitionId petition) {
        return journal.of(petition).stream()
                .filter(entry -> entry.kind() == JournalKind.CLOCK_RECOUNTED)
                .toList();
    }

    private <T> T as(String officer, Supplier<T> work) {
        return gateway.as(new OfficerId(officer), work);
    }
}
