package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands behind the page of calendars and time limits: the webapps' login, their token, and our rights. */
@HuiyinTest
class RulesPagesTest {
    private static final String ROOT = "/camunda/api/huiyin/rules";
    private static final String LIMIT =
            "{\"timeLimit\":{\"kind\":\"D6\",\"validFrom\":\"2026-01-01\"},\"reason\":\"试\"}";

    @LocalServerPort
    int port;

    @Test
    void withoutALoginThereIsNothingToRead() {
        WebSession anonymous = WebSession.anonymous(port);

        for (String path : new String[] {"/reader", "/limits", "/calendar/2026", "/changes", "/changes/1"}) {
            WebSession.Answer answer = anonymous.get(ROOT + path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.json().path("detail").asText()).contains("登录");
        }
        assertThat(anonymous.post(ROOT + "/limits", LIMIT).status()).isEqualTo(401);
        assertThat(anonymous.get("/camunda/rules").status()).isEqualTo(200);
    }

    @Test
    void everyOfficerReadsAndOnlySomePropose() {
        WebSession handler = WebSession.of(port, "handler");
        assertThat(handler.get(ROOT + "/reader").json().path("mayPropose").asBoolean())
                .isFalse();
        assertThat(handler.get(ROOT + "/limits").json().size()).isGreaterThan(25);
        assertThat(handler.get(ROOT + "/calendar/2026?region=990101")
                        .json()
                        .path("days")
                        .size())
                .isEqualTo(39);
        assertThat(handler.get(ROOT + "/changes").status()).isEqualTo(403);
        assertThat(handler.post(ROOT + "/limits", LIMIT).status()).isEqualTo(403);
        assertThat(handler.post(ROOT + "/calendar/try", "{\"calendar\":\"{}\"}").status())
                .isEqualTo(403);
        assertThat(handler.post(ROOT + "/changes/1/approve", "{}").status()).isEqualTo(403);

        WebSession admin = WebSession.of(port, "admin");
        assertThat(admin.get(ROOT + "/reader").json().path("mayPropose").asBoolean())
                .isTrue();
        assertThat(admin.get(ROOT + "/changes").status()).isEqualTo(200);
    }

    @Test
    void anotherPageCannotPostWithTheCookiesOfAnAdministrator() {
        assertThat(WebSession.of(port, "admin")
                        .postWithoutToken(ROOT + "/limits", LIMIT)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRefusalIsAChineseSentence() {
        WebSession admin = WebSession.of(port, "admin");

        WebSession.Answer same = admin.post(ROOT + "/limits/try", LIMIT);
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.json().path("detail").asText()).isEqualTo("【日数】与现行规定相同，没有变化。");
        assertThat(admin.post(ROOT + "/limits/try", "{}").status()).isEqualTo(422);
        assertThat(admin.get(ROOT + "/changes/999999").status()).isEqualTo(404);
        assertThat(admin.get(ROOT + "/calendar/2026?region=x").status()).isEqualTo(422);
        assertThat(admin.post(ROOT + "/limits/try", "[").status()).isEqualTo(400);
    }
}
