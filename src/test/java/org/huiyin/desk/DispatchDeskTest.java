package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.huiyin.testkit.WebSession.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("案卷里的上交报请和反馈期限：只有可以办的人看得到按钮")
class DispatchDeskTest {
    @LocalServerPort
    int port;

    @Autowired
    Records records;

    @Test
    @DisplayName("D11 交办机关看得到延长反馈期限的按钮和最晚日期，承办单位看不到")
    void whoeverAssignedPutsTheFeedbackOff() {
        PetitionId petition = Life.ofALetter().sorted().id();
        Desk.as("dispatch")
                .complete(
                        petition,
                        "forwardPetition",
                        with(
                                Typed.forwardTo("binjiangHousingBureau"),
                                "transferKind",
                                "ASSIGN",
                                "feedbackDue",
                                Petitions.day(20)));
        WebSession dispatcher = WebSession.of(port, "dispatch");
        assertThat(page(dispatcher, petition).path("laterThan").asText()).isEqualTo(Petitions.day(20));
        assertThat(page(dispatcher, petition).path("latest").asText()).isGreaterThan(Petitions.day(60));
        assertThat(page(WebSession.of(port, "head"), petition).path("laterThan").asText())
                .isEmpty();
        assertThat(post(
                                WebSession.of(port, "head"),
                                petition,
                                "feedback",
                                "{\"due\":\"" + Petitions.day(30) + "\",\"reason\":\"等待鉴定\"}")
                        .status())
                .isEqualTo(422);

        Answer later =
                post(dispatcher, petition, "feedback", "{\"due\":\"" + Petitions.day(30) + "\",\"reason\":\"等待鉴定\"}");

        assertThat(later.status()).as(later.body()).isEqualTo(200);
        assertThat(later.json().path("laterThan").asText()).isEqualTo(Petitions.day(30));
        assertThat(records.clock(petition, ClockKind.D11).rawDue()).isEqualTo(Petitions.day(30));
    }

    @Test
    @DisplayName("R35 责任单位报请，区领导在待办里同意；报请人看得到结果，别人没有按钮")
    void theOrganAsksForLeaveAndTheSuperiorGivesIt() {
        PetitionId petition = aboutTheEstate();
        WebSession handler = WebSession.of(port, "handler");
        Desk.as("handler").claim(petition, "signIn");
        assertThat(values(page(handler, petition), "superiors")).contains("binjiangGovernment", "cityHousingBureau");
        for (String other : List.of("dispatch", "binjiangLeader", "supervise")) {
            assertThat(page(WebSession.of(port, other), petition).path("superiors"))
                    .as(other)
                    .isEmpty();
            assertThat(post(WebSession.of(port, other), petition, "leave-requests", leave("binjiangGovernment"))
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }

        Answer asked = post(handler, petition, "leave-requests", leave("binjiangGovernment"));

        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.json().path("leaves").get(0).asText()).contains("等待上级决定");
        assertThat(asked.json().path("superiors")).isEmpty();
        assertThat(page(WebSession.of(port, "binjiangLeader"), petition)
                        .path("mayGrant")
                        .asBoolean())
                .isTrue();
        assertThat(page(handler, petition).path("mayGrant").asBoolean()).isFalse();
        assertThat(post(handler, petition, "leave", "{\"reason\":\"自己同意\"}").status())
                .isEqualTo(403);

        Answer granted = post(WebSession.of(port, "binjiangLeader"), petition, "leave", "{\"reason\":\"涉及全市政策\"}");

        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        assertThat(granted.json().path("leaves").get(0).asText()).contains("上级已同意。理由：涉及全市政策");
        assertThat(Desk.as("binjiangLeader").sees(petition)).isEmpty();
        Desk.as("handler").complete(petition, "signIn", Typed.objection("cityHousingBureau"));
        assertThat(records.isOver(petition, "upwardLeave")).isTrue();
    }

    @Test
    @DisplayName("填错的用中文指出，没有关系的人像没有这件事项")
    void wrongEntriesAreNamedAndStrangersFindNothing() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        WebSession handler = WebSession.of(port, "handler");

        assertThat(post(handler, petition, "feedback", "{}")
                        .json()
                        .path("detail")
                        .asText())
                .contains("延长后的反馈期限");
        assertThat(post(handler, petition, "leave-requests", "{}")
                        .json()
                        .path("detail")
                        .asText())
                .contains("报请的上级机关");
        assertThat(post(handler, petition, "leave-requests", leave("binjiangGovernment"))
                        .json()
                        .path("detail")
                        .asText())
                .contains("已经签收");
        WebSession stranger = WebSession.of(port, "qingpingLeader");
        assertThat(stranger.get(path(petition)).status()).isEqualTo(404);
        Map.of(
                        "feedback",
                        "{\"due\":\"" + Petitions.day(5) + "\",\"reason\":\"等待鉴定\"}",
                        "leave-requests",
                        leave("binjiangGovernment"),
                        "leave",
                        "{\"reason\":\"同意\"}")
                .forEach((what, body) -> assertThat(
                                post(stranger, petition, what, body).status())
                        .as(what)
                        .isEqualTo(404));
        assertThat(handler.postWithoutToken(path(petition) + "/leave-requests", leave("binjiangGovernment"))
                        .status())
                .isEqualTo(403);
        assertThat(records.journal(petition)).doesNotContain(JournalKind.UPWARD_ASKED);
    }

    private static String path(PetitionId petition) {
        return "/camunda/api/huiyin/petitions/" + petition.value() + "/dispatch";
    }

    private static JsonNode page(WebSession session, PetitionId petition) {
        Answer answer = session.get(path(petition));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Answer post(WebSession session, PetitionId petition, String what, String json) {
        return session.post(path(petition) + "/" + what, json);
    }

    private static List<String> values(JsonNode page, String list) {
        return page.path(list).findValuesAsText("value");
    }

    private static String leave(String superior) {
        return "{\"superior\":\"" + superior + "\",\"reason\":\"涉及全市维修资金政策\"}";
    }

    private static PetitionId aboutTheEstate() {
        return Life.ofALetter(with(
                        Typed.letter(),
                        "subject",
                        "城乡建设",
                        "title",
                        "物业管理混乱",
                        "content",
                        "小区物业管理混乱，请求查处。",
                        "place",
                        "滨江区柳堤街道"))
                .sorted()
                .forwarded()
                .id();
    }
}
