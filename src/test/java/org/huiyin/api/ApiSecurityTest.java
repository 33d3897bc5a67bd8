package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class ApiSecurityTest {
    private static final List<String> STAFF_ONLY = List.of(
            "/api/v1/petitions",
            "/api/v1/petitions/9901002026030201000001",
            "/api/v1/petitions/9901002026030201000001/journal",
            "/api/v1/imports/I1",
            "/api/v1/tasks",
            "/api/v1/calendar/2026",
            "/api/v1/time-limits",
            "/api/v1/rule-changes",
            "/api/v1/no-such-thing");

    @LocalServerPort
    private int port;

    @Test
    void nothingIsAnsweredWithoutALogin() {
        for (String path : STAFF_ONLY) {
            Answer refused = Api.anonymous(port).get(path);
            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(refused.header("Content-Type")).as(path).contains("application/problem+json");
            assertThat(refused.header("WWW-Authenticate")).as(path).startsWith("Basic");
            assertThat(refused.header("Cache-Control")).as(path).contains("no-store");
            assertThat(refused.json().path("title").asText()).as(path).isEqualTo("请先登录");
        }
        assertThat(Api.anonymous(port)
                        .post("/api/v1/petitions", Map.of("content", "信"))
                        .status())
                .isEqualTo(401);
        assertThat(Api.anonymous(port)
                        .upload("/api/v1/petitions/import", "a.csv", new byte[] {1})
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wrongPasswordsAreThrottledByTheEngine() {
        assertThat(Api.as(port, "analyst").get("/api/v1/calendar/2026").status())
                .isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            assertThat(Api.as(port, "analyst", "wrong")
                            .get("/api/v1/calendar/2026")
                            .status())
                    .isEqualTo(401);
        }

        assertThat(Api.as(port, "analyst").get("/api/v1/calendar/2026").status())
                .isEqualTo(401);

        Time.to(Time.now().plusSeconds(120));
        assertThat(Api.as(port, "analyst").get("/api/v1/calendar/2026").status())
                .isEqualTo(200);
    }

    @Test
    void strangeLoginsAreRefusedLikeAnyOther() {
        for (String name : List.of("nobody", "", "a'; drop table x", "\u0000", "张".repeat(500), "system")) {
            assertThat(Api.as(port, name).get("/api/v1/tasks").status())
                    .as(name)
                    .isEqualTo(401);
        }
        assertThat(Api.as(port, "operator", "").get("/api/v1/tasks").status()).isEqualTo(401);
    }

    @Test
    void aLoginRememberedByABrowserIsNoUseToAnotherSite() {
        Answer refused = Api.as(port, "intake")
                .post("/api/v1/petitions", Map.of("content", "信"), Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void addressesAndMethodsThatAreNotThereAreProblemsToo() {
        Api intake = Api.as(port, "intake");
        assertThat(intake.get("/api/v1/no-such-thing").status()).isEqualTo(404);
        assertThat(intake.raw("DELETE", "/api/v1/petitions", "application/json", new byte[0])
                        .status())
                .isEqualTo(405);
        assertThat(intake.raw("POST", "/api/v1/petitions", "text/plain", "信".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        for (String path : List.of("/api/v1/no-such-thing", "/api/v1/petitions/1", "/api/v1/calendar/x")) {
            assertThat(intake.get(path).header("Content-Type")).as(path).contains("application/problem+json");
        }
    }

    @Test
    void theWebappsOfTheEngineKeepTheirOwnHeaders() {
        Answer tasklist = Api.anonymous(port).get("/camunda/app/tasklist/default/");

        assertThat(tasklist.status()).isEqualTo(200);
        assertThat(tasklist.header("Content-Security-Policy")).contains("nonce");
    }

    @Test
    void theInterfaceDescribesItself() {
        Answer description = Api.anonymous(port).get("/api/openapi.json");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().path("paths").has("/api/v1/petitions/import"))
                .isTrue();
        assertThat(description.json().path("paths").has("/api/v1/progress")).isTrue();
        assertThat(description.json().path("paths").has("/api/v1/rule-changes/calendar"))
                .isTrue();
    }
}
