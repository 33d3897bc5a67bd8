package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CaseView;
import org.huiyin.casefile.Circle;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.NoSuchPetition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.huiyin.organ.Role;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@CoversAllPathsOf("accusationTransfer")
class AccusationTransferProcessTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId DISCIPLINE = new OrganId("cityDiscipline");

    @Autowired
    CaseFile cases;

    @Autowired
    CaseView caseView;

    @Autowired
    Journal journal;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Papers papers;

    @Autowired
    Organs organs;

    @Autowired
    Rights rights;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("第三十条 检举控告转送纪检监察机关，接收后办结")
    void anAccusationIsTransferredAndReceived() {
        PetitionId accusation = setApart();
        assertThat(state(accusation, ClockKind.D2)).isEqualTo(ClockState.RUNNING);
        assertThat(state(accusation, ClockKind.D19)).isEqualTo(ClockState.RUNNING);
        assertThat(String.valueOf(
                        Desk.as("sealed").open(accusation, "transferAccusation").get("bodies")))
                .contains("cityDiscipline");

        Desk.as("sealed").complete(accusation, "transferAccusation", to("cityDiscipline"));
        assertThat(state(accusation, ClockKind.D2)).isEqualTo(ClockState.MET);
        assertThat(cases.get(accusation).organ()).isEqualTo(DISCIPLINE);
        assertThat(papers.latest(accusation, PaperKind.ACCUSATION_TRANSFER)).isPresent();
        Desk.as("discipline")
                .complete(
                        accusation,
                        "receiveAccusation",
                        Map.of("receivedOn", Time.today().toString()));

        assertThat(cases.get(accusation).endReason()).contains(EndReason.TRANSFERRED);
        assertThat(deadlines.of(accusation)).noneMatch(clock -> clock.isRunning());
        assertThat(state(accusation, ClockKind.D19)).isEqualTo(ClockState.MET);
        assertThat(journal.of(accusation))
                .extracting(JournalEntry::kind)
                .containsSubsequence(
                        JournalKind.SET_APART,
                        JournalKind.TRANSFERRED,
                        JournalKind.ACCUSATION_RECEIVED,
                        JournalKind.ENDED);
    }

    @Test
    @DisplayName("第三十条 检举控告的待办只有专办员可见")
    void nobodyOutsideTheCircleSeesTheTask() {
        PetitionId accusation = setApart();

        for (String officer : List.of("intake", "dispatch", "supervise", "leader", "handler", "head", "discipline")) {
            assertThat(Desk.as(officer).sees(accusation)).as(officer).isEmpty();
        }
        assertThat(Desk.as("sealed").sees(accusation)).containsExactly("transferAccusation");
    }

    @Test
    @DisplayName("第三十条 有权查看流程的人也看不到检举控告的流程和期限")
    void supervisorsAndOperatorsSeeTheOrdinaryLifeAndNotTheTransfer() {
        PetitionId accusation = setApart();

        assertThat(Desk.as("supervise").seesInstances(accusation))
                .contains("petitionLifecycle", "petitionIntake")
                .doesNotContain("accusationTransfer");
        assertThat(Desk.as("operator").seesInstances(accusation)).doesNotContain("accusationTransfer");
        for (String watcher : List.of("leader", "supervise", "petitionSupervise")) {
            assertThat(Desk.as(watcher).watches(accusation))
                    .as("a clock that runs would tell that it has not ended: " + watcher)
                    .isZero();
        }
        assertThat(Desk.as("operator").watches(accusation))
                .as("who keeps the system running sees that a clock runs")
                .isPositive();
        assertThat(Desk.as("dispatch").seesInstances(accusation)).doesNotContain("accusationTransfer");
    }

    @Test
    @DisplayName("第三十条 检举控告的案卷对圈外人不存在")
    void thePetitionDoesNotExistForThoseOutsideTheCircle() {
        PetitionId accusation = setApart();

        assertThatThrownBy(() -> caseView.of(accusation, Circle.OUTSIDE)).isInstanceOf(NoSuchPetition.class);
        assertThat(caseView.of(accusation, Circle.INSIDE).petition().sealed()).isTrue();
        assertThat(rights.may(new OfficerId("sealed"), Right.VIEW_SEALED, BUREAU))
                .isTrue();
        for (String officer : List.of("intake", "dispatch", "supervise", "leader")) {
            assertThat(rights.may(new OfficerId(officer), Right.VIEW_SEALED, BUREAU, DISCIPLINE))
                    .as(officer)
                    .isFalse();
        }
    }

    @Test
    @DisplayName("第三十条 普通流程的历史中没有类别和接收机关")
    void nothingInTheHistoryOfTheOrdinaryLifeTellsTheClassOrTheBody() {
        PetitionId accusation = setApart();
        Desk.as("sealed").complete(accusation, "transferAccusation", to("cityDiscipline"));

        assertThat(jdbc.sql("""
                                select v.name_ || '=' || coalesce(v.text_, '')
                                from act_hi_varinst v join act_hi_procinst i on i.proc_inst_id_ = v.proc_inst_id_
                                where i.business_key_ = :petition""")
                        .param("petition", accusation.value())
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql("""
                                select end_act_id_ from act_hi_procinst
                                where business_key_ = :petition and proc_def_key_ = 'petitionIntake'""")
                        .param("petition", accusation.value())
                        .query(String.class)
                        .single())
                .isEqualTo("intakeEnded");
    }

    @Test
    void itGoesToADisciplineBodyThatCanTakeItInHandAndNowhereElse() {
        PetitionId accusation = setApart();

        for (String organ : List.of("binjiangHousingBureau", "cityPetitionBureau", "nowhere")) {
            assertThatThrownBy(() -> Desk.as("sealed").complete(accusation, "transferAccusation", to(organ)))
                    .as(organ)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("【接收机关】");
        }
        assertThat(papers.of(accusation)).isEmpty();
    }

    @Test
    void aReceiptBeforeTheTransferOrOfTomorrowIsRefused() {
        PetitionId accusation = setApart();
        Desk.as("sealed").complete(accusation, "transferAccusation", to("cityDiscipline"));

        for (int day : List.of(-1, 1)) {
            assertThatThrownBy(() -> Desk.as("discipline")
                            .complete(
                                    accusation,
                                    "receiveAccusation",
                                    Map.of(
                                            "receivedOn",
                                            Time.today().plusDays(day).toString())))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("日期】不能");
        }
        assertThat(cases.get(accusation).endReason()).isEmpty();
    }

    @Test
    @DisplayName("没有专办员的机关，由辖区信访部门的专办员办理")
    void anOrganWithoutACircleHandsItToThatOfThePetitionBureau() {
        PetitionId letter = Desk.as("handler").receive(Channel.LETTER);
        Desk.as("handler").complete(letter, "registerLetter", Typed.letter());

        Desk.as("handler").complete(letter, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        OrganId bureau = new OrganId("binjiangPetitionBureau");
        assertThat(cases.get(letter).organ()).isEqualTo(bureau);
        assertThat(Desk.as(organs.officers(bureau, Role.SEALED).get(0).id()).sees(letter))
                .containsExactly("transferAccusation");
        assertThat(Desk.as("handler").sees(letter)).isEmpty();
    }

    private static PetitionId setApart() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake").complete(letter, "registerLetter", Typed.letter());
        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        return letter;
    }

    private static Map<String, Object> to(String body) {
        return Map.of("disciplineBody", body);
    }

    private ClockState state(PetitionId petition, ClockKind kind) {
        return deadlines.find(petition, kind).orElseThrow().state();
    }
}
