package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The lamps of D4 started on 2026-06-01: raw due Tuesday 2026-06-16, yellow on 06-11, red on 06-16, overdue from 06-17. */
@HuiyinTest
@CoversAllPathsOf("deadlineWatch")
class DeadlineWatchProcessTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Movements movements;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Journal journal;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private ApplicationContext context;

    @Test
    void greenTurnsYellowTurnsRedTurnsOverdueAtMidnightInBeijing() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);
        Jobs jobs = Jobs.of(context, petition);
        assertThat(lamp(petition)).isEqualTo("showGreen");

        assertThat(jobs.dueDates()).containsExactly(midnight("2026-06-11"));
        jobs.fireNext();
        assertThat(lamp(petition)).isEqualTo("showYellow");
        assertThat(clock(petition).lamp()).isEqualTo(Lamp.YELLOW);

        assertThat(jobs.dueDates()).containsExactly(midnight("2026-06-16"));
        jobs.fireNext();
        assertThat(lamp(petition)).isEqualTo("showRed");

        assertThat(jobs.dueDates()).containsExactly(midnight("2026-06-17"));
        jobs.fireNext();
        assertThat(lamp(petition)).isEqualTo("showOverdue");
        assertThat(clock(petition).lamp()).isEqualTo(Lamp.OVERDUE);
        assertThat(clock(petition).isRunning()).isTrue();
        assertThat(jobs.dueDates()).isEmpty();
        assertThat(kinds(petition))
                .containsSequence(JournalKind.CLOCK_TURNED, JournalKind.CLOCK_TURNED, JournalKind.CLOCK_LAPSED);
    }

    @Test
    void nothingTurnsOneSecondBeforeMidnight() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);

        Time.to(midnight("2026-06-11").minusSeconds(1));
        Jobs.of(context, petition).runDue();

        assertThat(clock(petition).lamp()).isEqualTo(Lamp.GREEN);
    }

    @Test
    void aWatchThatComesLateSkipsWhatHasPassed() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);

        Time.is("2026-06-20");
        Jobs.of(context, petition).runDue();

        assertThat(lamp(petition)).isEqualTo("showOverdue");
        assertThat(kinds(petition)).containsOnlyOnce(JournalKind.CLOCK_LAPSED).doesNotContain(JournalKind.CLOCK_TURNED);
    }

    @Test
    void aTurnThatIsRolledBackHappensAgainAndOnce() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);
        Time.is("2026-06-11");
        Jobs jobs = Jobs.of(context, petition);

        tx.executeWithoutResult(status -> {
            jobs.runDue();
            status.setRollbackOnly();
        });
        assertThat(clock(petition).lamp()).isEqualTo(Lamp.GREEN);
        assertThat(lamp(petition)).isEqualTo("showGreen");

        jobs.runDue();
        as(() -> deadlines.hand(petition, ClockKind.D4, HOUSING, Optional.of(new OfficerId("handler"))));
        gateway.asSystem(
                () -> gateway.signalExecutionOf(watches(petition).get(0).getId()));
        assertThat(lamp(petition)).isEqualTo("showYellow");
        assertThat(kinds(petition)).containsOnlyOnce(JournalKind.CLOCK_TURNED);
        assertThat(jobs.dueDates()).containsExactly(midnight("2026-06-16"));
    }

    @Test
    void anOfficerWhoFinishesWhileTheLampTurnsNeverSeesALockingError() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 15; round++) {
                PetitionId petition = petition("2026-06-01");
                start(petition, ClockKind.D4);
                Time.is("2026-06-11");
                CyclicBarrier together = new CyclicBarrier(2);
                Future<?> lamp = both.submit(() -> {
                    together.await();
                    Jobs.of(context, petition).runDue();
                    return true;
                });
                Future<?> officer = both.submit(() -> {
                    together.await();
                    as(() -> deadlines.met(petition, ClockKind.D4, Time.now(), "受理告知书"));
                    return true;
                });

                officer.get(30, TimeUnit.SECONDS);
                waitFor(lamp);

                assertThat(clock(petition).state()).isEqualTo(ClockState.MET);
                assertThat(watches(petition)).isEmpty();
                assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void anOldMatterStartsOverdueWithOneEntry() {
        PetitionId petition = petition("2026-06-01");

        as(() -> deadlines.start(
                petition, ClockKind.D2, Instant.parse("2018-03-01T02:00:00Z"), "导入", BUREAU, Optional.empty()));

        assertThat(lamp(petition)).isEqualTo("showOverdue");
        assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        assertThat(kinds(petition)).containsOnlyOnce(JournalKind.CLOCK_LAPSED);
    }

    @Test
    void theWatchEndsWhenTheClockIsMetUnderAnyLamp() {
        for (int turns = 0; turns <= 3; turns++) {
            PetitionId petition = petition("2026-06-01");
            start(petition, ClockKind.D4);
            for (int turn = 0; turn < turns; turn++) {
                Jobs.of(context, petition).fireNext();
            }

            as(() -> deadlines.met(petition, ClockKind.D4, Time.now(), "受理告知书"));

            assertThat(watches(petition)).isEmpty();
            assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
            assertThat(clock(petition).state()).isEqualTo(ClockState.MET);
        }
    }

    @Test
    @DisplayName("A watch whose timer has failed ends with its clock too, incident and all")
    void aWatchWithAnIncidentEndsWithItsClock() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);
        String job = management
                .createJobQuery()
                .processInstanceId(watches(petition).get(0).getId())
                .singleResult()
                .getId();
        management.setJobRetries(job, 0);
        assertThat(runtime.createIncidentQuery().configuration(job).count()).isOne();

        as(() -> deadlines.met(petition, ClockKind.D4, Time.now(), "受理告知书"));

        assertThat(watches(petition)).isEmpty();
        assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        assertThat(runtime.createIncidentQuery().configuration(job).count()).isZero();
    }

    @Test
    @DisplayName("ADR 10: a row changed by hand, its watch woken: it stops under any lamp")
    void aWatchThatIsWokenFollowsItsRow() {
        for (int turns = 0; turns <= 3; turns++) {
            PetitionId petition = petition("2026-06-01");
            start(petition, ClockKind.D4);
            for (int turn = 0; turn < turns; turn++) {
                Jobs.of(context, petition).fireNext();
            }
            String watch = watches(petition).get(0).getId();
            jdbc.sql("update deadline.clock set state = 'CANCELLED', ended_at = started_at, ended_by = 'by hand' "
                            + "where watch = :watch")
                    .param("watch", watch)
                    .update();

            gateway.asSystem(() -> gateway.signalExecutionOf(watch));

            assertThat(watches(petition)).isEmpty();
            assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        }
    }

    @Test
    void aStepReadsTheClocksAsItHasJustWrittenThem() {
        PetitionId petition = petition("2026-06-01");

        as(() -> {
            cases.lock(petition);
            assertThat(deadlines.of(petition)).isEmpty();
            deadlines.start(petition, ClockKind.D4, Time.now(), "转送函", HOUSING, Optional.empty());
            deadlines.start(petition, ClockKind.D5, Time.now(), "转送函", HOUSING, Optional.empty());
            deadlines.met(petition, ClockKind.D5, Time.now(), "签收");

            assertThat(deadlines.of(petition)).extracting(Clock::kind).containsExactly(ClockKind.D4, ClockKind.D5);
            assertThat(deadlines.find(petition, ClockKind.D5)).map(Clock::state).contains(ClockState.MET);
        });

        assertThat(deadlines.find(petition, ClockKind.D5)).map(Clock::state).contains(ClockState.MET);
    }

    @Test
    void aClockThatStartsAndEndsInOneTransactionIsNeverWatched() {
        PetitionId petition = petition("2026-06-01");

        as(() -> {
            deadlines.start(petition, ClockKind.D3, Time.now(), "来访登记", HOUSING, Optional.empty());
            deadlines.met(petition, ClockKind.D3, Time.now(), "当场答复");
        });

        Clock clock = deadlines.find(petition, ClockKind.D3).orElseThrow();
        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.watch()).isEmpty();
        assertThat(watches(petition)).isEmpty();
    }

    @Test
    void aTransactionThatFailsLeavesNeitherClockNorWatch() {
        PetitionId petition = petition("2026-06-01");

        gateway.as(
                CLERK,
                () -> tx.executeWithoutResult(status -> {
                    deadlines.start(petition, ClockKind.D4, Time.now(), "转送函", HOUSING, Optional.empty());
                    status.setRollbackOnly();
                }));

        assertThat(deadlines.of(petition)).isEmpty();
        assertThat(watches(petition)).isEmpty();
    }

    @Test
    void startingTwiceIsStartingOnce() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);
        Time.is("2026-06-05");
        start(petition, ClockKind.D4);

        assertThat(deadlines.of(petition)).hasSize(1);
        assertThat(clock(petition).start().on()).isEqualTo("2026-06-01");
        assertThat(watches(petition)).hasSize(1);
    }

    @Test
    void anEarlierPaperMovesRowAndTimerTogether() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);

        as(() -> deadlines.startEarlier(petition, ClockKind.D4, LocalDate.parse("2026-05-28"), "转送函收文登记"));

        assertThat(clock(petition).rawDue()).isEqualTo("2026-06-12");
        assertThat(clock(petition).start().evidence()).isEqualTo("转送函收文登记");
        assertThat(Jobs.of(context, petition).dueDates()).containsExactly(midnight("2026-06-09"));
        assertThat(watches(petition)).hasSize(1);
        assertThat(kinds(petition)).contains(JournalKind.CLOCK_MOVED);
    }

    @Test
    void severalClocksOfOnePetitionHaveOneOpenTimerEach() {
        PetitionId petition = petition("2026-06-01");
        as(() -> {
            deadlines.start(petition, ClockKind.D4, Time.now(), "转送函", HOUSING, Optional.empty());
            deadlines.start(petition, ClockKind.D5, Time.now(), "转送函", HOUSING, Optional.empty());
        });

        assertThat(watches(petition)).hasSize(2);
        assertThat(Jobs.of(context, petition).dueDates()).hasSize(2);

        as(() -> deadlines.cancelAll(petition, "办结"));

        assertThat(watches(petition)).isEmpty();
        assertThat(deadlines.of(petition)).extracting(Clock::state).containsOnly(ClockState.CANCELLED);
    }

    @Test
    void aHeldClockStandsStillAndGoesOnUnderTheLampOfItsNewEnd() {
        PetitionId petition = petition("2026-06-01");
        OrganId reviewing = new OrganId("cityGovernment");
        OfficerId reviewer = new OfficerId("cityReviewer");
        as(() -> deadlines.start(petition, ClockKind.D15, Time.now(), "复核申请", reviewing, Optional.of(reviewer)));
        Time.is("2026-06-29");
        Jobs.of(context, petition).runDue();
        assertThat(lamp(petition)).isEqualTo("showYellow");

        as(() -> movements.hold(petition, ClockKind.D15, "听证", reviewer));
        assertThat(lamp(petition)).isEqualTo("showHeld");
        assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        assertThat(clock(petition).lamp()).isEqualTo(Lamp.YELLOW);

        Time.is("2026-07-29");
        as(() -> movements.release(petition, ClockKind.D15, reviewer));
        assertThat(lamp(petition)).isEqualTo("showYellow");
        assertThat(Jobs.of(context, petition).dueDates()).containsExactly(midnight("2026-07-31"));
        as(() -> movements.hold(petition, ClockKind.D15, "再次听证", reviewer));
        as(() -> deadlines.met(petition, ClockKind.D15, Time.now(), "复核意见"));
        assertThat(watches(petition)).isEmpty();
    }

    @Test
    void aWatchLeavesNoHistory() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4);
        Jobs.of(context, petition).fireNext();
        as(() -> deadlines.met(petition, ClockKind.D4, Time.now(), "受理告知书"));

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("deadlineWatch")
                        .count())
                .isZero();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("showGreen")
                        .count())
                .isZero();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("lamp")
                        .count())
                .isZero();
    }

    /** The job may find its watch gone, before or while the engine loads it; the job executor would drop it then. */
    private static void waitFor(Future<?> lamp) throws InterruptedException, TimeoutException {
        try {
            lamp.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException lost) {
            assertThat(lost.getCause()).isInstanceOfAny(ProcessEngineException.class, NullPointerException.class);
        }
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

    private Clock clock(PetitionId petition) {
        return deadlines.of(petition).get(0);
    }

    private List<ProcessInstance> watches(PetitionId petition) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("deadlineWatch")
                .processInstanceBusinessKey(petition.value())
                .list();
    }

    private String lamp(PetitionId petition) {
        return runtime.getActiveActivityIds(watches(petition).get(0).getId()).get(0);
    }

    private List<JournalKind> kinds(PetitionId petition) {
        return journal.of(petition).stream().map(JournalEntry::kind).toList();
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(Time.BEIJING).toInstant();
    }
}
