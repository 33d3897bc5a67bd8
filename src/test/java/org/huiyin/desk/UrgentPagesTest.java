package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("第二十五条、R58 案卷里的重大紧急")
class UrgentPagesTest {
    private static final String GOOD = "{\"kind\":\"CROWD\",\"level\":\"URGENT\",\"people\":40,\"place\":\"望江小区\","
            + "\"situation\":\"停水三天\",\"measures\":\"已派人到场\"}";

    @LocalServerPort
    int port;

    @Test
    void whoHandlesItMarksItAndTheCardSaysSo() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        WebSession handler = WebSession.of(port, "handler");
        assertThat(page(handler, petition).path("mayFlag").asBoolean()).isTrue();

        assertThat(handler.post(path(petition), GOOD).status()).isEqualTo(200);

        JsonNode after = page(handler, petition);
        assertThat(after.path("flagged").asBoolean()).isTrue();
        assertThat(after.path("mayFlag").asBoolean()).isFalse();
        assertThat(after.path("mayWithdraw").asBoolean())
                .as("the handler does not take it back himself")
                .isFalse();
        assertThat(page(WebSession.of(port, "head"), petition)
                        .path("mayWithdraw")
                        .asBoolean())
                .isTrue();
        String task = Desk.as("handler").task(petition, "decideAcceptance").getId();
        JsonNode card = handler.get("/camunda/api/huiyin/cards?task=" + task).json();
        assertThat(card.get(0).path("urgent").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "sealed", "qingpingLeader"})
    void whoHasNothingToDoWithItNeitherReadsNorMarksIt(String stranger) {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        WebSession session = WebSession.of(port, stranger);

        assertThat(session.post(path(petition), GOOD).status()).isIn(403, 404);
        assertThat(session.post(path(petition) + "/withdrawal", "{\"reason\":\"不急\"}")
                        .status())
                .isIn(403, 404, 422);
        assertThat(page(WebSession.of(port, "handler"), petition)
                        .path("flagged")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aWrongEntryIsAnsweredInWordsAndNothingIsMarked() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        WebSession handler = WebSession.of(port, "handler");

        WebSession.Answer kind = handler.post(path(petition), GOOD.replace("CROWD", "PARTY"));
        WebSession.Answer future =
                handler.post(path(petition), GOOD.replace("\"people\"", "\"knownAt\":\"2199-01-01T00:00\",\"people\""));
        WebSession.Answer nothing = handler.post(path(petition), "{}");

        assertThat(kind.status()).isEqualTo(422);
        assertThat(kind.json().path("detail").asText()).contains("情形");
        assertThat(future.json().path("detail").asText()).contains("知悉时间");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(page(handler, petition).path("flagged").asBoolean()).isFalse();
    }

    private static String path(PetitionId petition) {
        return "/camunda/api/huiyin/petitions/" + petition.value() + "/urgent";
    }

    private static JsonNode page(WebSession session, PetitionId petition) {
        return session.get(path(petition)).json();
    }
}
