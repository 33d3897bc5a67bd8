package org.huiyin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@CoversAllPathsOf("petitionEvaluation")
@DisplayName("满意度评价：第二十一条，R48")
class PetitionEvaluationProcessTest {
    private static final Ratings GOOD = new Ratings(Optional.of(Rating.SATISFIED), Rating.FAIRLY_SATISFIED, "灯亮了。");

    @Autowired
    Petitions petitions;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Evaluation evaluation;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Journal journal;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("R48 信访人凭查询码评价，信访部门和责任单位分别评价")
    void thePetitionerRatesOfficeAndOrganApart() {
        PetitionId id = open();
        assertThat(evaluation.openUntil(id)).contains(java.time.LocalDate.parse("2026-07-01"));

        Time.is("2026-06-20");
        evaluation.evaluate(id, petitions.queryCode(id), GOOD);

        assertThat(evaluation.find(id)).contains(GOOD);
        assertThat(state(id)).isEqualTo(ClockState.MET);
        assertThat(evaluation.openUntil(id)).isEmpty();
        assertThat(isOver(id)).isTrue();
        JournalEntry entry = entries(id, JournalKind.EVALUATED).get(0);
        assertThat(entry.actor()).isEqualTo(JournalEntry.PETITIONER);
        assertThat(entry.typed()).contains("灯亮了。");
    }

    @Test
    @DisplayName("R48 逾期未评价就是未评价，不当作满意")
    void silenceIsNeverSatisfaction() {
        PetitionId id = open();

        Time.is("2026-07-02");
        Jobs.of(context, id).runDue();

        assertThat(entries(id, JournalKind.EVALUATION_LAPSED)).hasSize(1);
        assertThat(evaluation.find(id)).isEmpty();
        assertThat(isOver(id)).isTrue();
        assertThat(Jobs.of(context, id).dueDates()).isEmpty();
    }

    @Test
    @DisplayName("R48 工作人员不得评价")
    void staffCannotEvaluate() {
        PetitionId id = open();
        String code = petitions.queryCode(id);

        assertRefused(() -> gateway.as(HANDLER, () -> evaluation.evaluate(id, code, GOOD)), "queryCode", "不得代为评价");
        assertThat(evaluation.find(id)).isEmpty();
    }

    @Test
    @DisplayName("R48 评价不得修改、不得删除")
    void anEvaluationIsEnteredOnceAndKept() {
        PetitionId id = open();
        String code = petitions.queryCode(id);
        evaluation.evaluate(id, code, GOOD);

        assertRefused(() -> evaluation.evaluate(id, code, GOOD), "organRating", "不能重复评价");
        assertThatThrownBy(() -> jdbc.sql("update evaluation.evaluation set organ_rating = 'SATISFIED'")
                        .update())
                .hasMessageContaining("neither changed nor removed");
        assertThatThrownBy(() -> jdbc.sql("delete from evaluation.evaluation").update())
                .hasMessageContaining("neither changed nor removed");
    }

    @Test
    void aWrongCodeOpensNothing() {
        PetitionId id = open();
        petitions.queryCode(id);

        assertRefused(() -> evaluation.evaluate(id, "WRONGCODE2", GOOD), "queryCode", "不对");
    }

    @Test
    void beforeTheAnswerThereIsNothingToEvaluate() {
        PetitionId id = petitions.forwarded(ARegistration.letter().from("韩雨桐").build());

        assertRefused(() -> evaluation.evaluate(id, petitions.queryCode(id), GOOD), "organRating", "尚未答复");
    }

    @Test
    void afterTheWindowNothingIsTakenEvenBeforeTheLampHasTurned() {
        PetitionId id = open();
        String code = petitions.queryCode(id);

        Time.is("2026-07-02");

        assertRefused(() -> evaluation.evaluate(id, code, GOOD), "organRating", "2026-07-01届满");
    }

    @Test
    void thePetitionOfficeIsRatedWhereItHadTheMatterInHand() {
        PetitionId id = open();

        assertThat(evaluation.ratesOffice(id)).isTrue();
        assertRefused(
                () -> evaluation.evaluate(
                        id, petitions.queryCode(id), new Ratings(Optional.empty(), Rating.SATISFIED, "")),
                "officeRating",
                "请选择");
    }

    private PetitionId open() {
        PetitionId id = petitions.answered(ARegistration.letter().from("韩雨桐").build());
        gateway.as(HANDLER, () -> gateway.start(EvaluationProcess.ID, id, Map.of()));
        return id;
    }

    private ClockState state(PetitionId id) {
        return deadlines.find(id, ClockKind.D22).orElseThrow().state();
    }

    private boolean isOver(PetitionId id) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .processDefinitionKey(EvaluationProcess.ID)
                        .count()
                == 0;
    }

    private List<JournalEntry> entries(PetitionId id, JournalKind kind) {
        return journal.of(id).stream().filter(entry -> entry.kind() == kind).toList();
    }
}
