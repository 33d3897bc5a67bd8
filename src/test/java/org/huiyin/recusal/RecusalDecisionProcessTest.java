package org.huiyin.recusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Map;
import org.huiyin.casefile.BarReason;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Doors;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@CoversAllPathsOf("recusalDecision")
@DisplayName("回避：第二十八条")
class RecusalDecisionProcessTest {
    private static final OfficerId HANDLER = new OfficerId("handler");
    private static final OfficerId OTHER = new OfficerId("binjiangHousingHandlerTwo");
    private static final String WHY = "信访人是本人的舅父。";

    @LocalServerPort
    int port;

    @Autowired
    Recusals recusals;

    @Autowired
    Bars bars;

    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    @Autowired
    Petitions petitions;

    @Autowired
    EngineGateway gateway;

    @Test
    @DisplayName("第二十八条 本人申请、负责人决定回避并指定接办人，事项连同期限移交，本人再也看不到")
    void whoIsExcusedHasNothingToDoWithItAndTheOtherGoesOn() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        String task = Desk.as("handler").task(id, "decideAcceptance").getId();
        declare(id, HANDLER);
        assertThat(Desk.as("head").sees(id)).contains("decideRecusal");
        assertThat(String.valueOf(Desk.as("head").open(id, "decideRecusal")))
                .contains("郑良玉")
                .contains("舅父");

        Desk.as("head").complete(id, "decideRecusal", granted(OTHER));

        assertThat(bars.why(HANDLER, id)).contains(BarReason.RECUSED);
        assertThat(Doors.of(port, "handler").openTo(id)).isEmpty();
        assertThat(Doors.of(port, "handler").openToTask(task)).isEmpty();
        assertThat(cases.get(id).person()).contains(OTHER);
        assertThat(records.clock(id, ClockKind.D4).person()).contains(OTHER);
        assertThat(records.journal(id))
                .containsSubsequence(JournalKind.RECUSAL_DECLARED, JournalKind.RECUSAL_GRANTED, JournalKind.ENTRUSTED);
        assertThat(Desk.as(OTHER).task(id, "decideAcceptance").getAssignee()).isEqualTo(OTHER.value());
        Desk.as(OTHER).complete(id, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
        assertThat(Desk.as(OTHER).task(id, "draftOpinion").getAssignee()).isEqualTo(OTHER.value());
        assertThat(Desk.as("handler").sees(id)).isEmpty();
    }

    @Test
    @DisplayName("第二十八条 没有指定接办人的，由本单位其他承办人领取，领取后由他负责到底")
    void withoutASuccessorTheOthersOfTheOrganAreOfferedIt() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        declare(id, HANDLER);
        Desk.as("head").complete(id, "decideRecusal", granted());

        assertThat(cases.get(id).person())
                .as("until somebody takes it the head answers")
                .isEmpty();
        assertThat(Desk.as(OTHER).task(id, "decideAcceptance").getAssignee()).isNull();
        assertThat(Desk.as("handler").sees(id)).isEmpty();

        Desk.as(OTHER).complete(id, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
        assertThat(cases.get(id).person()).contains(OTHER);
        assertThat(Desk.as(OTHER).task(id, "draftOpinion").getAssignee()).isEqualTo(OTHER.value());
    }

    @Test
    @DisplayName("第二十八条 本单位没有其他承办人的，由负责人办理；负责人的回避由上级机关决定")
    void whenNobodyIsLeftTheOrganAboveTakesIt() {
        PetitionId id =
                Life.ofALetter().sorted().forwardedTo("binjiangUrbanManagement").id();
        Desk.as("binjiangUrbanManagementHandler")
                .complete(id, "signIn", Typed.signIn("binjiangUrbanManagementHandler"));
        declare(id, new OfficerId("binjiangUrbanManagementHandler"));
        Desk.as("binjiangUrbanManagementHead").complete(id, "decideRecusal", granted());
        assertThat(Desk.as("binjiangUrbanManagementHead").sees(id)).containsExactly("decideAcceptance");

        declare(id, new OfficerId("binjiangUrbanManagementHead"));
        assertThat(Desk.as("binjiangUrbanManagementHead").sees(id))
                .as("nobody decides on himself")
                .doesNotContain("decideRecusal");
        Desk.as("cityUrbanManagementHead").complete(id, "decideRecusal", granted());

        assertThat(Desk.as("binjiangUrbanManagementHead").sees(id)).isEmpty();
        assertThat(Doors.of(port, "binjiangUrbanManagementHead").openTo(id)).isEmpty();
        assertThat(Desk.as("cityUrbanManagementHandler").sees(id)).containsExactly("decideAcceptance");
    }

    @Test
    @DisplayName("第二十八条 信访人凭查询码申请承办人回避，不予回避的告知信访人，事项照旧")
    void thePetitionerAsksAndIsToldThatItIsRefused() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        String code = petitions.queryCode(id);
        Api anybody = Api.anonymous(port);
        assertThat(anybody.post("/api/v1/recusal-requests", asked(id, "AAAA-AAAA-AAAA", WHY))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(anybody.post("/api/v1/recusal-requests", asked(id, code, "")).status())
                .isEqualTo(400);

        assertThat(anybody.post("/api/v1/recusal-requests", asked(id, code, "承办人与被反映的施工单位有往来。"))
                        .body())
                .contains("您已申请承办人回避")
                .doesNotContain("郑良玉");
        Desk.as("head").complete(id, "decideRecusal", Map.of("decision", "REFUSED", "decisionReason", "经核实没有往来。"));

        assertThat(anybody.post("/api/v1/progress", Map.of("number", id.value(), "queryCode", code))
                        .body())
                .contains("决定不予回避");
        assertThat(bars.of(id)).isEmpty();
        assertThat(Desk.as("handler").task(id, "decideAcceptance").getAssignee())
                .isEqualTo("handler");
        assertThat(cases.get(id).person()).contains(HANDLER);
    }

    @Test
    @DisplayName("第二十八条 理由必填，不重复申请，接办人只能是本单位没有利害关系的承办人，只有决定人看得到")
    void whatIsRefused() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        assertRefused(() -> gateway.as(HANDLER, () -> recusals.declare(id, HANDLER, " ")), "reason", "必须填写");
        declare(id, HANDLER);
        assertRefused(() -> declare(id, HANDLER), "reason", "正在等待决定");
        for (String officer : new String[] {"handler", "dispatch", "supervise", "leader", OTHER.value()}) {
            assertThat(Desk.as(officer).sees(id)).as(officer).doesNotContain("decideRecusal");
        }

        assertRefused(
                () -> Desk.as("head").complete(id, "decideRecusal", granted(new OfficerId("cityHousingHandler"))),
                "successor",
                "从列表中选择");
        assertRefused(() -> Desk.as("head").complete(id, "decideRecusal", granted(HANDLER)), "successor", "从列表中选择");
        assertThat(bars.of(id)).isEmpty();
        assertThat(Api.as(port, "intakeTwo")
                        .post("/api/v1/petitions/" + id + "/recusals", Map.of("reason", WHY))
                        .status())
                .as("the bureau that registered it may read it")
                .isEqualTo(204);
        assertThat(Api.as(port, "qingpingIntake")
                        .post("/api/v1/petitions/" + id + "/recusals", Map.of("reason", WHY))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("第二十八条、第三十条 专办员的回避由圈内的人决定，圈外无人知晓")
    void theRecusalOfTheCircleStaysInTheCircle() {
        PetitionId id = Life.ofALetter().id();
        Desk.as("dispatch").complete(id, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        declare(id, new OfficerId("sealed"));

        assertThat(Desk.as("petitionHead").sees(id)).isEmpty();
        OfficerId judge = recusals.of(id).get(0).decider();
        assertThat(Desk.as(judge).sees(id)).containsExactly("decideRecusal");
        Desk.as(judge).complete(id, "decideRecusal", granted());
        assertThat(Desk.as("sealed").sees(id)).isEmpty();
        assertThat(Desk.as(judge).sees(id)).containsExactly("transferAccusation");
    }

    private void declare(PetitionId id, OfficerId officer) {
        gateway.as(officer, () -> recusals.declare(id, officer, WHY));
    }

    private static Map<String, Object> granted(OfficerId successor) {
        return Map.of("decision", "GRANTED", "decisionReason", "属近亲属，应当回避。", "successor", successor.value());
    }

    private static Map<String, Object> granted() {
        return Map.of("decision", "GRANTED", "decisionReason", "属近亲属，应当回避。");
    }

    private static Map<String, Object> asked(PetitionId id, String code, String reason) {
        return Map.of("number", id.value(), "queryCode", code, "reason", reason);
    }
}
