package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.BarReason;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Relation;
import org.huiyin.organ.RelationDeclaration;
import org.huiyin.organ.RelationKind;
import org.huiyin.organ.Relations;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Doors;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Articles 30 and 46, R57: every door is tried by the accused, by his unit, and by who has declared to be bound to him. */
@HuiyinTest
class NothingToTheAccusedTest {
    private static final OfficerId ADMIN = new OfficerId("admin");

    @LocalServerPort
    int port;

    @Autowired
    Bars bars;

    @Autowired
    CaseFile cases;

    @Autowired
    Relations relations;

    @Autowired
    EngineGateway gateway;

    @Test
    @DisplayName("第三十条 判定类别之前，被反映人和同单位的人都看不到，由上级办理")
    void beforeItIsClassifiedNobodyOfTheUnitOfTheAccusedLearnsOfIt() {
        PetitionId letter = against("cityPetitionBureau", "郝少卿");

        for (String officer : List.of(
                "dispatchTwo", "dispatch", "intakeTwo", "petitionHead", "petitionSupervise", "sealed", "admin")) {
            assertThat(Doors.of(port, officer).openTo(letter)).as(officer).isEmpty();
        }
        assertThat(Desk.as("operator").seesInstances(letter)).isEmpty();
        assertThat(bars.why(new OfficerId("dispatchTwo"), letter)).contains(BarReason.ACCUSED);
        assertThat(bars.why(new OfficerId("dispatch"), letter)).contains(BarReason.ACCUSED_UNIT);
        assertThat(Desk.as("leader").sees(letter)).contains("decideClass");
        assertThat(Doors.of(port, "supervise").openTo(letter))
                .as("the city's supervisor")
                .isNotEmpty();
    }

    @Test
    @DisplayName("第二十八条 申诉求决件只回避被反映的人，同事照常办理")
    void onceItIsNoAccusationOnlyThePersonHimselfIsBarred() {
        PetitionId letter = against("cityPetitionBureau", "郝少卿");
        Desk.as("leader").complete(letter, "decideClass", Typed.appeal());

        assertThat(Doors.of(port, "dispatchTwo").openTo(letter)).isEmpty();
        assertThat(Desk.as("dispatch").sees(letter)).containsExactly("forwardPetition");
        String task = Desk.as("dispatch").task(letter, "forwardPetition").getId();
        assertThat(Doors.of(port, "dispatchTwo").openToTask(task)).isEmpty();
        assertThat(Api.as(port, "dispatch")
                        .get("/api/v1/tasks?petition=" + letter)
                        .json()
                        .path("offered"))
                .hasSize(1);
        Desk.as("dispatch").complete(letter, "forwardPetition", Typed.forwardTo("binjiangHousingBureau"));
        assertThat(Desk.as("handler").sees(letter)).containsExactly("signIn");
    }

    @Test
    @DisplayName("R57 被反映的单位和负责人被反映的单位不在转送单位之列")
    void theAccusedUnitIsNeverAmongTheReceivers() {
        for (PetitionId letter :
                List.of(against("binjiangHousingBureau", ""), against("binjiangHousingBureau", "任晨曦"))) {
            Desk.as("dispatch").complete(letter, "decideClass", Typed.appeal());

            assertThat(String.valueOf(
                            Desk.as("dispatch").open(letter, "forwardPetition").get("organs")))
                    .doesNotContain("binjiangHousingBureau")
                    .contains("cityHousingBureau");
            assertRefused(
                    () -> Desk.as("dispatch")
                            .complete(letter, "forwardPetition", Typed.forwardTo("binjiangHousingBureau")),
                    "receivingOrgan",
                    "不能转给它办理");
            Desk.as("dispatch").complete(letter, "forwardPetition", Typed.forwardTo("binjiangUrbanManagement"));
            assertThat(String.valueOf(Desk.as("binjiangUrbanManagementHandler")
                            .open(letter, "signIn")
                            .get("organs")))
                    .doesNotContain("binjiangHousingBureau");
            assertRefused(
                    () -> Desk.as("binjiangUrbanManagementHandler")
                            .complete(letter, "signIn", Typed.objection("binjiangHousingBureau")),
                    "proposedOrgan",
                    "有权处理");
            for (String officer : List.of("handler", "head", "binjiangHousingHandlerTwo")) {
                assertThat(Doors.of(port, officer).openTo(letter)).as(officer).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("第二十八条、R42 申报的近亲属被反映的，本人也看不到，解除后恢复")
    void whoHasDeclaredToBeBoundToTheAccusedLearnsNothing() {
        PetitionId letter = against("binjiangHousingBureau", "伍若水");
        assertThat(Desk.as("dispatchTwo").sees(letter)).containsExactly("decideClass");
        String task = Desk.as("dispatchTwo").task(letter, "decideClass").getId();
        Desk.as("dispatchTwo").claim(letter, "decideClass");

        Relation kin = relations.declare(
                new RelationDeclaration(
                        new OfficerId("dispatchTwo"),
                        RelationKind.KINSHIP,
                        Optional.of(new OfficerId("binjiangHousingHandlerTwo")),
                        Optional.empty(),
                        Optional.empty(),
                        Time.today()),
                new OfficerId("dispatchTwo"));
        try {
            assertThat(bars.why(new OfficerId("dispatchTwo"), letter)).contains(BarReason.RELATION);
            assertThat(Doors.of(port, "dispatchTwo").openTo(letter)).isEmpty();
            assertThat(Doors.of(port, "dispatchTwo").openToTask(task)).isEmpty();
            assertThat(Desk.as("dispatch").task(letter, "decideClass").getAssignee())
                    .as("taken off him")
                    .isNull();
        } finally {
            relations.end(kin.id(), ADMIN);
        }
        assertThat(Desk.as("dispatchTwo").sees(letter)).containsExactly("decideClass");
    }

    @Test
    @DisplayName("R42 与信访企业有申报关系的人不接触该企业的信访件")
    void whoIsBoundToTheEnterpriseThatPetitionsIsKeptAway() {
        Relation stake = relations.declare(
                new RelationDeclaration(
                        new OfficerId("dispatchTwo"),
                        RelationKind.STAKE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("江城望江砂石有限公司"),
                        Time.today()),
                ADMIN);
        try {
            PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
            Desk.as("intake")
                    .complete(letter, "registerLetter", Typed.with(Typed.letter(), "petitionerName", "江城望江砂石有限公司"));

            assertThat(Doors.of(port, "dispatchTwo").openTo(letter)).isEmpty();
            assertThat(Desk.as("dispatch").sees(letter)).containsExactly("decideClass");
        } finally {
            relations.end(stake.id(), ADMIN);
        }
    }

    @Test
    @DisplayName("第三十条 反映专办员的，由上级纪检监察机关的专办员办理；反映纪检监察机关的，交其上级")
    void anAccusationAgainstTheCircleGoesToTheOneAboveIt() {
        PetitionId circle = against("cityPetitionBureau", "田芳菲");
        Desk.as("leader").complete(circle, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        assertThat(cases.get(circle).organ()).isEqualTo(new OrganId("cityDiscipline"));
        assertThat(Desk.as("discipline").sees(circle)).containsExactly("transferAccusation");
        for (String officer : List.of("sealed", "petitionHead", "dispatch", "petitionSupervise")) {
            assertThat(Doors.of(port, officer).openTo(circle)).as(officer).isEmpty();
        }
        assertThat(Doors.of(port, "leader").openTo(circle))
                .as("is not barred, and has learnt that there was something")
                .allMatch(door -> door.startsWith("engine count of") || door.startsWith("instances of the engine"));

        PetitionId body = against("binjiangDiscipline", "鲁景行");
        Desk.as("dispatch").complete(body, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        assertThat(String.valueOf(
                        Desk.as("sealed").open(body, "transferAccusation").get("bodies")))
                .contains("cityDiscipline")
                .doesNotContain("binjiangDiscipline");
        assertRefused(
                () -> Desk.as("sealed")
                        .complete(body, "transferAccusation", Map.of("disciplineBody", "binjiangDiscipline")),
                "disciplineBody",
                "有权处理");
        for (String officer : List.of("binjiangDisciplineHead", "binjiangDisciplineClerk")) {
            assertThat(Doors.of(port, officer).openTo(body)).as(officer).isEmpty();
        }
    }

    @Test
    @DisplayName("第三十条 反映市纪检监察机关的，转送系统外的上级机关，专办员登记收到日期后办结")
    void anAccusationAgainstTheHighestBodyGoesOutside() {
        PetitionId letter = against("cityDiscipline", "史志远");
        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        assertThat(String.valueOf(
                        Desk.as("sealed").open(letter, "transferAccusation").get("bodies")))
                .contains("outside")
                .doesNotContain("Discipline");
        assertRefused(
                () -> Desk.as("sealed")
                        .complete(
                                letter,
                                "transferAccusation",
                                Map.of("disciplineBody", "outside", "outsideBody", "中共江城市纪律检查委员会、江城市监察委员会")),
                "outsideBody",
                "不能接收");
        Desk.as("sealed")
                .complete(
                        letter,
                        "transferAccusation",
                        Map.of("disciplineBody", "outside", "outsideBody", "省纪律检查委员会信访室"));
        for (String officer : List.of("disciplineHead", "discipline")) {
            assertThat(Doors.of(port, officer).openTo(letter)).as(officer).isEmpty();
        }
        Desk.as("sealed")
                .complete(
                        letter,
                        "receiveAccusation",
                        Map.of("receivedOn", Time.today().toString()));
        assertThat(cases.get(letter).endReason()).contains(EndReason.TRANSFERRED);
    }

    @Test
    @DisplayName("第三十条 重复导入时，不把编号告诉须回避的人")
    void aSecondImportTellsTheBarredNoNumber() {
        Api intake = Api.as(port, "intake");
        String row = "来信反映窗口工作人员,2026-03-02,ref-" + Time.now().toEpochMilli();
        byte[] file = ("content,receivedAt,sourceRef\n" + row + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String number = intake.upload("/api/v1/petitions/import", "letters.csv", file)
                .json()
                .at("/rows/0/number")
                .asText();
        assertThat(intake.upload("/api/v1/petitions/import", "letters.csv", file)
                        .body())
                .contains(number);

        assertThat(intake.post("/api/v1/petitions/" + number + "/accused", Map.of("organ", "cityPetitionBureau"))
                        .status())
                .isEqualTo(204);

        Api.Answer again = intake.upload("/api/v1/petitions/import", "letters.csv", file);
        assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
        assertThat(again.body()).doesNotContain(number);
        assertThat(intake.get("/api/v1/petitions/" + number).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("被反映人由有权的人记明和更正，姓名遮盖，日志不写姓名")
    void theAccusedAreNamedAndCorrectedByWhoMay() {
        PetitionId letter = against("binjiangHousingBureau", "伍若水");
        String path = "/api/v1/petitions/" + letter + "/accused";
        Api dispatch = Api.as(port, "dispatch");
        assertThat(dispatch.get(path).body()).contains("伍**").doesNotContain("伍若水");
        assertThat(dispatch.get("/api/v1/petitions/" + letter + "/journal").body())
                .contains("记明被反映人")
                .doesNotContain("若水");

        assertThat(dispatch.post(path, Map.of("name", "", "post", "局长")).status())
                .isEqualTo(400);
        assertThat(dispatch.post(path, Map.of("organ", "nowhere")).status()).isEqualTo(400);
        assertThat(Api.as(port, "supervise").post(path, Map.of("name", "某某")).status())
                .isEqualTo(404);
        String id = dispatch.get(path).json().at("/0/id").asText();
        assertThat(dispatch.post(path + "/" + id + "/remove", Map.of()).status())
                .isEqualTo(400);
        assertThat(dispatch.post(path + "/" + id + "/remove", Map.of("reason", "系同名，核对来信后更正"))
                        .status())
                .isEqualTo(204);
        assertThat(dispatch.get(path).json()).isEmpty();
        assertThat(bars.of(letter)).isEmpty();
    }

    private PetitionId against(String organ, String name) {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake")
                .complete(
                        letter,
                        "registerLetter",
                        Typed.with(Typed.letter(), "accusedOrgan", organ, "accusedName", name));
        return letter;
    }
}
