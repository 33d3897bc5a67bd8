package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Time limits, calendars of regions, and changes by two people, as other systems call them. Nothing here is approved. */
@HuiyinTest
class RulesApiTest {
    private static final String LIMIT = "/api/v1/rule-changes/time-limit";
    private static final String CALENDAR = "/api/v1/rule-changes/calendar";

    @LocalServerPort
    private int port;

    @Test
    void everyOfficerReadsTheTimeLimitsInForce() {
        Answer limits = Api.as(port, "handler").get("/api/v1/time-limits");

        assertThat(limits.status()).isEqualTo(200);
        assertThat(limits.json()).anySatisfy(row -> {
            assertThat(row.path("kind").asText()).isEqualTo("D6");
            assertThat(row.path("span").asText()).isEqualTo("60日");
            assertThat(row.path("article").asText()).isEqualTo("第三十四条");
            assertThat(row.path("state").asText()).isEqualTo("CURRENT");
        });
        assertThat(Api.as(port, "handler")
                        .get("/api/v1/time-limits?past=true")
                        .json()
                        .size())
                .isGreaterThan(limits.json().size());
    }

    @Test
    @DisplayName("工作日历和到期日可以按地区查询")
    void theCalendarMayBeAskedForARegion() {
        Api api = Api.as(port, "handler");
        Map<String, Object> period = Map.of("start", "2026-02-13", "length", 5, "unit", "WORKING_DAY");

        assertThat(api.get("/api/v1/calendar/2026?region=990101")
                        .json()
                        .path("region")
                        .asText())
                .isEqualTo("990101");
        assertThat(api.get("/api/v1/calendar/2026").json().path("region").asText())
                .isEqualTo("000000");
        assertThat(api.post("/api/v1/calendar/due", with(period, "region", "990101"))
                        .json()
                        .path("raw")
                        .asText())
                .isEqualTo("2026-02-27");
        for (Answer wrong : new Answer[] {
            api.get("/api/v1/calendar/2026?region=99"),
            api.post("/api/v1/calendar/due", with(period, "region", "滨江")),
            api.post("/api/v1/calendar/due", with(period, "region", ""))
        }) {
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().path("errors").get(0).path("field").asText())
                    .isEqualTo("region");
        }
    }

    @Test
    void onlyAdministratorsAndAnalystsSeeAndMakeChanges() {
        for (String other : new String[] {"handler", "head", "operator", "leader", "supervise"}) {
            Api api = Api.as(port, other);
            assertThat(api.get("/api/v1/rule-changes").status()).as(other).isEqualTo(403);
            assertThat(api.get("/api/v1/rule-changes/1").status()).as(other).isEqualTo(403);
            assertThat(api.post(LIMIT, stricter()).status()).as(other).isEqualTo(403);
            assertThat(api.post(LIMIT + "?dryRun=true", stricter()).status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(api.post(CALENDAR, Map.of("calendar", "{}")).status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(api.post("/api/v1/rule-changes/1/approve", Map.of()).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(Api.anonymous(port).get("/api/v1/time-limits").status()).isEqualTo(401);
        assertThat(Api.as(port, "analyst").get("/api/v1/rule-changes").status()).isEqualTo(200);
        assertThat(Api.as(port, "admin").get("/api/v1/rule-changes").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("双人：一人提出并看到影响，另一人决定，提出人不能自己决定")
    void oneProposesAndAnotherDecides() {
        Time.is("2041-03-01");
        Api analyst = Api.as(port, "analyst");
        Answer tried = analyst.post(LIMIT + "?dryRun=true", stricter());
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().path("title").asText()).startsWith("D6 办理：50日");
        assertThat(tried.json().path("moved").isInt()).isTrue();

        Answer made = analyst.post(LIMIT, stricter());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String one = made.header("Location");
        assertThat(one)
                .isEqualTo("/api/v1/rule-changes/" + made.json().path("id").asLong());
        JsonNode shown = Api.as(port, "admin").get(one).json();
        assertThat(shown.path("change").path("mayDecide").asBoolean()).isTrue();
        assertThat(shown.path("change").path("proposedByName").asText()).isNotBlank();
        assertThat(shown.path("effect").path("title").asText()).startsWith("D6 办理：50日");

        assertThat(analyst.post(one + "/approve", Map.of()).status()).isEqualTo(400);
        assertThat(analyst.post(one + "/approve", Map.of()).body()).contains("提出人不能审批");
        assertThat(Api.as(port, "admin")
                        .post(one + "/refuse", Map.of("reason", ""))
                        .body())
                .contains("不批准的理由");
        Answer refused = Api.as(port, "admin").post(one + "/refuse", Map.of("reason", "没有必要"));
        assertThat(refused.json().path("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.json().path("log").get(1).path("note").asText()).isEqualTo("没有必要");
        assertThat(analyst.get(one).json().path("effect").isNull()).isTrue();
    }

    @Test
    void whatIsWrongIsAProblemWithFieldsAndNothingElse() {
        Api analyst = Api.as(port, "analyst");

        Answer lines = analyst.post(
                CALENDAR + "?dryRun=true",
                Map.of("calendar", "{\n\"year\": 1990,\n\"papers\": [\"甲\"],\n\"days\": [{\"name\": 1}]}"));
        assertThat(lines.status()).isEqualTo(400);
        assertThat(lines.json().path("errors").findValuesAsText("label")).contains("第2行 年份", "第4行 节日名称");
        assertThat(analyst.post(CALENDAR, Map.of())
                        .json()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asText())
                .isEqualTo("calendar");
        assertThat(analyst.post(LIMIT, Map.of())
                        .json()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asText())
                .isEqualTo("kind");
        assertThat(analyst.post(LIMIT, Map.of("timeLimit", Map.of("kind", "D6", "days", 3)))
                        .status())
                .isEqualTo(400);
        assertThat(analyst.post(LIMIT, Map.of("timeLimit", Map.of("kind", "D6", "length", "六十")))
                        .status())
                .isEqualTo(400);
        assertThat(analyst.get("/api/v1/rule-changes/999999999").status()).isEqualTo(404);
        assertThat(analyst.get("/api/v1/rule-changes/x").status()).isEqualTo(404);
        assertThat(Api.as(port, "admin")
                        .post("/api/v1/rule-changes/999999999/approve", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(analyst.raw("POST", "/api/v1/rule-changes/1/approve", "application/json", new byte[] {'['})
                        .status())
                .isEqualTo(400);
        assertThat(analyst.get("/api/v1/time-limits?past=perhaps").status()).isEqualTo(400);
    }

    private static Map<String, Object> stricter() {
        return Map.of(
                "reason",
                "区里要求提速",
                "timeLimit",
                Map.of(
                        "kind", "D6",
                        "organ", "cityCivilAffairsBureau",
                        "validFrom", "2041-06-01",
                        "length", 50,
                        "law", "江城市信访工作规定（虚构）",
                        "article", "第十条",
                        "basis", "INTERNAL"));
    }

    private static Map<String, Object> with(Map<String, Object> base, String key, Object value) {
        Map<String, Object> all = new java.util.HashMap<>(base);
        all.put(key, value);
        return all;
    }
}
