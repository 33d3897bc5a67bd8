package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("第三十八条 催办：案卷、提醒和看板")
class ReminderPagesTest {
    @LocalServerPort
    int port;

    @Test
    void theHolderFindsItInFileAndDigestAndTheBoardShowsTheAnswer() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        WebSession supervisor = WebSession.of(port, "supervise");
        WebSession handler = WebSession.of(port, "handler");

        assertThat(supervisor.post(path(id), "{\"text\":\"请尽快受理\"}").status()).isEqualTo(200);

        JsonNode file = handler.get(path(id)).json();
        assertThat(file.path("mayRemind").asBoolean()).isFalse();
        JsonNode asked = file.path("reminders").get(0);
        assertThat(asked.path("asked").asText()).isEqualTo("请尽快受理");
        assertThat(asked.path("told").asText()).contains("童静怡").contains("郑良玉");
        assertThat(asked.path("mayReply").asBoolean()).isTrue();
        assertThat(handler.get("/camunda/api/huiyin/digest")
                        .json()
                        .path("reminders")
                        .toString())
                .contains(id.value())
                .contains("请尽快受理");
        assertThat(row(supervisor, id).path("reminded").asText()).contains("未回复");

        String reply = path(id) + "/" + asked.path("id").asInt() + "/reply";
        assertThat(handler.post(reply, "{\"text\":\"今日受理\"}").status()).isEqualTo(200);

        assertThat(handler.get("/camunda/api/huiyin/digest")
                        .json()
                        .path("reminders")
                        .toString())
                .doesNotContain(id.value());
        assertThat(supervisor
                        .get(path(id))
                        .json()
                        .path("reminders")
                        .get(0)
                        .path("reply")
                        .asText())
                .isEqualTo("今日受理");
        assertThat(row(supervisor, id).path("reminded").asText()).contains("已回复");
    }

    @Test
    void aRefusalIsInWordsAndAStrangerFindsNothing() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        WebSession supervisor = WebSession.of(port, "supervise");
        supervisor.post(path(id), "{\"text\":\"请尽快受理\"}");

        WebSession.Answer again = supervisor.post(path(id), "{\"text\":\"再催一次\"}");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().path("detail").asText()).contains("今天已经催办过");
        assertThat(WebSession.of(port, "handler")
                        .post(path(id), "{\"text\":\"催自己\"}")
                        .status())
                .isEqualTo(403);
        WebSession stranger = WebSession.of(port, "qingpingSupervise");
        assertThat(stranger.get(path(id)).status()).isEqualTo(404);
        assertThat(stranger.post(path(id), "{\"text\":\"请尽快\"}").status()).isEqualTo(404);
        assertThat(WebSession.anonymous(port).get(path(id)).status()).isEqualTo(401);
        assertThat(supervisor.postWithoutToken(path(id), "{\"text\":\"请尽快\"}").status())
                .isEqualTo(403);
    }

    private static JsonNode row(WebSession session, PetitionId id) {
        String cursor = "";
        do {
            JsonNode page = session.get(
                            "/camunda/api/huiyin/board/matters?organ=binjiangHousingBureau&order=STUCK" + cursor)
                    .json();
            for (JsonNode row : page.path("rows")) {
                if (row.path("number").asText().equals(id.value())) {
                    return row;
                }
            }
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        throw new AssertionError(id + " is not on the board");
    }

    private static String path(PetitionId id) {
        return "/camunda/api/huiyin/petitions/" + id.value() + "/reminders";
    }
}
