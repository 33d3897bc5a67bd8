package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("R24、R29 督办看板的数据接口")
class BoardPagesTest {
    private static final String ROOT = "/camunda/api/huiyin/board";

    @LocalServerPort
    int port;

    @Test
    void aFigureAndTheMattersBehindItAgree() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        WebSession supervisor = WebSession.of(port, "supervise");

        JsonNode counts = supervisor.get(ROOT + "/standing").json();
        JsonNode figure = StreamSupport.stream(counts.spliterator(), false)
                .filter(count -> count.path("organ").asText().equals("binjiangHousingBureau")
                        && count.path("stage").asText().equals("SIGNED_IN")
                        && count.path("lamp").asText().equals("GREEN"))
                .findFirst()
                .orElseThrow();
        assertThat(figure.path("name").asText()).isEqualTo("滨江区住房和城乡建设局");
        assertThat(figure.path("stageLabel").asText()).isEqualTo("已签收");
        String behind = ROOT + "/matters?organ=binjiangHousingBureau&stage=SIGNED_IN&lamp=GREEN";
        int listed = 0;
        boolean found = false;
        String cursor = "";
        do {
            JsonNode page = supervisor.get(behind + cursor).json();
            listed += page.path("rows").size();
            found |= page.path("rows").toString().contains(id.value());
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(listed).isEqualTo(figure.path("matters").asInt());
        assertThat(found).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"supervise,true", "leader,true", "binjiangSupervise,true", "handler,false", "intake,false"})
    @DisplayName("谁有看板，谁没有，人人可以问")
    void whoeverAsksIsToldWhetherThereIsABoardForHim(String officer, boolean open) {
        assertThat(WebSession.of(port, officer)
                        .get(ROOT + "/door")
                        .json()
                        .path("open")
                        .asBoolean())
                .isEqualTo(open);
        assertThat(WebSession.of(port, officer).get(ROOT + "/reader").status()).isEqualTo(open ? 200 : 403);
    }

    @Test
    @DisplayName("从一件事项到它的流程：市督查员可以，区督查员没有")
    void theCityIsLedToTheInstancesTheDistrictIsNot() {
        Time.is("2017-03-01"); // the oldest matter stands on the first page, whatever other tests left
        PetitionId id = Life.ofALetter().withTheHandler().id();

        String behind = "/camunda/api/huiyin/petitions/" + id.value() + "/instances";
        JsonNode instances = WebSession.of(port, "supervise").get(behind).json();
        assertThat(instances.get(0).path("model").asText()).isEqualTo("信访事项总流程");
        assertThat(instances.get(instances.size() - 1).path("model").asText()).isEqualTo("办理答复");
        WebSession district = WebSession.of(port, "binjiangSupervise");
        assertThat(district.get(behind).json().size()).isZero();
        assertThat(district.get(ROOT + "/reader")
                        .json()
                        .path("mayOpenInstances")
                        .asBoolean())
                .isFalse();
        assertThat(district.get(ROOT + "/matters").body()).contains(id.value());
        assertThat(WebSession.of(port, "qingpingSupervise")
                        .get(ROOT + "/matters")
                        .body())
                .doesNotContain(id.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reader", "/standing", "/flow?kind=CLASS&grain=DAY", "/workload", "/matters"})
    void whoIsNotLoggedInOrHasNoRightGetsNothing(String path) {
        assertThat(WebSession.anonymous(port).get(ROOT + path).status()).isEqualTo(401);
        WebSession.Answer handler = WebSession.of(port, "handler").get(ROOT + path);
        assertThat(handler.status() == 403 || handler.body().equals("[]"))
                .as(handler.toString())
                .isTrue();
    }

    @Test
    void aWrongQuestionIsAnsweredInWords() {
        WebSession supervisor = WebSession.of(port, "supervise");

        assertThat(supervisor.get(ROOT + "/flow?kind=MOON&grain=DAY").status()).isEqualTo(422);
        assertThat(supervisor.get(ROOT + "/standing?within=..%2Fx").status()).isEqualTo(422);
        assertThat(supervisor.get(ROOT + "/matters?cursor=x").status()).isEqualTo(422);
        assertThat(supervisor.get(ROOT + "/matters?returned=viele").status()).isEqualTo(400);
        assertThat(supervisor.get(ROOT + "/flow").status()).isEqualTo(400);
    }
}
