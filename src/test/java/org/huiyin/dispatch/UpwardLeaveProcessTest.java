package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.util.Map;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.CoversAllPathsOf;
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
@CoversAllPathsOf("upwardLeave")
@DisplayName("R35 上交报请")
class UpwardLeaveProcessTest {
    private static final OrganId DISTRICT = new OrganId("binjiangGovernment");

    @Autowired
    UpwardLeaves leaves;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    private final Desk handler = Desk.as("handler");
    private final Desk leader = Desk.as("binjiangLeader");

    @Test
    @DisplayName("上级领导看到职责清单条目和理由，同意后可以上交")
    void theSuperiorReadsWhyAndGivesLeave() {
        PetitionId petition = aboutTheEstate("物业管理混乱");
        ask(petition, "handler");

        assertThat(leader.open(petition, "decideUpwardLeave"))
                .containsEntry("organName", "滨江区住房和城乡建设局")
                .containsEntry("leaveReason", "涉及全市维修资金政策。")
                .hasEntrySatisfying("duty", duty -> assertThat(duty.toString()).contains("物业管理"));
        assertThat(handler.sees(petition)).as("the matter stays").containsExactly("signIn");
        leader.complete(petition, "decideUpwardLeave", Map.of("decision", "GRANT", "decisionReason", "涉及全市政策。"));

        assertThat(leaves.requests(petition)).first().satisfies(request -> {
            assertThat(request.state()).isEqualTo(LeaveState.GRANTED);
            assertThat(request.decidedBy()).contains(new OfficerId("binjiangLeader"));
        });
        assertThat(records.entry(petition, JournalKind.UPWARD_ALLOWED).typed()).contains("涉及全市政策。");
        handler.complete(petition, "signIn", Typed.objection("cityHousingBureau"));
    }

    @Test
    @DisplayName("上级不同意的写明理由，仍由责任单位办理，可以再报请")
    void aRefusalIsKeptAndTheOrganMayAskAgain() {
        PetitionId petition = aboutTheEstate("物业管理混乱");
        ask(petition, "head");

        leader.complete(petition, "decideUpwardLeave", Map.of("decision", "REFUSE", "decisionReason", "你局可以办理。"));

        assertThat(records.entry(petition, JournalKind.UPWARD_REFUSED).typed()).contains("你局可以办理。");
        assertRefused(
                () -> handler.complete(petition, "signIn", Typed.objection("cityHousingBureau")),
                "proposedOrgan",
                "不得上交");
        ask(petition, "handler");
        assertThat(leader.sees(petition)).containsExactly("decideUpwardLeave");
    }

    @Test
    @DisplayName("签收、不经同意提出异议的，报请自行了结")
    void takingItOnOrObjectingEndsTheRequest() {
        PetitionId signed = aboutTheEstate("物业管理混乱");
        ask(signed, "handler");
        handler.complete(signed, "signIn", Typed.signIn("handler"));
        PetitionId objected = aboutTheEstate("物业收费不明");
        ask(objected, "handler");
        handler.complete(objected, "signIn", Typed.objection("binjiangUrbanManagement"));

        for (PetitionId petition : new PetitionId[] {signed, objected}) {
            assertThat(leader.sees(petition)).isEmpty();
            assertThat(records.isOver(petition, "upwardLeave")).isTrue();
            assertThat(records.journal(petition)).contains(JournalKind.UPWARD_LAPSED);
            assertThat(leaves.requests(petition))
                    .first()
                    .extracting(LeaveRequest::state)
                    .isEqualTo(LeaveState.LAPSED);
        }
    }

    @Test
    @DisplayName("直接收到的事项转给别的单位的，报请自行了结")
    void sendingItElsewhereEndsTheRequest() {
        PetitionId petition = Life.ofALetterToTheHousingBureau().id();
        assertRefused(() -> ask(petition, "handler"), "organ", "尚未判定类别");
        handler.complete(petition, "decideClass", Typed.appeal());
        ask(petition, "handler");

        handler.complete(petition, "forwardPetition", Typed.forwardTo("binjiangUrbanManagement"));

        assertThat(records.isOver(petition, "upwardLeave")).isTrue();
    }

    @Test
    @DisplayName("不在职责清单的不用报请；没有理由、不是上级、重复报请的拒绝")
    void whatNeedsNoLeaveIsNotAskedFor() {
        PetitionId free = Life.ofALetter(
                        with(Typed.letter(), "subject", "卫生计生", "title", "医疗纠纷", "content", "请求处理医疗纠纷。"))
                .sorted()
                .forwarded()
                .id();
        assertRefused(() -> ask(free, "handler"), "organ", "不需要上级同意");

        PetitionId petition = aboutTheEstate("物业管理混乱");
        assertRefused(() -> ask(petition, "handler", DISTRICT, " "), "reason", "必须填写");
        assertRefused(() -> ask(petition, "handler", new OrganId("nanduGovernment"), "涉及政策。"), "superior", "请从列表中选择");
        ask(petition, "handler");
        assertRefused(() -> ask(petition, "head"), "organ", "等待上级决定");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatch", "binjiangLeader", "binjiangUrbanManagementHandler", "supervise", "nobody"})
    @DisplayName("不是责任单位的人不能报请")
    void nobodyElseAsks(String officer) {
        PetitionId petition = aboutTheEstate("物业管理混乱");

        assertThatThrownBy(() -> ask(petition, officer)).isInstanceOf(RightMissing.class);
        assertThat(leader.sees(petition)).isEmpty();
    }

    private void ask(PetitionId petition, String officer) {
        ask(petition, officer, DISTRICT, "涉及全市维修资金政策。");
    }

    private void ask(PetitionId petition, String officer, OrganId superior, String reason) {
        OfficerId by = new OfficerId(officer);
        gateway.as(by, () -> leaves.ask(petition, superior, reason, by));
    }

    private static PetitionId aboutTheEstate(String title) {
        return Life.ofALetter(with(
                        Typed.letter(),
                        "subject",
                        "城乡建设",
                        "title",
                        title,
                        "content",
                        "小区" + title + "，请求查处。",
                        "place",
                        "滨江区柳堤街道"))
                .sorted()
                .forwarded()
                .id();
    }
}
