package org.huiyin.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class ProgressTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Map<String, Object> key = Map.of();

    @Test
    void aPetitionerFollowsHisMatterToTheEndWithoutEverSeeingAnOfficer() {
        PetitionId id = register("邻里河边步道护栏缺失，请修复。", "", "");
        assertThat(standing().path("stage").asText()).isEqualTo("REGISTERED");
        assertThat(standing().path("nextSteps").get(0).asText())
                .contains("江城市信访局")
                .contains("审查");

        Life.of(id).sorted().forwarded();
        assertThat(standing().path("stage").asText()).isEqualTo("SENT_ON");
        assertThat(standing().path("organ").asText()).isEqualTo("滨江区住房和城乡建设局");

        Life.of(id).published(with(Life.opinion(), "opinion", "护栏已经加固。"));

        JsonNode answered = standing();
        assertThat(answered.path("stage").asText()).isEqualTo("ANSWERED");
        assertThat(answered.path("papers").findValuesAsText("name")).contains("受理告知书", "信访处理意见书");
        assertThat(answered.toString())
                .contains("护栏已经加固")
                .doesNotContain("handler")
                .doesNotContain("承办人");
        assertThat(answered.at("/voice/mayAcknowledge").asBoolean()).isTrue();
        assertThat(answered.at("/voice/mayRequestReviewUntil").isNull()).isTrue();

        JsonNode acknowledged = told("/api/v1/receipts", Map.of());
        assertThat(acknowledged.at("/voice/mayAcknowledge").asBoolean()).isFalse();
        assertThat(acknowledged.at("/voice/mayRequestReviewUntil").asText()).isNotEmpty();
        assertThat(acknowledged.at("/voice/reviewOrgan").asText()).isEqualTo("滨江区人民政府");

        JsonNode evaluated = told(
                "/api/v1/evaluations", Map.of("officeRating", "SATISFIED", "organRating", "不满意", "comment", "修得太慢"));
        assertThat(evaluated.at("/voice/evaluated").asBoolean()).isTrue();
        assertThat(send("/api/v1/evaluations", Map.of("officeRating", "SATISFIED", "organRating", "SATISFIED"))
                        .status())
                .isEqualTo(400);

        JsonNode asked = told("/api/v1/review-requests", Map.of("reasons", "护栏只加固了一半。"));
        assertThat(asked.at("/voice/reviewRequested").asBoolean()).isTrue();
        assertThat(asked.path("nextSteps").get(0).asText()).contains("滨江区人民政府正在复查");
        assertThat(asked.path("events").findValuesAsText("what"))
                .contains("已登记", "已受理", "答复已在本页公布", "您已确认收到答复", "您已作出评价", "您已申请复查");
    }

    @Test
    @DisplayName("R37 每转一程，信访人都看得到事项在哪里")
    void thePetitionerSeesEveryHopOfAChain() {
        PetitionId id = register("河边路灯不亮。", "", "");
        Life.of(id).sorted().forwardedTo("binjiangPetitionBureau");
        assertThat(standing().path("organ").asText()).isEqualTo("滨江区信访局");
        assertThat(standing().path("events").toString()).contains("已转送下级信访部门，由其继续转送");

        Desk.as("binjiangDispatch").complete(id, "forwardPetition", Typed.forwardTo("binjiangUrbanManagement"));

        assertThat(standing().path("organ").asText()).isEqualTo("滨江区城市管理局");
        assertThat(standing().path("registeredBy").asText()).isEqualTo("江城市信访局");
    }

    @Test
    void aWrongCodeAndAnUnknownNumberAreAnsweredAlike() {
        register("路边树枝遮挡红绿灯。", "", "");
        Answer wrongCode = Api.anonymous(port)
                .post("/api/v1/progress", Map.of("number", key.get("number"), "queryCode", "AAAAAAAAAA"));
        Answer unknown = Api.anonymous(port)
                .post("/api/v1/progress", Map.of("number", "9901002026030203999998", "queryCode", "AAAAAAAAAA"));

        assertThat(wrongCode.status()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(wrongCode.body());
    }

    @Test
    void guessingIsStopped() {
        register("菜场门口占道经营。", "", "");
        for (int i = 0; i < 10; i++) {
            Api.anonymous(port).post("/api/v1/progress", Map.of("number", key.get("number"), "queryCode", "WRONG" + i));
        }

        Answer locked = send("/api/v1/progress", Map.of());

        assertThat(locked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(3_500, 3_601);
        assertThat(locked.json().path("detail").asText()).containsPattern("请(60|59)分钟后再试");
    }

    @Test
    void anOfficerDoesNotSpeakForAPetitioner() {
        PetitionId id = register("公交站牌倒伏。", "", "");
        Life.of(id).sorted().forwarded().published(with(Life.opinion(), "opinion", "护栏已经加固。"));
        Map<String, Object> body = new HashMap<>(key);
        body.putAll(Map.of("officeRating", "SATISFIED", "organRating", "SATISFIED"));

        Answer refused = Api.as(port, "handler").post("/api/v1/evaluations", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("不得代为评价");
        assertThat(count("evaluation.evaluation", id)).isZero();
    }

    @Test
    void ofASealedMatterNothingIsToldButThatItWentWhereItBelongs() {
        PetitionId id = register("反映某工程负责人收受好处。", "端木知微", "13800007777");
        Desk.as("dispatch").complete(id, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        JsonNode told = standing();

        assertThat(told.path("organ").isNull()).isTrue();
        assertThat(told.path("papers")).isEmpty();
        assertThat(told.path("periods")).isEmpty();
        assertThat(told.path("nextSteps").get(0).asText()).contains("依法交由有权处理的机关");
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndRunsNoInlineScript() {
        Answer page = Api.anonymous(port).get("/progress");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(page.body())
                .contains("/portal/progress.js")
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)").doesNotContainPattern("\\son[a-z]+=");
        assertThat(Api.anonymous(port).get("/portal/progress.js").status()).isEqualTo(200);
    }

    private PetitionId register(String content, String name, String phone) {
        Answer made = Api.as(port, "intake")
                .post("/api/v1/petitions", Map.of("content", content, "petitionerName", name, "phone", phone));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        key = Map.of(
                "number", made.json().path("number").asText(),
                "queryCode", made.json().path("queryCode").asText());
        return new PetitionId(made.json().path("number").asText());
    }

    private JsonNode standing() {
        return told("/api/v1/progress", Map.of());
    }

    private JsonNode told(String path, Map<String, Object> also) {
        Answer answer = send(path, also);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer send(String path, Map<String, Object> also) {
        Map<String, Object> body = new HashMap<>(key);
        body.putAll(also);
        return Api.anonymous(port).post(path, body);
    }

    private long count(String table, PetitionId id) {
        return jdbc.sql("select count(*) from " + table + " where petition = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }
}
