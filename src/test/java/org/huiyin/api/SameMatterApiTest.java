package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class SameMatterApiTest {
    private static final Map<String, Object> LETTER = Map.of(
            "title", "鹦鹉洲公寓消防通道堵塞",
            "content", "鹦鹉洲公寓消防通道长期被车辆堵塞，物业不管，请求清理。",
            "receivedAt", "2026-03-02",
            "petitionerName", "上官听雨",
            "phone", "13700060001",
            "address", "江城市滨江区鹦鹉路9号");

    @LocalServerPort
    private int port;

    @Test
    void whatIsTypedFindsTheMatterBeforeItIsRegisteredWithoutNamesInTheAnswer() {
        String earlier = registered(LETTER);

        Answer found = Api.as(port, "intake").post("/api/v1/petitions/candidates", Map.of("phone", "13700060001"));

        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.json().findValuesAsText("number")).contains(earlier);
        assertThat(found.json().get(0).path("reasons").toString()).contains("同一电话");
        assertThat(found.body()).doesNotContain("上官听雨").doesNotContain("13700060001");
    }

    @Test
    void aLinkIsMadeSeenFromBothEndsAndWithdrawn() {
        String earlier = registered(LETTER);
        String later = registered(LETTER);
        Api dispatch = Api.as(port, "dispatch");
        assertThat(dispatch.get("/api/v1/petitions/" + later + "/candidates")
                        .json()
                        .findValuesAsText("number"))
                .contains(earlier);

        Answer linked = dispatch.post("/api/v1/petitions/" + later + "/links", link(earlier, "REPEAT", "同一人同一事项"));

        assertThat(linked.status()).as(linked.body()).isEqualTo(200);
        assertThat(linked.json().at("/toldApart/firstHere").asBoolean()).isFalse();
        JsonNode seen =
                dispatch.get("/api/v1/petitions/" + earlier + "/links").json().at("/links/0");
        assertThat(seen.path("number").asText()).isEqualTo(later);
        assertThat(seen.path("toEarlier").asBoolean()).isFalse();
        assertThat(seen.path("score").asInt()).isGreaterThan(90);

        Answer undone = dispatch.post(
                "/api/v1/petitions/" + later + "/links/" + seen.path("id").asText() + "/withdraw",
                Map.of("reason", "不是同一事项"));
        assertThat(undone.json().at("/links/0/inForce").asBoolean()).isFalse();
        assertThat(undone.json().at("/toldApart/firstHere").asBoolean()).isTrue();
    }

    @Test
    void aBadLinkNamesItsField() {
        String number = registered(LETTER);
        Api dispatch = Api.as(port, "dispatch");

        assertField(dispatch.post("/api/v1/petitions/" + number + "/links", Map.of()), "earlier");
        assertField(dispatch.post("/api/v1/petitions/" + number + "/links", link(number, "TWIN", "同")), "kind");
        assertField(
                dispatch.post("/api/v1/petitions/" + number + "/links", link(registered(LETTER), "REPEAT", " ")),
                "reason");
    }

    @Test
    @DisplayName("无权的人既查不到，也关联不了")
    void whoeverHasNoRightFindsAndLinksNothing() {
        String earlier = registered(LETTER);
        String later = registered(LETTER);

        assertThat(Api.as(port, "supervise")
                        .post("/api/v1/petitions/candidates", Map.of("title", "消防通道"))
                        .status())
                .isEqualTo(403);
        assertThat(Api.as(port, "admin")
                        .post("/api/v1/petitions/candidates", Map.of("title", "消防通道"))
                        .status())
                .isEqualTo(403);
        assertThat(Api.anonymous(port)
                        .post("/api/v1/petitions/candidates", Map.of("title", "消防通道"))
                        .status())
                .isEqualTo(401);
        assertThat(Api.as(port, "handler")
                        .get("/api/v1/petitions/" + later + "/candidates")
                        .status())
                .isEqualTo(404);
        assertThat(Api.as(port, "handler")
                        .get("/api/v1/petitions/" + later + "/links")
                        .status())
                .isEqualTo(404);
        assertThat(Api.as(port, "handler")
                        .post("/api/v1/petitions/candidates", Map.of("phone", "13700060001"))
                        .body())
                .doesNotContain(earlier);
        assertThat(Api.as(port, "supervise")
                        .post("/api/v1/petitions/" + later + "/links", link(earlier, "REPEAT", "同一事项"))
                        .status())
                .isEqualTo(403);
    }

    private String registered(Map<String, Object> letter) {
        return Api.as(port, "intake")
                .post("/api/v1/petitions", letter)
                .json()
                .path("number")
                .asText();
    }

    private static Map<String, Object> link(String earlier, String kind, String reason) {
        return new HashMap<>(Map.of("earlier", earlier, "kind", kind, "reason", reason));
    }

    private static void assertField(Answer refused, String field) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"" + field + "\"");
    }
}
