package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.deadline.ClocksAtHand.BUREAU;
import static org.huiyin.deadline.ClocksAtHand.HOUSING;
import static org.huiyin.deadline.ClocksAtHand.midnight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
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

/** The lamps of D4 started on 2026-06-01: raw due Tuesday 2026-06-16, yellow on 06-11, red on 06-16, overdue from 06-17. */
@HuiyinTest
@CoversAllPathsOf("deadlineWatch")
class DeadlineWatchProcessTest {
    @Autowired
    private ClocksAtHand clocks;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Movements movements;

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
    private ApplicationContext context;

    @Test
    void greenTurnsYellowTurnsRedTurnsOverdueAtMidnightInBeijing() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);
        Jobs jobs = Jobs.of(context, petition);
        assertThat(clocks.lamp(petition)).isEqualTo("showGreen");

        assertThat(jobs.dueDates()).containsExactly(midnight("2026-06-11"));
        jobs.fireNext();
        assertThat(clocks.lamp(petition)).isEqualTo("showYellow");
        assertThat(clocks.clock(petition).lamp()).isEqualTo(Lamp.YELLOW);

        assertThat(jobs.dueDates()).containsExactly(midnight("2026-06-16"));
        jobs.fireNext();
        assertThat(clocks.lamp(petition)).isEqualTo("showRed");

        assertThat(jobs.dueDates()).containsExactly(midnight("2026-06-17"));
        jobs.fireNext();
        assertThat(clocks.lamp(petition)).isEqualTo("showOverdue");
        assertThat(clocks.clock(petition).lamp()).isEqualTo(Lamp.OVERDUE);
        assertThat(clocks.clock(petition).isRunning()).isTrue();
        assertThat(jobs.dueDates()).isEmpty();
        assertThat(clocks.kinds(petition))
                .containsSequence(JournalKind.CLOCK_TURNED, JournalKind.CLOCK_TURNED, JournalKind.CLOCK_LAPSED);
    }

    @Test
    void nothingTurnsOneSecondBeforeMidnight() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);

        Time.to(midnight("2026-06-11").minusSeconds(1));
        Jobs.of(context, petition).runDue();

        assertThat(clocks.clock(petition).lamp()).isEqualTo(Lamp.GREEN);
    }

    @Test
    void aWatchThatComesLateSkipsWhatHasPassed() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);

        Time.is("2026-06-20");
        Jobs.of(context, petition).runDue();

        assertThat(clocks.lamp(petition)).isEqualTo("showOverdue");
        assertThat(clocks.kinds(petition))
                .containsOnlyOnce(JournalKind.CLOCK_LAPSED)
                .doesNotContain(JournalKind.CLOCK_TURNED);
    }

    @Test
    void anOldMatterStartsOverdueWithOneEntry() {
        PetitionId petition = clocks.petition("2026-06-01");

        clocks.as(() -> deadlines.start(
                petition, ClockKind.D2, Instant.parse("2018-03-01T02:00:00Z"), "导入", BUREAU, Optional.empty()));

        assertThat(clocks.lamp(petition)).isEqualTo("showOverdue");
        assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        assertThat(clocks.kinds(petition)).containsOnlyOnce(JournalKind.CLOCK_LAPSED);
    }

    @Test
    void theWatchEndsWhenTheClockIsMetUnderAnyLamp() {
        for (int turns = 0; turns <= 3; turns++) {
            PetitionId petition = clocks.petition("2026-06-01");
            clocks.start(petition, ClockKind.D4);
            for (int turn = 0; turn < turns; turn++) {
                Jobs.of(context, petition).fireNext();
            }

            clocks.as(() -> deadlines.met(petition, ClockKind.D4, Time.now(), "受理告知书"));

            assertThat(clocks.watches(petition)).isEmpty();
            assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
            assertThat(clocks.clock(petition).state()).isEqualTo(ClockState.MET);
        }
    }

    @Test
    @DisplayName("A watch whose timer has failed ends with its clock too, incident and all")
    void aWatchWithAnIncidentEndsWithItsClock() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);
        String job = management
                .createJobQuery()
                .processInstanceId(clocks.watches(petition).get(0))
                .singleResult()
                .getId();
        management.setJobRetries(job, 0);
        assertThat(runtime.createIncidentQuery().configuration(job).count()).isOne();

        clocks.as(() -> deadlines.met(petition, ClockKind.D4, Time.now(), "受理告知书"));

        assertThat(clocks.watches(petition)).isEmpty();
        assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        assertThat(runtime.createIncidentQuery().configuration(job).count()).isZero();
    }

    @Test
    @DisplayName("ADR 10: a row changed by hand, its watch woken: it stops under any lamp")
    void aWatchThatIsWokenFollowsItsRow() {
        for (int turns = 0; turns <= 3; turns++) {
            PetitionId petition = clocks.petition("2026-06-01");
            clocks.start(petition, ClockKind.D4);
            for (int turn = 0; turn < turns; turn++) {
                Jobs.of(context, petition).fireNext();
            }
            String watch = clocks.watches(petition).get(0);
            jdbc.sql("update deadline.clock set state = 'CANCELLED', ended_at = started_at, ended_by = 'by hand' "
                            + "where watch = :watch")
                    .param("watch", watch)
                    .update();

            gateway.asSystem(() -> gateway.signalExecutionOf(watch));

            assertThat(clocks.watches(petition)).isEmpty();
            assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        }
    }

    @Test
    void anEarlierPaperMovesRowAndTimerTogether() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);

        clocks.as(() -> deadlines.startEarlier(petition, ClockKind.D4, LocalDate.parse("2026-05-28"), "转送函收文登记"));

        assertThat(clocks.clock(petition).rawDue()).isEqualTo("2026-06-12");
        assertThat(clocks.clock(petition).start().evidence()).isEqualTo("转送函收文登记");
        assertThat(Jobs.of(context, petition).dueDates()).containsExactly(midnight("2026-06-09"));
        assertThat(clocks.watches(petition)).hasSize(1);
        assertThat(clocks.kinds(petition)).contains(JournalKind.CLOCK_MOVED);
    }

    @Test
    void severalClocksOfOnePetitionHaveOneOpenTimerEach() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.as(() -> {
            deadlines.start(petition, ClockKind.D4, Time.now(), "转送函", HOUSING, Optional.empty());
            deadlines.start(petition, ClockKind.D5, Time.now(), "转送函", HOUSING, Optional.empty());
        });

        assertThat(clocks.watches(petition)).hasSize(2);
        assertThat(Jobs.of(context, petition).dueDates()).hasSize(2);

        clocks.as(() -> deadlines.cancelAll(petition, "办结"));

        assertThat(clocks.watches(petition)).isEmpty();
        assertThat(deadlines.of(petition)).extracting(Clock::state).containsOnly(ClockState.CANCELLED);
    }

    @Test
    void aHeldClockStandsStillAndGoesOnUnderTheLampOfItsNewEnd() {
        PetitionId petition = clocks.petition("2026-06-01");
        OrganId reviewing = new OrganId("cityGovernment");
        OfficerId reviewer = new OfficerId("cityReviewer");
        clocks.as(() -> deadlines.start(petition, ClockKind.D15, Time.now(), "复核申请", reviewing, Optional.of(reviewer)));
        Time.is("2026-06-29");
        Jobs.of(context, petition).runDue();
        assertThat(clocks.lamp(petition)).isEqualTo("showYellow");

        clocks.as(() -> movements.hold(petition, ClockKind.D15, "听证", reviewer));
        assertThat(clocks.lamp(petition)).isEqualTo("showHeld");
        assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        assertThat(clocks.clock(petition).lamp()).isEqualTo(Lamp.YELLOW);

        Time.is("2026-07-29");
        clocks.as(() -> movements.release(petition, ClockKind.D15, reviewer));
        assertThat(clocks.lamp(petition)).isEqualTo("showYellow");
        assertThat(Jobs.of(context, petition).dueDates()).containsExactly(midnight("2026-07-31"));
        clocks.as(() -> movements.hold(petition, ClockKind.D15, "再次听证", reviewer));
        clocks.as(() -> deadlines.met(petition, ClockKind.D15, Time.now(), "复核意见"));
        assertThat(clocks.watches(petition)).isEmpty();
    }

    @Test
    void aWatchLeavesNoHistory() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);
        Jobs.of(context, petition).fireNext();
        clocks.as(() -> deadlines.met(petition, ClockKind.D4, Time.now(), "受理告知书"));

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
}
