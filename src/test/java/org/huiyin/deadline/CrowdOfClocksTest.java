package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.runtime.Job;
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
import org.huiyin.testkit.CountedDataSource;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Statements;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Timers that fall due together, as the job executor works them off. In 2016, before any letter of the other tests: the
 * crowd is ours alone. D4 started on 2016-03-01 is due on 03-16 and turns yellow on 03-11.
 */
@HuiyinTest
class CrowdOfClocksTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Journal journal;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TransactionTemplate tx;

    @Test
    void theTimerAtHandTakesAllOthersThatAreDueAlongAndTurnsEachOnce() {
        List<PetitionId> crowd = crowd();

        turnYellow(crowd.get(0));
        turnYellow(crowd.get(0));

        assertThat(crowd).allSatisfy(petition -> {
            assertThat(lamp(petition)).isEqualTo(Lamp.YELLOW);
            assertThat(runtime.getActiveActivityIds(watch(petition))).containsExactly("showYellow");
            assertThat(timers(petition)).hasSize(1);
            assertThat(journal.of(petition)).extracting(JournalEntry::kind).containsOnlyOnce(JournalKind.CLOCK_TURNED);
        });
        end(crowd);
    }

    /** Five rows of the engine for each clock; all else is asked and written once for all of them (ADR 18). */
    @Test
    void aCrowdOfAHundredCostsFiveStatementsAClock() {
        Time.is("2016-03-01");
        List<PetitionId> crowd = Stream.generate(this::petition).limit(100).toList();
        Statements.Count before = CountedDataSource.STATEMENTS.now();

        turnYellow(crowd.get(0));

        Statements.Count cost = CountedDataSource.STATEMENTS.now().minus(before);
        assertThat(cost.statements()).as(cost.toString()).isLessThanOrEqualTo(5 * crowd.size() + 30);
        assertThat(crowd).allSatisfy(petition -> assertThat(lamp(petition)).isEqualTo(Lamp.YELLOW));
        end(crowd);
    }

    @Test
    void firedByHandItGoesAlone() {
        List<PetitionId> crowd = crowd();
        Time.is("2016-03-11");

        gateway.asSystem(() -> management.executeJob(timers(crowd.get(0)).get(0).getId()));

        assertThat(lamp(crowd.get(0))).isEqualTo(Lamp.YELLOW);
        assertThat(crowd.subList(1, crowd.size()))
                .allSatisfy(petition -> assertThat(lamp(petition)).isEqualTo(Lamp.GREEN));
        end(crowd);
    }

    @Test
    void whatAnOfficerHoldsIsLeftForLaterAndNobodyWaits() throws Exception {
        List<PetitionId> crowd = crowd();
        PetitionId held = crowd.get(2);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch turned = new CountDownLatch(1);
        ExecutorService officer = Executors.newSingleThreadExecutor();
        Future<?> work = officer.submit(() -> gateway.as(
                CLERK,
                () -> tx.executeWithoutResult(status -> {
                    cases.lock(held);
                    locked.countDown();
                    await(turned);
                })));
        locked.await();

        turnYellow(crowd.get(0));
        turned.countDown();
        work.get();
        officer.shutdown();

        assertThat(lamp(held)).isEqualTo(Lamp.GREEN);
        assertThat(lamp(crowd.get(4))).isEqualTo(Lamp.YELLOW);
        turnYellow(held);
        assertThat(lamp(held)).isEqualTo(Lamp.YELLOW);
        end(crowd);
    }

    @Test
    void whatHasFailedBeforeIsNotTakenAlong() {
        List<PetitionId> crowd = crowd();
        PetitionId spoilt = crowd.get(3);
        Time.is("2016-03-11");
        management.setJobRetries(timers(spoilt).get(0).getId(), 0);

        turnYellow(crowd.get(0));

        assertThat(lamp(spoilt)).isEqualTo(Lamp.GREEN);
        assertThat(lamp(crowd.get(4))).isEqualTo(Lamp.YELLOW);
        end(crowd);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<PetitionId> crowd() {
        Time.is("2016-03-01");
        return Stream.generate(this::petition).limit(5).toList();
    }

    private PetitionId petition() {
        PetitionId petition = gateway.as(CLERK, () -> cases.open(Channel.LETTER, BUREAU, CLERK));
        gateway.as(CLERK, () -> deadlines.start(petition, ClockKind.D4, Time.now(), "转送函", HOUSING, Optional.empty()));
        return petition;
    }

    /** As the job executor does it, if there is anything left to do. */
    private void turnYellow(PetitionId leader) {
        Time.is("2016-03-11");
        timers(leader).stream()
                .filter(timer -> !timer.getDuedate().toInstant().isAfter(Time.now()))
                .forEach(timer -> {
                    Context.setJobExecutorContext(new JobExecutorContext());
                    try {
                        gateway.asSystem(() -> management.executeJob(timer.getId()));
                    } finally {
                        Context.removeJobExecutorContext();
                    }
                });
    }

    private List<Job> timers(PetitionId petition) {
        return management.createJobQuery().processInstanceId(watch(petition)).list();
    }

    private String watch(PetitionId petition) {
        ProcessInstance watch = runtime.createProcessInstanceQuery()
                .processDefinitionKey("deadlineWatch")
                .processInstanceBusinessKey(petition.value())
                .singleResult();
        return watch.getId();
    }

    private Lamp lamp(PetitionId petition) {
        return deadlines.of(petition).get(0).lamp();
    }

    /** No other test is to find a crowd of ours. */
    private void end(List<PetitionId> crowd) {
        assertThat(LocalDate.ofInstant(Time.now(), Time.BEIJING)).isEqualTo("2016-03-11");
        crowd.forEach(petition -> gateway.as(CLERK, () -> deadlines.cancelAll(petition, "办结")));
    }
}
