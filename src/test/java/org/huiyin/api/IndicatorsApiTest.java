package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("GET /api/v1/indicators")
class IndicatorsApiTest {
    private static final String YEAR = "/api/v1/indicators?from=2026-01-01&to=2026-12-31";

    @LocalServerPort
    int port;

    @BeforeEach
    void inSpring() {
        Time.is("2026-03-02");
    }

    @Test
    @DisplayName("每项指标都有分子、分母、相差和构成，样本小的没有比率并说明原因")
    void everyIndicatorHasItsNumeratorAndItsDenominator() {
        JsonNode before = indicator(Api.as(port, "supervise").get(YEAR).json(), "UNIT_ACCEPTANCE");
        Life.ofALetter().withTheHandler().accepted();

        Api.Answer answer = Api.as(port, "supervise").get(YEAR);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("asOf").asText()).isEqualTo("2026-03-02");
        assertThat(answer.json().path("organ").isNull()).isTrue();
        JsonNode after = indicator(answer.json(), "UNIT_ACCEPTANCE");
        assertThat(after.path("label").asText()).isEqualTo("责任单位及时受理率");
        assertThat(after.path("numerator").asLong())
                .isEqualTo(before.path("numerator").asLong() + 1);
        assertThat(after.path("denominator").asLong())
                .isEqualTo(before.path("denominator").asLong() + 1);
        assertThat(answer.json().path("indicators")).hasSize(19).allSatisfy(one -> {
            assertThat(one.path("counted").asText()).isNotBlank();
            assertThat(one.path("basis").asText()).isNotBlank();
            assertThat(one.path("parts")).isNotEmpty();
            assertThat(one.path("numerator").asLong() + one.path("difference").asLong())
                    .isEqualTo(one.path("denominator").asLong());
            boolean said = one.path("rate").isNumber() || one.path("mean").isNumber();
            assertThat(one.path("note").asText().isEmpty()).as(one.toString()).isEqualTo(said);
            if (one.path("denominator").asLong() < 30) {
                assertThat(said).as(one.toString()).isFalse();
            }
        });
    }

    @Test
    @DisplayName("R29 organ 连同其下级；区督查员查本区和不填相同")
    void anOrganIsCountedWithAllBelowIt() {
        Life.ofALetter().withTheHandler();
        JsonNode city =
                Api.as(port, "leader").get(YEAR + "&organ=binjiangGovernment").json();
        JsonNode district = Api.as(port, "binjiangSupervise").get(YEAR).json();

        assertThat(city.path("organ").path("name").asText()).isEqualTo("滨江区人民政府");
        assertThat(city.path("indicators")).isEqualTo(district.path("indicators"));
        assertThat(indicator(city, "UNIT_ACCEPTANCE").path("denominator").asLong())
                .isPositive();
        assertThat(Api.as(port, "head")
                        .get(YEAR + "&organ=binjiangHousingBureau")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01,400,to,截止日期",
        "to=2026-01-01,400,from,起始日期",
        "from=2026-13-01&to=2026-12-31,400,from,年月日",
        "from=2026-12-31&to=2026-01-01,400,from,对调",
        "from=2024-01-01&to=2026-01-01,400,to,一年",
        "from=2026-01-01&to=2026-12-31&organ=nowhere,400,organ,没有这个机关",
        "from=2026-01-01&to=2026-12-31&organ=..%2Fx,400,organ,没有这个机关"
    })
    void aWrongQuestionIsAnsweredInWords(String query, int status, String field, String words) {
        Api.Answer answer = Api.as(port, "supervise").get("/api/v1/indicators?" + query);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errors").get(0).path("field").asText()).isEqualTo(field);
        assertThat(answer.body()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "binjiangSupervise,qingpingGovernment,不在您可以查看的范围内",
        "binjiangSupervise,cityGovernment,不在您可以查看的范围内",
        "head,cityPetitionBureau,不在您可以查看的范围内",
        "handler,binjiangHousingBureau,查看督办看板",
        "intake,'',查看督办看板",
        "admin,'',查看督办看板"
    })
    void whatLiesOutsideOfHisReachIsRefused(String officer, String organ, String words) {
        Api.Answer answer = Api.as(port, officer).get(YEAR + "&organ=" + organ);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    @Test
    void whoIsNotLoggedInGetsNothing() {
        assertThat(Api.anonymous(port).get(YEAR).status()).isEqualTo(401);
    }

    @Test
    void theInterfaceDescribesIt() {
        JsonNode described = Api.as(port, "supervise").get("/api/openapi.json").json();

        assertThat(described
                        .path("paths")
                        .path("/api/v1/indicators")
                        .path("get")
                        .path("summary")
                        .asText())
                .isEqualTo("指标");
    }

    private static JsonNode indicator(JsonNode answer, String code) {
        return StreamSupport.stream(answer.path("indicators").spliterator(), false)
                .filter(one -> one.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
