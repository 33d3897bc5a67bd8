package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.huiyin.engine.Trail.Visit;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("R24 运行轨迹：每个流程走过哪里、几次、谁办的、停在哪里")
class TrailTest {
    @Autowired
    Trails trails;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    EngineGateway gateway;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @Test
    void aTaskIsAVisitWithWhoDidItAndTheFlowsAreTheWayTaken() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter().withTheHandler();
        Time.is("2026-03-05");
        PetitionId id = life.accepted().id();

        Trail trail = trail(id, "petitionHandling");

        assertThat(trail.whole()).isTrue();
        Visit accepted = visits(trail, "decideAcceptance").get(0);
        assertThat(accepted.state()).isEqualTo(VisitState.DONE);
        assertThat(accepted.endedBy()).contains(new OfficerId("handler"));
        assertThat(accepted.assignee()).contains(new OfficerId("handler"));
        assertThat(accepted.began()).isBefore(accepted.ended().orElseThrow());
        assertThat(visits(trail, "draftOpinion")).singleElement().satisfies(open -> {
            assertThat(open.state()).isEqualTo(VisitState.OPEN);
            assertThat(open.ended()).isEmpty();
        });
        assertThat(trail.flows())
                .containsKeys("handlingStarted_decideAcceptance", "decideAcceptance_isAccepted", "isAccepted_yes")
                .doesNotContainKey("isAccepted_no");
    }

    @Test
    void aCallNamesTheInstanceThatItBegan() {
        PetitionId id = Life.ofALetter().withTheHandler().id();

        Trail life = trail(id, "petitionLifecycle");

        assertThat(visits(life, "petitionHandling"))
                .singleElement()
                .extracting(Visit::called)
                .isEqualTo(Optional.of(instance(id, "petitionHandling")));
        assertThat(visits(life, "petitionHandling").get(0).state()).isEqualTo(VisitState.OPEN);
        assertThat(visits(life, "petitionIntake").get(0).state()).isEqualTo(VisitState.DONE);
    }

    @Test
    @DisplayName("退回修改四次，就办了五次，走过的路也数得出")
    void aStepThatIsRepeatedIsVisitedAsOften() {
        Life life = Life.ofALetter().withTheHandler().accepted();
        for (int time = 0; time < 4; time++) {
            life.drafted();
            Desk.as("head").complete(life.id(), "signOpinion", Map.of("decision", "RETURN", "signComment", "请补充事实。"));
        }
        life.drafted();

        Trail trail = trail(life.id(), "petitionHandling");

        assertThat(visits(trail, "draftOpinion")).hasSize(5).allMatch(visit -> visit.state() == VisitState.DONE);
        assertThat(visits(trail, "signOpinion")).hasSize(5);
        assertThat(trail.flows()).containsEntry("draftOpinion_signOpinion", 5);
    }

    @Test
    @DisplayName("不属于任何人的推进记在系统名下：期限届满自行往下走")
    void whatNobodyDidIsTheSystems() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("POST")
                .received()
                .id();
        Time.is("2026-07-01");
        Jobs.of(context, id).runDue();

        Trail review = trail(id, "petitionReview");

        assertThat(visits(review, "awaitReviewRequest")).singleElement().satisfies(waited -> {
            assertThat(waited.state()).isEqualTo(VisitState.DONE);
            assertThat(waited.endedBy()).contains(OfficerId.SYSTEM);
        });
        assertThat(trail(id, "petitionLifecycle").flows()).containsKey("closingJoined_closePetition");
    }

    @Test
    @DisplayName("期限监视不留轨迹；轨迹在同一笔事务里写下，随引擎历史一起清理")
    void theTrailGoesWithTheHistoryOfItsInstance() {
        PetitionId id = Life.ofALetter().sortedAsSuggestion().id();
        String life = instance(id, "petitionIntake");
        assertThat(rows(life)).isPositive();
        assertThat(jdbc.sql("""
                                select count(*) from engine.trail t join act_ru_execution e on e.id_ = t.instance
                                join act_re_procdef d on d.id_ = e.proc_def_id_ where d.key_ = 'deadlineWatch'""").query(Long.class).single()).isZero();

        history.deleteHistoricProcessInstance(life);

        assertThat(rows(life)).isZero();
    }

    @Test
    @DisplayName("早于轨迹的流程：各人办过的步骤仍在，说明不全")
    void whatIsOlderShowsItsTasks() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();
        String handling = instance(id, "petitionHandling");
        jdbc.sql("delete from engine.trail where instance = ?").param(handling).update();

        Trail trail = trails.of(handling);

        assertThat(trail.whole()).isFalse();
        assertThat(trail.flows()).isEmpty();
        assertThat(visits(trail, "decideAcceptance").get(0).state()).isEqualTo(VisitState.DONE);
        assertThat(visits(trail, "decideAcceptance").get(0).assignee()).contains(new OfficerId("handler"));
        assertThat(visits(trail, "draftOpinion").get(0).state()).isEqualTo(VisitState.OPEN);
    }

    @Test
    @DisplayName("多实例逐个记；子流程被边界事件打断的，每一个都记为中止，并知道是哪个事件")
    void ofSeveralAtOnceEachIsAVisitAndAnEventCutsThemOff() {
        Deployment probe = repository
                .createDeployment()
                .addModelInstance("trailProbe.bpmn", probe())
                .deploy();
        try {
            String instance =
                    gateway.as(new OfficerId("analyst"), () -> gateway.start("trailProbe", "trailProbe", Map.of()));
            Execution one = runtime.createExecutionQuery()
                    .processInstanceId(instance)
                    .activityId("each")
                    .list()
                    .get(0);
            gateway.asSystem(() -> runtime.signal(one.getId()));
            Job cut = management.createJobQuery().processInstanceId(instance).singleResult();
            gateway.asSystem(() -> management.executeJob(cut.getId()));

            Trail trail = trails.of(instance);

            assertThat(visits(trail, "each"))
                    .extracting(Visit::state)
                    .containsExactlyInAnyOrder(VisitState.DONE, VisitState.CANCELLED, VisitState.CANCELLED);
            assertThat(visits(trail, "each").stream()
                            .filter(visit -> visit.state() == VisitState.CANCELLED)
                            .map(Visit::endedWith))
                    .allMatch(entered -> entered.contains("cut"));
            assertThat(visits(trail, "work")).singleElement().satisfies(work -> {
                assertThat(work.state()).isEqualTo(VisitState.CANCELLED);
                assertThat(work.endedBy()).contains(OfficerId.SYSTEM);
            });
            assertThat(visits(trail, "given")).hasSize(1);
            assertThat(visits(trail, "finished")).isEmpty();
        } finally {
            repository.deleteDeployment(probe.getId(), true);
        }
    }

    private static BpmnModelInstance probe() {
        return Bpmn.createExecutableProcess("trailProbe")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("begun")
                .subProcess("work")
                .embeddedSubProcess()
                .startEvent("workBegun")
                .receiveTask("each")
                .multiInstance()
                .parallel()
                .cardinality("3")
                .multiInstanceDone()
                .endEvent("workDone")
                .subProcessDone()
                .endEvent("finished")
                .moveToActivity("work")
                .boundaryEvent("cut")
                .timerWithDuration("PT1H")
                .endEvent("given")
                .done();
    }

    private long rows(String instance) {
        return jdbc.sql("select count(*) from engine.trail where instance = ?")
                .param(instance)
                .query(Long.class)
                .single();
    }

    private Trail trail(PetitionId id, String model) {
        return trails.of(instance(id, model));
    }

    private String instance(PetitionId id, String model) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.value())
                .processDefinitionKey(model)
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .reduce((one, other) -> {
                    throw new AssertionError("several " + model);
                })
                .orElseThrow();
    }

    private static List<Visit> visits(Trail trail, String element) {
        return trail.visits().stream()
                .filter(visit -> visit.element().equals(element))
                .toList();
    }
}
