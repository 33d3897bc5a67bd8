package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.deadline.ClocksAtHand.CLERK;
import static org.huiyin.deadline.ClocksAtHand.HOUSING;
import static org.huiyin.deadline.ClocksAtHand.midnight;

import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Clock, watch and timer are written together or not at all, whoever races whom. D4 of 2026-06-01 turns yellow on 06-11. */
@HuiyinTest
class WatchTransactionsTest {
    @Autowired
    private ClocksAtHand clocks;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private CaseFile cases;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private ApplicationContext context;

    @Test
    void aTurnThatIsRolledBackHappensAgainAndOnce() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);
        Time.is("2026-06-11");
        Jobs jobs = Jobs.of(context, petition);

        tx.executeWithoutResult(status -> {
            jobs.runDue();
            status.setRollbackOnly();
        });
        assertThat(clocks.clock(petition).lamp()).isEqualTo(Lamp.GREEN);
        assertThat(clocks.lamp(petition)).isEqualTo("showGreen");

        jobs.runDue();
        clocks.as(() -> deadlines.hand(petition, ClockKind.D4, HOUSING, Optional.of(new OfficerId("handler"))));
        gateway.asSystem(
                () -> gateway.signalExecutionOf(clocks.watches(petition).get(0)));
        assertThat(clocks.lamp(petition)).isEqualTo("showYellow");
        assertThat(clocks.kinds(petition)).containsOnlyOnce(JournalKind.CLOCK_TURNED);
        assertThat(jobs.dueDates()).containsExactly(midnight("2026-06-16"));
    }

    @Test
    void anOfficerWhoFinishesWhileTheLampTurnsNeverSeesALockingError() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 15; round++) {
                PetitionId petition = clocks.petition("2026-06-01");
                clocks.start(petition, ClockKind.D4);
                Time.is("2026-06-11");
                CyclicBarrier together = new CyclicBarrier(2);
                Future<?> lamp = both.submit(() -> {
                    together.await();
                    Jobs.of(context, petition).runDue();
                    return true;
                });
                Future<?> officer = both.submit(() -> {
                    together.await();
                    clocks.as(() -> deadlines.met(petition, ClockKind.D4, Time.now(), "受理告知书"));
                    return true;
                });

                officer.get(30, TimeUnit.SECONDS);
                waitFor(lamp);

                assertThat(clocks.clock(petition).state()).isEqualTo(ClockState.MET);
                assertThat(clocks.watches(petition)).isEmpty();
                assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void aStepReadsTheClocksAsItHasJustWrittenThem() {
        PetitionId petition = clocks.petition("2026-06-01");

        clocks.as(() -> {
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
        PetitionId petition = clocks.petition("2026-06-01");

        clocks.as(() -> {
            deadlines.start(petition, ClockKind.D3, Time.now(), "来访登记", HOUSING, Optional.empty());
            deadlines.met(petition, ClockKind.D3, Time.now(), "当场答复");
        });

        Clock clock = deadlines.find(petition, ClockKind.D3).orElseThrow();
        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.watch()).isEmpty();
        assertThat(clocks.watches(petition)).isEmpty();
    }

    @Test
    void aTransactionThatFailsLeavesNeitherClockNorWatch() {
        PetitionId petition = clocks.petition("2026-06-01");

        gateway.as(
                CLERK,
                () -> tx.executeWithoutResult(status -> {
                    deadlines.start(petition, ClockKind.D4, Time.now(), "转送函", HOUSING, Optional.empty());
                    status.setRollbackOnly();
                }));

        assertThat(deadlines.of(petition)).isEmpty();
        assertThat(clocks.watches(petition)).isEmpty();
    }

    @Test
    void startingTwiceIsStartingOnce() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D4);
        Time.is("2026-06-05");
        clocks.start(petition, ClockKind.D4);

        assertThat(deadlines.of(petition)).hasSize(1);
        assertThat(clocks.clock(petition).start().on()).isEqualTo("2026-06-01");
        assertThat(clocks.watches(petition)).hasSize(1);
    }

    /** The job may find its watch gone, before or while the engine loads it; the job executor would drop it then. */
    private static void waitFor(Future<?> lamp) throws InterruptedException, TimeoutException {
        try {
            lamp.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException lost) {
            assertThat(lost.getCause()).isInstanceOfAny(ProcessEngineException.class, NullPointerException.class);
        }
    }
}
