package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class TasksApiTest {
    private static final Map<String, Object> TO_HOUSING =
            Map.of("receivingOrgan", "binjiangHousingBureau", "forwardReason", "属于其职权");

    @LocalServerPort
    private int port;

    private String number = "";

    @BeforeEach
    void register() {
        Answer made = Api.as(port, "intake").post("/api/v1/petitions", Map.of("content", "楼道照明损坏，请修理。"));
        number = made.json().path("number").asText();
    }

    @Test
    void aTaskIsOfferedToItsGroupAndDoneByWhoTookIt() {
        JsonNode offered = tasks("dispatch").path("offered");
        assertThat(offered).hasSize(1);
        assertThat(offered.get(0).path("activity").asText()).isEqualTo("decideClass");
        assertThat(offered.get(0).path("petition").asText()).isEqualTo(number);
        assertThat(offered.get(0).path("due").asText()).isNotEmpty();
        String task = offered.get(0).path("id").asText();

        assertThat(complete("dispatch", task, Map.of("petitionClass", "APPEAL", "route", "PETITION"))
                        .status())
                .as("not claimed yet")
                .isEqualTo(409);
        assertThat(claim("dispatch", task).status()).isEqualTo(204);
        assertThat(tasks("dispatch").path("mine")).hasSize(1);
        assertThat(complete("dispatch", task, Map.of("petitionClass", "APPEAL", "route", "PETITION"))
                        .status())
                .isEqualTo(204);

        assertThat(tasks("dispatch").path("offered").get(0).path("activity").asText())
                .isEqualTo("forwardPetition");
        assertThat(claim("dispatch", task).status()).as("done").isEqualTo(404);
    }

    @Test
    void othersTasksDoNotExist() {
        String task = tasks("dispatch").path("offered").get(0).path("id").asText();

        for (String stranger : List.of("intake", "handler", "head", "supervise", "leader", "admin", "sealed")) {
            JsonNode theirs = tasks(stranger);
            assertThat(theirs.path("mine")).as(stranger).isEmpty();
            assertThat(theirs.path("offered")).as(stranger).isEmpty();
            assertThat(Api.as(port, stranger).get("/api/v1/tasks/" + task).status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(claim(stranger, task).status()).as(stranger).isEqualTo(404);
            assertThat(complete(stranger, task, Map.of()).status()).as(stranger).isEqualTo(404);
        }
    }

    @Test
    void aFormIsOpenedWithItsFieldsDefaultsAndOptions() {
        toForward();
        String task = tasks("dispatch").path("offered").get(0).path("id").asText();

        JsonNode form = Api.as(port, "dispatch").get("/api/v1/tasks/" + task).json();

        assertThat(form.at("/form/components").findValuesAsText("key")).contains("receivingOrgan", "forwardReason");
        assertThat(form.at("/values/organs").findValuesAsText("value")).contains("binjiangHousingBureau");
        assertThat(form.at("/values/organs").findValuesAsText("label")).contains("滨江区住房和城乡建设局");
    }

    @Test
    void whatTheFormRefusesIsRefusedHereWithTheFieldNamed() {
        String task = tasks("dispatch").path("offered").get(0).path("id").asText();
        claim("dispatch", task);

        Answer missing = complete("dispatch", task, Map.of());
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().at("/errors/0/field").asText()).isEqualTo("petitionClass");
        assertThat(missing.json().at("/errors/0/label").asText()).isEqualTo("信访事项类别");

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("petitionClass", "NONE"),
                Map.of("petitionClass", 7),
                Map.of("petitionClass", List.of("APPEAL")),
                Map.of("petitionClass", Map.of()),
                Map.of("petitionClass", "SUGGESTION", "organ", "cityGovernment"),
                Map.of("petitionClass", "SUGGESTION", "classReason", "a\u0000b"),
                Map.of("petitionClass", "SUGGESTION", "classReason", "\ud83d"),
                Map.of("petitionClass", "SUGGESTION", "classReason", "长".repeat(3000)))) {
            Answer refused = complete("dispatch", task, wrong);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        }
        assertThat(tasks("dispatch").path("mine")).hasSize(1);
    }

    @Test
    void twoWhoWantTheSameTaskDoNotBothGetIt() {
        toForward();
        String forward = tasks("dispatch").path("offered").get(0).path("id").asText();
        claim("dispatch", forward);
        assertThat(complete("dispatch", forward, TO_HOUSING).status()).isEqualTo(204);
        String task = tasks("handler").path("offered").get(0).path("id").asText();
        claim("handler", task);

        assertThat(claim("handler", task).status()).as("again by himself").isEqualTo(204);
        assertThat(Api.as(port, "head").get("/api/v1/tasks/" + task).status()).isEqualTo(404);
    }

    private void toForward() {
        String task = tasks("dispatch").path("offered").get(0).path("id").asText();
        claim("dispatch", task);
        complete("dispatch", task, Map.of("petitionClass", "APPEAL", "route", "PETITION"));
    }

    private JsonNode tasks(String officer) {
        return Api.as(port, officer).get("/api/v1/tasks?petition=" + number).json();
    }

    private Answer claim(String officer, String task) {
        return Api.as(port, officer).post("/api/v1/tasks/" + task + "/claim", Map.of());
    }

    private Answer complete(String officer, String task, Map<String, Object> fields) {
        return Api.as(port, officer).post("/api/v1/tasks/" + task + "/complete", Map.of("fields", fields));
    }
}
