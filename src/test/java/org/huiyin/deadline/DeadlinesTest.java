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

@HuiyinTest
class DeadlinesTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final OfficerId HANDLER = new OfficerId("handler");

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
    private LapsesHeard lapses;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("第二十三条：当日不计，收到时刻按北京时间定日")
    void theDayOfTheEventIsTheDayInBeijing() {
        PetitionId petition = petition("2026-06-02");

        start(petition, ClockKind.D4, Instant.parse("2026-06-01T16:30:00Z"));

        Clock clock = deadlines.find(petition, ClockKind.D4).orElseThrow();
        assertThat(clock.start().on()).isEqualTo("2026-06-02");
        assertThat(clock.rawDue()).isEqualTo("2026-06-17");
    }

    @Test
    @DisplayName("第二十三条：五个工作日跨越调休的周六")
    void theObjectionCountsAMakeUpSaturday() {
        PetitionId petition = petition("2026-10-08");

        start(petition, ClockKind.D5, Time.now());

        assertThat(deadlines.find(petition, ClockKind.D5).orElseThrow().rawDue())
                .isEqualTo("2026-10-14");
    }

    @Test
    @DisplayName("事实三：提出异议不停止告知期限")
    void anObjectionStopsNothing() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4, Time.now());
        start(petition, ClockKind.D5, Time.now());

        met(petition, ClockKind.D5);
        start(petition, ClockKind.D5A, Time.now());

        assertThat(deadlines.find(petition, ClockKind.D4).orElseThrow().isRunning())
                .isTrue();
        assertThat(deadlines.find(petition, ClockKind.D5A).orElseThrow().rawDue())
                .isEqualTo("2026-06-03");
    }

    @Test
    @DisplayName("第三十五条：信访人的期限顺延到工作日，届满才告知")
    void aWindowLapsesAtTheEndOfItsRolledDay() {
        PetitionId petition = petition("2026-09-03");
        start(petition, ClockKind.D12, Time.now());
        Clock window = deadlines.find(petition, ClockKind.D12).orElseThrow();
        assertThat(window.rawDue()).isEqualTo("2026-10-03");
        assertThat(window.legalDue()).isEqualTo("2026-10-08");
        assertThat(deadlines.sheets(petition).get(0).explanation())
                .contains("最后一日为国庆节放假：法定届满日顺延至2026年10月8日（周四）（参照《民法典》第二百零三条）。");

        Time.at(LocalDateTime.parse("2026-10-08T23:59:59"));
        Jobs.of(context, petition).runDue();
        assertThat(lapses.of(petition)).isEmpty();
        assertThat(deadlines.find(petition, ClockKind.D12).orElseThrow().lamp()).isEqualTo(Lamp.RED);
        assertThat(deadlines.worstLamp(petition))
                .as("a window of the petitioner hurries no officer")
                .isEqualTo(Lamp.GREEN);

        Time.at(LocalDateTime.parse("2026-10-09T00:00:00"));
        Jobs.of(context, petition).runDue();
        assertThat(lapses.of(petition)).containsExactly(ClockKind.D12);
    }

    @Test
    @DisplayName("机关的期限不顺延，按自然日届满即超期")
    void anOrganIsLateByThePlainCount() {
        PetitionId petition = petition("2026-09-18");
        start(petition, ClockKind.D4, Time.now());
        assertThat(deadlines.find(petition, ClockKind.D4).orElseThrow().legalDue())
                .isEqualTo("2026-10-08");

        Time.at(LocalDateTime.parse("2026-10-04T00:00:00"));
        Jobs.of(context, petition).runDue();

        assertThat(lapses.of(petition)).containsExactly(ClockKind.D4);
    }

    @Test
    void theLampMovesThePriorityOfOpenTasksAndAWindowDoesNot() {
        PetitionId petition = petition("2026-06-01");
        as(() -> {
            deadlines.start(petition, ClockKind.D2, Time.now(), "登记凭证", BUREAU, Optional.empty());
            deadlines.start(
                    petition, ClockKind.D22, Instant.parse("2020-01-01T00:00:00Z"), "送达", BUREAU, Optional.empty());
            gateway.start("petitionDispatch", petition, Map.of("sender", BUREAU.value()));
        });
        assertThat(task(petition).getPriority()).isEqualTo(Lamp.GREEN.priority());
        assertThat(task(petition).getDueDate()).isEqualTo("2026-06-16T23:59:59");

        Jobs jobs = Jobs.of(context, petition);
        jobs.fireNext();
        assertThat(task(petition).getPriority()).isEqualTo(Lamp.YELLOW.priority());
        jobs.fireNext();
        assertThat(task(petition).getPriority()).isEqualTo(Lamp.RED.priority());
        jobs.fireNext();
        assertThat(task(petition).getPriority()).isEqualTo(Lamp.OVERDUE.priority());
        // it has no letter, which dispatchers' lists would ask for
        context.getBean(RuntimeService.class)
                .deleteProcessInstance(task(petition).getProcessInstanceId(), "没有来信的事项");
    }

    @Test
    void aClockMetOnTimeButEnteredLateKeepsTheLampOfTheDeed() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4, Time.now());
        Time.is("2026-06-20");
        Jobs.of(context, petition).runDue();

        as(() -> deadlines.met(petition, ClockKind.D4, Instant.parse("2026-06-02T02:00:00Z"), "受理告知书"));

        assertThat(deadlines.find(petition, ClockKind.D4).orElseThrow().lamp()).isEqualTo(Lamp.GREEN);
    }

    @Test
    void whatHasEndedMayBeMetAgainAndWhatNeverStartedMayNot() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D2, Time.now());
        met(petition, ClockKind.D2);
        met(petition, ClockKind.D2);

        assertThat(kinds(petition)).containsOnlyOnce(JournalKind.CLOCK_MET);
        assertThatIllegalStateException().isThrownBy(() -> met(petition, ClockKind.D6));
        as(() -> deadlines.stopIfRunning(petition, ClockKind.D6, "未起算"));
    }

    @Test
    void theNextOrganGetsClocksOfItsOwn() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4, Time.now());
        as(() -> deadlines.stopIfRunning(petition, ClockKind.D4, "同意异议"));

        Time.is("2026-06-10");
        start(petition, ClockKind.D4, Time.now());

        assertThat(deadlines.of(petition))
                .extracting(Clock::state)
                .containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
        assertThat(deadlines.find(petition, ClockKind.D4).orElseThrow().rawDue())
                .isEqualTo("2026-06-25");
    }

    @Test
    void aClockOnlyStartsEarlierNeverLater() {
        PetitionId petition = petition("2026-06-05");
        start(petition, ClockKind.D4, Time.now());

        assertThatThrownBy(() ->
                        as(() -> deadlines.startEarlier(petition, ClockKind.D4, LocalDate.parse("2026-06-06"), "收文登记")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【收到日期】不能晚于2026年6月5日");
        as(() -> deadlines.startEarlier(petition, ClockKind.D4, LocalDate.parse("2026-06-05"), "收文登记"));
        assertThat(kinds(petition)).doesNotContain(JournalKind.CLOCK_MOVED);

        met(petition, ClockKind.D4);
        assertThatThrownBy(() ->
                        as(() -> deadlines.startEarlier(petition, ClockKind.D4, LocalDate.parse("2026-06-01"), "收文登记")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("“转送交办事项告知”期限已完成，不能提前起算");
    }

    @Test
    void aClockIsHandedToAPersonAndRunsOn() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4, Time.now());

        as(() -> deadlines.hand(petition, ClockKind.D4, HOUSING, Optional.of(HANDLER)));
        as(() -> deadlines.hand(petition, ClockKind.D4, HOUSING, Optional.of(HANDLER)));

        Clock clock = deadlines.find(petition, ClockKind.D4).orElseThrow();
        assertThat(clock.person()).contains(HANDLER);
        assertThat(clock.isRunning()).isTrue();
        assertThat(kinds(petition)).containsOnlyOnce(JournalKind.CLOCK_HANDED);
    }

    @Test
    void aPaperSetsTheEndOfAnAssignment() {
        PetitionId petition = petition("2026-06-01");
        as(() -> deadlines.startUntil(
                petition,
                ClockKind.D11,
                Time.now(),
                new SetDate(LocalDate.parse("2026-06-28"), BUREAU),
                "交办函",
                HOUSING,
                Optional.empty()));

        Clock clock = deadlines.find(petition, ClockKind.D11).orElseThrow();
        assertThat(clock.rawDue()).isEqualTo("2026-06-28");
        assertThat(clock.legalDue()).isEqualTo("2026-06-29");
        assertThatThrownBy(() -> as(() -> deadlines.startUntil(
                        petition,
                        ClockKind.D23,
                        Time.now(),
                        new SetDate(LocalDate.parse("2026-05-31"), HOUSING),
                        "意见",
                        HOUSING,
                        Optional.empty())))
                .isInstanceOf(InvalidInput.class);
    }

    private PetitionId petition(String day) {
        Time.is(day);
        return gateway.as(CLERK, () -> cases.open(Channel.LETTER, BUREAU, CLERK));
    }

    private void start(PetitionId petition, ClockKind kind, Instant from) {
        as(() -> deadlines.start(petition, kind, from, "转送函", HOUSING, Optional.empty()));
    }

    private void met(PetitionId petition, ClockKind kind) {
        as(() -> deadlines.met(petition, kind, Time.now(), "文书"));
    }

    private void as(Runnable work) {
        gateway.as(CLERK, () -> tx.executeWithoutResult(status -> work.run()));
    }

    private Task task(PetitionId petition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(petition.value())
                .singleResult();
    }

    private List<JournalKind> kinds(PetitionId petition) {
        return journal.of(petition).stream().map(JournalEntry::kind).toList();
    }
}
