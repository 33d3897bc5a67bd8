package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.huiyin.urgent.UrgentKind;
import org.huiyin.urgent.UrgentLevel;
import org.huiyin.urgent.UrgentMatters;
import org.huiyin.urgent.UrgentReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** By what a matter comes with, the interface's list and the ledger find it, and neither finds more than the reader may see. */
@HuiyinTest
@DisplayName("R9、R31、R33、R52、R58 列表和台账按来源、企业、专题、区划、重大紧急筛选")
class ListFiltersTest {
    private static final OfficerId INTAKE = new OfficerId("intake");

    @LocalServerPort
    private int port;

    @Autowired
    private UrgentMatters urgent;

    @Autowired
    private EngineGateway gateway;

    @ParameterizedTest
    @CsvSource({
        "source, SURVEY",
        "source, 问卷",
        "enterprise, MEDIUM_SMALL_MICRO",
        "enterprise, ANY",
        "topic, CITY_SAFETY",
        "topic, 城市安全",
        "region, 滨江区柳堤街道",
        "region, binjiangLiudiStreet",
        "region, 990101",
        "region, 江城市",
        "urgent, true"
    })
    void aMatterIsFoundByWhatItCameWithAsFarAsRightsReach(String field, String its) {
        String number = special();
        String plain = registered(Map.of());

        assertThat(listed("intake", field, its)).contains(number).doesNotContain(plain);
        assertThat(inLedger("intake", field, its)).contains(number).doesNotContain(plain);
        assertThat(listed("supervise", field, its)).contains(number);
        assertThat(listed("handler", field, its))
                .as("an organ that has nothing to do with it")
                .doesNotContain(number);
        assertThat(inLedger("handler", field, its)).doesNotContain(number);
    }

    @ParameterizedTest
    @CsvSource({
        "source, HOTLINE",
        "enterprise, LARGE",
        "topic, OLD_AND_REMOTE",
        "region, binjiangLuzhouStreet",
        "region, 990102"
    })
    void byAnotherItIsNotFound(String field, String others) {
        String number = special();

        assertThat(listed("intake", field, others)).doesNotContain(number);
        assertThat(inLedger("intake", field, others)).doesNotContain(number);
    }

    @Test
    void allMustFitTogether() {
        String number = special();

        assertThat(numbers(Api.as(port, "intake")
                        .get(
                                "/api/v1/petitions?source=SURVEY&enterprise=ANY&topic=CITY_SAFETY&urgent=true&region=990101")
                        .json()
                        .path("petitions")))
                .contains(number);
        assertThat(numbers(Api.as(port, "intake")
                        .get("/api/v1/petitions?source=SURVEY&topic=OLD_AND_REMOTE")
                        .json()
                        .path("petitions")))
                .doesNotContain(number);
    }

    @ParameterizedTest
    @CsvSource({"source, 风声, 信访来源", "enterprise, 巨型, 企业规模", "topic, 没有的专题, 重点专题", "region, 蓬莱区, 区划", "urgent, 也许, 重大紧急"
    })
    void whatIsNoChoiceIsRefusedWithItsField(String field, String wrong, String label) {
        Answer list = Api.as(port, "intake").get(path(field, wrong));
        Answer ledger = Api.as(port, "intake").post("/api/v1/ledger/page", Map.of(field, wrong));

        for (Answer refused : List.of(list, ledger)) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
            assertThat(refused.json().at("/errors/0/label").asText()).contains(label);
        }
    }

    @Test
    void theLedgerShowsFromWhereAMatterCameAndThatItIsUrgent() {
        String number = special();

        JsonNode row = Api.as(port, "intake")
                .post("/api/v1/ledger/page", Map.of("words", number))
                .json()
                .at("/rows/0");

        assertThat(row.path("source").asText()).isEqualTo("问卷");
        assertThat(row.path("registeredBy").asText()).isEqualTo("江城市信访局");
        assertThat(row.path("urgent").asBoolean()).isTrue();
    }

    @Test
    void theFiltersAreDescribed() {
        JsonNode list =
                Api.anonymous(port).get("/api/openapi.json").json().at("/paths/~1api~1v1~1petitions/get/parameters");

        assertThat(list.findValuesAsText("name"))
                .contains("state", "organ", "lamp", "cursor", "source", "enterprise", "topic", "region", "urgent");
    }

    /** Received later than what other tests leave behind, so that it stands on the first page. */
    private String special() {
        Time.is("2026-12-28");
        String number = registered(Map.of(
                "source", "SURVEY",
                "petitionerKind", "LEGAL_PERSON",
                "petitionerName", "江城雁来红食品有限公司",
                "enterprise", Map.of("creditCode", "91350100M000100Y43", "size", "MEDIUM_SMALL_MICRO"),
                "topics", List.of("CITY_SAFETY"),
                "region", "滨江区柳堤街道"));
        UrgentReport report = new UrgentReport(
                UrgentKind.CROWD, UrgentLevel.MAJOR_AND_URGENT, 20, "柳堤街道", "高压线断落。", "已拉警戒线。", Time.now());
        gateway.as(INTAKE, () -> urgent.flag(new PetitionId(number), report, INTAKE));
        return number;
    }

    private String registered(Map<String, Object> more) {
        Map<String, Object> letter = new HashMap<>(Map.of(
                "title", "厂房旁边的高压线断落",
                "content", "厂房旁边的高压线断落，随时可能伤人，请马上处理。",
                "receivedAt", Time.today().toString(),
                "petitionerName", "单于远山",
                "address", "江城市滨江区柳堤街道六号路2号"));
        letter.putAll(more);
        Answer made = Api.as(port, "intake").post("/api/v1/petitions", letter);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("number").asText();
    }

    private List<String> listed(String officer, String field, String value) {
        return numbers(Api.as(port, officer).get(path(field, value)).json().path("petitions"));
    }

    private List<String> inLedger(String officer, String field, String value) {
        return numbers(Api.as(port, officer)
                .post("/api/v1/ledger/page", Map.of(field, value))
                .json()
                .path("rows"));
    }

    private static String path(String field, String value) {
        return "/api/v1/petitions?" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<String> numbers(JsonNode rows) {
        return rows.findValuesAsText("number");
    }
}
