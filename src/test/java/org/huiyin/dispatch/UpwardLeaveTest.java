package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("R35 职责范围内的事项不上交")
class UpwardLeaveTest {
    @Autowired
    UpwardLeaves leaves;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    private final Desk handler = Desk.as("handler");

    @Test
    @DisplayName("异议建议上级办理的，自己职责清单列有该事项即被拒绝，并指出是哪一条")
    void whatIsOnTheOwnListIsNotProposedToASuperior() {
        PetitionId petition = aboutTheManagementOfTheEstate();

        assertRefused(
                () -> handler.complete(petition, "signIn", Typed.objection("cityHousingBureau")),
                "proposedOrgan",
                "城乡建设：住房保障、房屋质量、物业管理、房屋征收");
        assertThat(handler.sees(petition)).containsExactly("signIn");
        handler.complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));
    }

    @Test
    @DisplayName("上级机关的领导或者督查人员同意并写明理由后可以上交")
    void aSuperiorGivesLeaveWithAReasonThatIsKept() {
        PetitionId petition = aboutTheManagementOfTheEstate();
        grant(petition, "cityHousingHead", "涉及全市物业专项维修资金政策。");

        handler.complete(petition, "signIn", Typed.objection("cityHousingBureau"));

        assertThat(records.entry(petition, JournalKind.UPWARD_ALLOWED).typed()).contains("涉及全市物业专项维修资金政策。");
        assertThat(records.entry(petition, JournalKind.UPWARD_ALLOWED).actor())
                .isEqualTo(new OfficerId("cityHousingHead"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "head", "dispatch", "nanduLeader", "cityTaxHead", "nobody"})
    @DisplayName("本单位、别的区和别的条线的人不能同意")
    void nobodyElseGivesLeave(String officer) {
        PetitionId petition = aboutTheManagementOfTheEstate();

        assertThatThrownBy(() -> grant(petition, officer, "同意。")).isInstanceOf(RightMissing.class);
        assertRefused(
                () -> handler.complete(petition, "signIn", Typed.objection("cityHousingBureau")),
                "proposedOrgan",
                "不得上交");
    }

    @Test
    void leaveNeedsAReason() {
        PetitionId petition = aboutTheManagementOfTheEstate();

        assertRefused(() -> grant(petition, "binjiangLeader", " "), "reason", "必须填写");
    }

    @Test
    @DisplayName("直接收到的事项，自己职责清单列有的不能转给上级")
    void whatWasReceivedDirectlyIsNotForwardedUpward() {
        PetitionId petition = Life.ofALetterToTheHousingBureau().id();
        handler.complete(petition, "decideClass", Typed.appeal());

        assertRefused(
                () -> handler.complete(petition, "forwardPetition", Typed.forwardTo("cityHousingBureau")),
                "receivingOrgan",
                "不得上交");
        handler.complete(petition, "forwardPetition", Typed.forwardTo("binjiangUrbanManagement"));
    }

    @Test
    @DisplayName("不在自己职责清单之内的，可以建议上级")
    void whatIsNotOnTheOwnListMayBeProposed() {
        PetitionId petition = Life.ofALetter(
                        with(Typed.letter(), "subject", "卫生计生", "title", "医疗纠纷", "content", "请求处理医疗纠纷。"))
                .sorted()
                .forwarded()
                .id();

        handler.complete(petition, "signIn", Typed.objection("cityHealthCommission"));

        assertThat(handler.sees(petition)).isEmpty();
    }

    private void grant(PetitionId petition, String officer, String reason) {
        OfficerId by = new OfficerId(officer);
        gateway.as(by, () -> leaves.grant(petition, reason, by));
    }

    private static PetitionId aboutTheManagementOfTheEstate() {
        return Life.ofALetter(with(
                        Typed.letter(),
                        "subject",
                        "城乡建设",
                        "title",
                        "物业管理混乱",
                        "content",
                        "小区物业管理混乱，请求查处。",
                        "place",
                        "滨江区柳堤街道"))
                .sorted()
                .forwarded()
                .id();
    }
}
