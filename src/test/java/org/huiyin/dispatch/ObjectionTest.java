package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Typed.with;

import java.time.LocalDate;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("异议：第二十三条")
class ObjectionTest {
    private static final OrganId MANAGEMENT = new OrganId("binjiangUrbanManagement");

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    @Test
    @DisplayName("第二十三条 异议经核实同意前仍由收到单位负责，告知期限继续计算")
    void anObjectionTakesNothingAway() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();
        LocalDate due = records.clock(petition, ClockKind.D4).rawDue();

        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));

        assertThat(cases.get(petition).organ()).isEqualTo(Petitions.HOUSING);
        assertThat(records.clock(petition, ClockKind.D4).state()).isEqualTo(ClockState.RUNNING);
        assertThat(records.clock(petition, ClockKind.D4).rawDue()).isEqualTo(due);
        assertThat(records.clock(petition, ClockKind.D5).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(petition, ClockKind.D5A).holder()).isEqualTo(Petitions.BUREAU);
        OpenTaskRow task = gateway.asSystem(() -> gateway.openTasks(petition)).get(0);
        assertThat(task.activity()).isEqualTo("reviewObjection");
        assertThat(task.candidateGroups()).containsExactly("cityPetitionBureau.dispatch");
        assertThat(records.hasPaper(petition, PaperKind.OBJECTION_LETTER)).isTrue();
        assertThat(records.entry(petition, JournalKind.OBJECTED).facts())
                .containsEntry("proposedOrgan", MANAGEMENT.value());
    }

    @Test
    @DisplayName("第二十三条 超过五个工作日不得提出异议")
    void aLateObjectionIsRefused() {
        Time.is("2026-03-10");
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();
        Time.is("2026-03-18");

        assertThatThrownBy(() ->
                        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("提出异议的期限已过");

        assertThat(records.hasPaper(petition, PaperKind.OBJECTION_LETTER)).isFalse();
        assertThat(records.clock(petition, ClockKind.D5).state()).isEqualTo(ClockState.RUNNING);
        assertThat(Desk.as("handler").sees(petition)).containsExactly("signIn");
    }

    @Test
    @DisplayName("第二十三条 提前收到纸质件的，异议期限随之提前")
    void anObjectionIsLateWhenThePaperCameEarlier() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter().sorted();
        Time.is("2026-03-11");
        PetitionId petition = life.forwarded().id();

        assertThatThrownBy(() -> Desk.as("handler")
                        .complete(
                                petition,
                                "signIn",
                                with(Typed.objection("binjiangUrbanManagement"), "paperReceivedOn", "2026-03-03")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("提出异议的期限已过");
        assertThat(records.clock(petition, ClockKind.D5).start().on()).isEqualTo("2026-03-11");
    }

    @Test
    @DisplayName("异议须提出应由哪个单位办理，不能提出本单位")
    void anObjectionProposesAnotherCompetentOrgan() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();

        assertThatThrownBy(
                        () -> Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangHousingBureau")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【建议转送单位】");
        assertThatThrownBy(() -> Desk.as("handler").complete(petition, "signIn", Map.of("decision", "OBJECT")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【异议理由】")
                .hasMessageContaining("【建议转送单位】");
    }
}
