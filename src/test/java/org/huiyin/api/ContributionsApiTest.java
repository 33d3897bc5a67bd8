package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("R36 协办意见的接口")
class ContributionsApiTest {
    private static final String HELPER = "binjiangUrbanManagementHandler";

    @LocalServerPort
    int port;

    @Test
    @DisplayName("主办请求，协办通过待办提交，主办读到；期限可以调整，请求可以撤回")
    void askedAnsweredThroughTheTaskAndRead() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();
        Api handler = Api.as(port, "handler");
        Api helper = Api.as(port, HELPER);
        assertThat(ask(handler, petition, "binjiangUrbanManagement").status()).isEqualTo(201);
        assertThat(ask(handler, petition, "binjiangLiudiStreet").status()).isEqualTo(201);

        String task = helper.get("/api/v1/tasks?petition=" + petition.value())
                .json()
                .at("/offered/0/id")
                .asText();
        assertThat(helper.post("/api/v1/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(204);
        assertThat(helper.get(path(petition)).json())
                .as("a helper reads what was asked of it")
                .hasSize(1);
        assertThat(helper.post(
                                "/api/v1/tasks/" + task + "/complete",
                                Map.of("fields", Map.of("contribution", "管道属自来水公司。")))
                        .status())
                .isEqualTo(204);

        JsonNode all = handler.get(path(petition)).json();
        assertThat(all).hasSize(2);
        assertThat(all.at("/0/state/code").asText()).isEqualTo("RECEIVED");
        assertThat(all.at("/0/answer").asText()).isEqualTo("管道属自来水公司。");
        assertThat(all.at("/0/answeredBy").asText()).isEqualTo(HELPER);
        assertThat(all.at("/1/state/code").asText()).isEqualTo("ASKED");
        String second = path(petition) + "/" + all.at("/1/id").asLong();
        assertThat(handler.post(second + "/due", Map.of("due", Petitions.day(12), "reason", "需要勘查"))
                        .status())
                .isEqualTo(204);
        assertThat(handler.post(second + "/withdrawal", Map.of("reason", "已经查明"))
                        .status())
                .isEqualTo(204);
        assertThat(handler.get(path(petition)).json().at("/1/withdrawReason").asText())
                .isEqualTo("已经查明");
    }

    @Test
    @DisplayName("无关的人、协办单位都不能调整和撤回，协办单位看不到办理流水")
    void othersChangeNothing() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();
        Api handler = Api.as(port, "handler");
        ask(handler, petition, "binjiangUrbanManagement");
        Desk.as(HELPER).claim(petition, "giveContribution");
        String request = path(petition) + "/"
                + handler.get(path(petition)).json().at("/0/id").asLong();

        for (String other : new String[] {HELPER, "reviewer", "binjiangLiudiHandler", "head"}) {
            assertThat(Api.as(port, other)
                            .post(request + "/withdrawal", Map.of("reason", "不想办"))
                            .status())
                    .as(other)
                    .isIn(403, 404);
            assertThat(Api.as(port, other)
                            .post(request + "/due", Map.of("due", Petitions.day(12), "reason", "再等等"))
                            .status())
                    .as(other)
                    .isIn(403, 404);
        }
        assertThat(Api.as(port, HELPER)
                        .get("/api/v1/petitions/" + petition.value() + "/journal")
                        .status())
                .isEqualTo(404);
        assertThat(Api.as(port, "binjiangLiudiHandler").get(path(petition)).status())
                .isEqualTo(404);
        assertThat(Api.anonymous(port).get(path(petition)).status()).isEqualTo(401);
        assertThat(handler.post(request + "/due", Map.of("reason", "没有日期")).status())
                .isEqualTo(400);
        assertThat(handler.post(path(petition) + "/999999999/withdrawal", Map.of("reason", "没有这一项"))
                        .status())
                .isEqualTo(400);
    }

    private static Api.Answer ask(Api by, PetitionId petition, String organ) {
        return by.post(
                "/api/v1/petitions/" + petition.value() + "/helpers",
                Map.of("organ", organ, "due", Petitions.day(6), "asked", "查明管道产权。"));
    }

    private static String path(PetitionId petition) {
        return "/api/v1/petitions/" + petition.value() + "/contributions";
    }
}
