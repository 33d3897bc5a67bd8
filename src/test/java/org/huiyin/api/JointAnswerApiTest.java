package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("一并答复：接口与待办页面同样填写、同样拒绝")
class JointAnswerApiTest {
    @LocalServerPort
    int port;

    @Autowired
    Petitions petitions;

    private final Map<String, Object> opinion = Life.opinion();

    @Test
    @DisplayName("承办人选择，负责人签发，另一位信访人凭自己的查询码看到自己的答复")
    void theOtherPetitionerReadsHisOwnAnswerUnderHisOwnCode() {
        PetitionId lead = accepted("陆汀兰");
        PetitionId joined = accepted("韩溪午");
        link(joined, lead);
        String draft = task("handler", lead, "draftOpinion");
        assertThat(Api.as(port, "handler")
                        .get("/api/v1/tasks/" + draft)
                        .json()
                        .at("/values/togetherChoices")
                        .findValuesAsText("value"))
                .contains(joined.value());

        assertThat(complete(
                                "handler",
                                draft,
                                with(opinion, "answersTogether", true, "together", List.of(joined.value())))
                        .status())
                .isEqualTo(204);
        String sign = task("head", lead, "signOpinion");
        Api.as(port, "head").post("/api/v1/tasks/" + sign + "/claim", Map.of());
        assertThat(complete("head", sign, Map.of("decision", "SIGN")).status()).isEqualTo(204);
        assertThat(names(progress(joined))).as("signed is not sent").containsExactly("受理告知书");
        String send = task("handler", joined, "sendOpinion");
        assertThat(complete("handler", send, Map.of("deliveryMethod", "POST", "sentOn", Petitions.day(0)))
                        .status())
                .isEqualTo(204);

        assertThat(names(progress(joined))).contains("信访处理意见书");
        assertThat(progress(joined).toString()).contains("韩溪午").doesNotContain("陆汀兰", lead.value());
        JsonNode journal = Api.as(port, "handler")
                .get("/api/v1/petitions/" + joined.value() + "/journal")
                .json();
        assertThat(journal.toString()).contains("ANSWERED_TOGETHER", lead.value());
    }

    @Test
    @DisplayName("没有关联的、别人的、乱填的都拒绝，什么也没有写入")
    void whatIsNotJoinedIsRefusedByItsField() {
        PetitionId lead = accepted("陆汀兰");
        PetitionId stranger = accepted("韩溪午");
        String draft = task("handler", lead, "draftOpinion");

        for (Object chosen : List.of(
                List.of(stranger.value()), List.of(lead.value()), List.of("9901012026030201999999"), List.of("x"))) {
            Answer refused = complete("handler", draft, with(opinion, "answersTogether", true, "together", chosen));
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("together");
        }
        assertThat(complete("binjiangUrbanManagementHandler", draft, opinion).status())
                .isEqualTo(404);
        assertThat(task("handler", lead, "draftOpinion")).isEqualTo(draft);
        assertThat(task("handler", stranger, "draftOpinion")).isNotEmpty();
    }

    private static List<String> names(JsonNode progress) {
        return progress.path("papers").findValuesAsText("name");
    }

    private JsonNode progress(PetitionId petition) {
        Answer answer = Api.anonymous(port)
                .post(
                        "/api/v1/progress",
                        Map.of("number", petition.value(), "queryCode", petitions.queryCode(petition)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void link(PetitionId later, PetitionId earlier) {
        Answer linked = Api.as(port, "handler")
                .post(
                        "/api/v1/petitions/" + later.value() + "/links",
                        Map.of("earlier", earlier.value(), "kind", "JOINT", "reason", "同一处管道漏水。"));
        assertThat(linked.status()).as(linked.body()).isEqualTo(200);
    }

    private String task(String officer, PetitionId petition, String activity) {
        JsonNode tasks = Api.as(port, officer)
                .get("/api/v1/tasks?petition=" + petition.value())
                .json();
        for (JsonNode list : List.of(tasks.path("mine"), tasks.path("offered"))) {
            for (JsonNode task : list) {
                if (task.path("activity").asText().equals(activity)) {
                    return task.path("id").asText();
                }
            }
        }
        throw new AssertionError(officer + " has no " + activity + ": " + tasks);
    }

    private Answer complete(String officer, String task, Map<String, Object> fields) {
        return Api.as(port, officer).post("/api/v1/tasks/" + task + "/complete", Map.of("fields", fields));
    }

    private static PetitionId accepted(String petitioner) {
        return Life.ofALetter(with(Typed.letter(), "petitionerName", petitioner))
                .withTheHandler()
                .accepted()
                .id();
    }
}
