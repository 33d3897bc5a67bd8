package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class PetitionsApiTest {
    private static final Map<String, Object> LETTER = Map.of(
            "title", "路灯不亮",
            "content", "滨江区柳岸街道三号路一百米内路灯全部不亮，老人夜里不敢出门。",
            "receivedAt", "2026-03-02",
            "petitionerName", "欧阳静波",
            "phone", "13800005678",
            "address", "江城市滨江区柳岸街道三号路8号",
            "place", "滨江区");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRegistrarRegistersALetterAndReadsItsCaseFileMasked() {
        Answer made = Api.as(port, "intake").post("/api/v1/petitions", LETTER);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String number = made.json().path("number").asText();
        assertThat(number).matches("990100\\d{16}");
        assertThat(made.json().path("queryCode").asText()).hasSize(10);
        assertThat(made.header("Location")).isEqualTo("/api/v1/petitions/" + number);
        assertThat(made.header("Cache-Control")).contains("no-store");

        Answer file = Api.as(port, "dispatch").get("/api/v1/petitions/" + number);
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.json().at("/letter/content").asText()).contains("路灯");
        assertThat(file.body())
                .doesNotContain("欧阳静波")
                .doesNotContain("13800005678")
                .contains("138****5678");
        assertThat(file.json().at("/organ/id").asText()).isEqualTo("cityPetitionBureau");
        assertThat(file.json().path("legacy").asBoolean()).isTrue();
        assertThat(file.json().at("/openTasks/0/activity").asText()).isEqualTo("decideClass");
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswerAndAnotherBodyIsRefused() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Api intake = Api.as(port, "intake");
        Answer first = intake.post("/api/v1/petitions", LETTER, key);
        long before = petitions();

        assertThat(intake.post("/api/v1/petitions", LETTER, key).body()).isEqualTo(first.body());
        Answer other = intake.post("/api/v1/petitions", Map.of("content", "另一件"), key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.header("Content-Type")).contains("application/problem+json");
        assertThat(petitions()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from api.answered_request where answer like '%' || :number || '%'")
                        .param("number", first.json().path("number").asText())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Api intake = Api.as(port, "intake");

        assertThat(intake.post("/api/v1/petitions", Map.of("content", ""), key).status())
                .isEqualTo(400);
        assertThat(intake.post("/api/v1/petitions", LETTER, key).status()).isEqualTo(201);
    }

    @Test
    void theSameRequestSentSeveralTimesAtOnceIsDoneOnce() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        long before = petitions();

        List<String> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> Api.as(port, "intake")
                        .post("/api/v1/petitions", LETTER, key)
                        .body())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(petitions()).isEqualTo(before + 1);
    }

    @Test
    void whoeverHasNoRightOverItDoesNotLearnThatItExists() {
        String number = register("intake");

        for (String stranger : new String[] {"handler", "head", "analyst", "operator", "admin", "discipline"}) {
            Answer refused = Api.as(port, stranger).get("/api/v1/petitions/" + number);
            assertThat(refused.status()).as(stranger).isEqualTo(404);
            assertThat(refused.json().path("detail").asText()).contains("没有找到");
            assertThat(Api.as(port, stranger)
                            .get("/api/v1/petitions/" + number + "/journal")
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(Api.as(port, stranger)
                            .get("/api/v1/petitions/" + number + "/clocks")
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(Api.as(port, "supervise").get("/api/v1/petitions/" + number).status())
                .isEqualTo(200);
        assertThat(Api.as(port, "leader").get("/api/v1/petitions/" + number).status())
                .isEqualTo(200);
    }

    @Test
    void onlyARegistrarRegisters() {
        long before = petitions();

        for (String officer :
                new String[] {"dispatch", "head", "supervise", "leader", "analyst", "reviewer", "sealed"}) {
            Answer refused = Api.as(port, officer).post("/api/v1/petitions", LETTER);
            assertThat(refused.status()).as(officer).isEqualTo(403);
            assertThat(refused.json().path("detail").asText()).contains("登记信访事项");
        }
        assertThat(petitions()).isEqualTo(before);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsWritten() {
        long before = petitions();

        Answer refused = Api.as(port, "intake")
                .post(
                        "/api/v1/petitions",
                        Map.of("content", " ", "phone", "12", "receivedAt", "昨天", "channel", "飞鸽传书"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("title").asText()).isEqualTo("输入有误");
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("channel", "receivedAt", "phone", "content");
        assertThat(refused.json().path("errors").findValuesAsText("label"))
                .containsExactlyInAnyOrder("信访形式", "收到时间", "联系电话", "信访内容");
        assertThat(petitions()).isEqualTo(before);
    }

    @Test
    void clocksTellTheirArticleAndReasons() {
        String number = register("intake");

        JsonNode clocks = Api.as(port, "intake")
                .get("/api/v1/petitions/" + number + "/clocks")
                .json();

        JsonNode d2 = clocks.get(0);
        assertThat(d2.path("kind").asText()).isEqualTo("D2");
        assertThat(d2.path("rawDue").asText()).isEqualTo("2026-03-17");
        assertThat(d2.path("state").asText()).isEqualTo("RUNNING");
        assertThat(d2.path("lamp").asText()).isEqualTo("OVERDUE");
        assertThat(d2.path("article").asText()).isEqualTo("信访工作条例第二十二条");
        assertThat(d2.path("explanation")).isNotEmpty();
    }

    @Test
    void theJournalTellsWhoDidWhatAndThatNobodyChangedIt() {
        String number = register("intake");

        JsonNode journal = Api.as(port, "intake")
                .get("/api/v1/petitions/" + number + "/journal")
                .json();

        assertThat(journal.path("intact").asBoolean()).isTrue();
        assertThat(journal.path("entries").findValuesAsText("kind")).contains("OPENED", "REGISTERED", "CLOCK_STARTED");
        assertThat(journal.path("entries").findValuesAsText("who"))
                .allMatch(who -> who.contains("江城市信访局") || who.equals("系统"));
    }

    @Test
    void listsAndSearchReachAsFarAsRights() {
        String number = register("intake");

        JsonNode mine = Api.as(port, "intake")
                .get("/api/v1/petitions?state=REGISTERED&organ=cityPetitionBureau&lamp=OVERDUE")
                .json();
        assertThat(mine.path("petitions")).isNotEmpty();
        assertThat(Api.as(port, "handler")
                        .get("/api/v1/petitions?organ=cityPetitionBureau")
                        .json()
                        .path("petitions"))
                .isEmpty();

        for (Map<String, String> wanted : List.of(
                Map.of("number", number),
                Map.of("name", "欧阳静波"),
                Map.of("phone", "138 0000 5678"),
                Map.of("text", "老人夜里不敢出门"))) {
            assertThat(Api.as(port, "intake")
                            .post("/api/v1/petitions/search", wanted)
                            .json()
                            .path("petitions")
                            .findValuesAsText("number"))
                    .as("%s", wanted)
                    .contains(number);
            assertThat(Api.as(port, "handler")
                            .post("/api/v1/petitions/search", wanted)
                            .json()
                            .path("petitions")
                            .findValuesAsText("number"))
                    .as("%s", wanted)
                    .doesNotContain(number);
        }
        assertThat(Api.as(port, "intake")
                        .post("/api/v1/petitions/search", Map.of("text", "%_%"))
                        .json()
                        .path("petitions"))
                .isEmpty();
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() {
        for (int i = 0; i < 52; i++) {
            register("intake");
        }
        JsonNode first = Api.as(port, "intake").get("/api/v1/petitions").json();
        JsonNode second = Api.as(port, "intake")
                .get("/api/v1/petitions?cursor=" + first.path("next").asText())
                .json();

        assertThat(first.path("petitions")).hasSize(50);
        assertThat(second.path("petitions")).isNotEmpty();
        assertThat(second.path("petitions").findValuesAsText("number"))
                .doesNotContainAnyElementsOf(first.path("petitions").findValuesAsText("number"));
    }

    private String register(String officer) {
        Answer made = Api.as(port, officer).post("/api/v1/petitions", LETTER);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("number").asText();
    }

    private long petitions() {
        return jdbc.sql("select count(*) from casefile.petition")
                .query(Long.class)
                .single();
    }
}
