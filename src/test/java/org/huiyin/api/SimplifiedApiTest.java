package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way through the interface, as a driver of it goes. */
@HuiyinTest
@DisplayName("R46 简易程序：从来信到评价，全部经接口")
class SimplifiedApiTest {
    @LocalServerPort
    private int port;

    private String number = "";
    private String queryCode = "";

    @BeforeEach
    void register() {
        Time.is("2026-06-01");
        JsonNode made = Api.as(port, "intake")
                .post(
                        "/api/v1/petitions",
                        Map.of(
                                "content", "楼道灯不亮已经一周，请修理。",
                                "petitionerName", "谷雨桐",
                                "phone", "13900006789",
                                "address", "滨江区望江路12号"))
                .json();
        number = made.path("number").asText();
        queryCode = made.path("queryCode").asText();
    }

    @Test
    void aSmallMatterIsAnsweredByTelephoneWithinDays() {
        assertThat(procedure("dispatch").at("/proposal/procedure/code").asText())
                .isEqualTo("SIMPLIFIED");
        accepted();
        assertThat(progress().at("/nextSteps/0").asText()).contains("已适用简易程序受理").contains("2026年6月15日");
        assertThat(procedure("handler").at("/procedure/label").asText()).isEqualTo("简易程序");

        doTask(
                "handler",
                "giveSimplifiedAnswer",
                Map.of(
                        "simplifiedOutcome", "SETTLED",
                        "simplifiedAnswer", "楼道灯今日已更换。",
                        "answerWay", "PHONE",
                        "answeredOn", "2026-06-01",
                        "answerNote", "本人接听，没有异议。"));

        JsonNode answered = progress();
        assertThat(answered.path("papers").findValuesAsText("name")).contains("简易答复");
        assertThat(answered.toString()).contains("楼道灯今日已更换").doesNotContain("本人接听");
        assertThat(answered.at("/voice/mayEvaluateUntil").asText()).isEqualTo("2026-07-01");
        assertThat(answered.at("/voice/mayRequestReviewUntil").isNull())
                .as("no written answer yet")
                .isTrue();

        JsonNode received = petitioner("/api/v1/receipts", Map.of());
        assertThat(received.at("/voice/mayRequestReviewUntil").asText()).isEqualTo("2026-07-01");
        assertThat(received.at("/voice/reviewOrgan").asText()).isEqualTo("滨江区人民政府");
        JsonNode asked = petitioner("/api/v1/review-requests", Map.of("reasons", "灯只修了一盏。"));
        assertThat(asked.at("/voice/reviewRequested").asBoolean()).isTrue();
        JsonNode evaluated =
                petitioner("/api/v1/evaluations", Map.of("officeRating", "SATISFIED", "organRating", "SATISFIED"));
        assertThat(evaluated.at("/voice/evaluated").asBoolean()).isTrue();
    }

    @Test
    void theHandlerTakesItBackAndNobodyElseCan() {
        accepted();
        String path = "/api/v1/petitions/" + number + "/procedure/ordinary";

        for (String other : List.of("head", "dispatch", "supervise", "leader")) {
            Answer refused = Api.as(port, other).post(path, Map.of("reason", "情况复杂。"));
            assertThat(refused.status()).as(other + " " + refused).isEqualTo(400);
            assertThat(refused.body()).contains("只有承办人本人");
        }
        for (String stranger : List.of("nanduIntake", "sealed")) {
            assertThat(Api.as(port, stranger)
                            .post(path, Map.of("reason", "情况复杂。"))
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(Api.anonymous(port).post(path, Map.of("reason", "情况复杂。")).status())
                .isEqualTo(401);
        assertThat(Api.as(port, "handler").post(path, Map.of()).body()).contains("必须填写");
        assertThat(Api.as(port, "handler")
                        .post(path, Map.of("reason", "长".repeat(501)))
                        .status())
                .isEqualTo(400);

        assertThat(Api.as(port, "handler")
                        .post(path, Map.of("reason", "涉及整栋线路改造。"))
                        .status())
                .isEqualTo(204);

        assertThat(procedure("handler").at("/procedure/code").asText()).isEqualTo("ORDINARY");
        JsonNode told = progress();
        assertThat(told.path("papers").findValuesAsText("name")).contains("转为普通程序告知书");
        assertThat(told.path("events").findValuesAsText("what")).contains("转为普通程序办理");
        assertThat(told.at("/nextSteps/0").asText()).contains("正在调查核实").contains("2026年7月31日");
        assertThat(Api.as(port, "handler").post(path, Map.of("reason", "再转一次。")).body())
                .contains("没有适用简易程序");
    }

    private void accepted() {
        doTask("dispatch", "decideClass", Map.of("petitionClass", "APPEAL", "route", "PETITION", "simplified", true));
        doTask(
                "dispatch",
                "forwardPetition",
                Map.of("receivingOrgan", "binjiangHousingBureau", "forwardReason", "属于其职权"));
        doTask("handler", "signIn", Map.of("decision", "SIGN", "handler", "handler"));
        doTask(
                "handler",
                "decideAcceptance",
                Map.of("decision", "ACCEPT", "procedure", "SIMPLIFIED", "deliveryMethod", "PHONE"));
    }

    private void doTask(String officer, String activity, Map<String, Object> fields) {
        JsonNode all =
                Api.as(port, officer).get("/api/v1/tasks?petition=" + number).json();
        for (String list : List.of("mine", "offered")) {
            for (JsonNode task : all.path(list)) {
                if (task.path("activity").asText().equals(activity)) {
                    String path = "/api/v1/tasks/" + task.path("id").asText();
                    if (list.equals("offered")) {
                        Api.as(port, officer).post(path + "/claim", Map.of());
                    }
                    Answer done = Api.as(port, officer).post(path + "/complete", Map.of("fields", fields));
                    assertThat(done.status()).as(activity + " " + done).isEqualTo(204);
                    return;
                }
            }
        }
        throw new AssertionError(officer + " has no " + activity + " in " + all);
    }

    private JsonNode procedure(String officer) {
        Answer answer = Api.as(port, officer).get("/api/v1/petitions/" + number + "/procedure");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode progress() {
        return petitioner("/api/v1/progress", Map.of());
    }

    private JsonNode petitioner(String path, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("number", number);
        body.put("queryCode", queryCode);
        Answer answer = Api.anonymous(port).post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
