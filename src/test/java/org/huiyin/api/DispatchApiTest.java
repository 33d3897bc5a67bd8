package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("待办以外的分流转办接口：去向、协办、上交、反馈期限")
class DispatchApiTest {
    private static final String NOBODYS = "9901012026030201999999";

    @LocalServerPort
    int port;

    @Autowired
    Records records;

    @Test
    @DisplayName("每一次转送都在去向里，退回的也在；协办单位列在其后")
    void everyWayIsListedTheReturnedOnesToo() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();
        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));
        Desk.as("dispatch")
                .complete(petition, "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "属市政管网。"));
        Life.of(petition).forwardedTo("binjiangUrbanManagement");
        ask("dispatch", petition, helper("binjiangLiudiStreet", 7));

        JsonNode ways = get("dispatch", petition, "forwardings").json();

        assertThat(ways.path("forwardings").findValuesAsText("receiver"))
                .containsExactlyInAnyOrder("binjiangHousingBureau", "binjiangUrbanManagement");
        assertThat(ways.path("forwardings").findValuesAsText("state")).containsExactlyInAnyOrder("RETURNED", "WAITING");
        assertThat(ways.path("forwardings"))
                .allMatch(way -> way.path("kind").asText().equals("FORWARD")
                        && way.path("sender").asText().equals("cityPetitionBureau")
                        && way.path("feedbackDue").isNull()
                        && !way.path("number").asText().isEmpty());
        assertThat(ways.at("/helpers/0/organ").asText()).isEqualTo("binjiangLiudiStreet");
        assertThat(ways.at("/helpers/0/lead").asText()).isEqualTo("binjiangUrbanManagement");
        assertThat(ways.at("/helpers/0/due").asText()).isEqualTo(Petitions.day(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nanduDispatch", "qingpingLeader", "sealed", "analyst", "admin"})
    @DisplayName("无关的人读不到去向，什么也办不了，也不知道有没有这件事项")
    void aStrangerIsAnsweredAsIfItWereNotThere(String stranger) {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();

        for (PetitionId id : List.of(petition, new PetitionId(NOBODYS))) {
            assertThat(get(stranger, id, "forwardings").status())
                    .as("forwardings")
                    .isEqualTo(404);
            assertThat(ask(stranger, id, helper("binjiangUrbanManagement", 5)).status())
                    .as("helpers")
                    .isEqualTo(404);
            assertThat(post(stranger, id, "upward-leave", Map.of("reason", "同意。"))
                            .status())
                    .as("upward-leave")
                    .isEqualTo(404);
            assertThat(post(stranger, id, "feedback-extension", Map.of("due", Petitions.day(9), "reason", "等待鉴定"))
                            .status())
                    .as("feedback-extension")
                    .isEqualTo(404);
        }
        assertThat(Api.anonymous(port)
                        .get("/api/v1/petitions/" + petition.value() + "/forwardings")
                        .status())
                .isEqualTo(401);
        assertThat(records.journal(petition)).doesNotContain(JournalKind.HELPER_ASKED, JournalKind.UPWARD_ALLOWED);
    }

    @Test
    @DisplayName("被反映单位的人读不到去向，也不能请人协办")
    void whoIsSpokenAgainstIsAnsweredAsIfItWereNotThere() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();
        assertThat(get("head", petition, "forwardings").status()).isEqualTo(200);
        Answer named = post("dispatch", petition, "accused", Map.of("organ", "binjiangHousingBureau"));
        assertThat(named.status()).as(named.body()).isEqualTo(204);

        assertThat(get("head", petition, "forwardings").status()).isEqualTo(404);
        assertThat(ask("head", petition, helper("binjiangUrbanManagement", 5)).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("R5 主办单位的承办人请人协办，负责人和领导看得到、请不了")
    void theLeadAsksAndWhoeverOnlyReadsDoesNot() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();

        Answer asked = ask("handler", petition, helper("binjiangUrbanManagement", 5));

        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.json().path("organ").asText()).isEqualTo("binjiangUrbanManagement");
        assertThat(records.entry(petition, JournalKind.HELPER_ASKED).actor()).isEqualTo(Petitions.HANDLER);
        for (String reader : List.of("head", "binjiangLeader", "leader", "supervise")) {
            assertThat(get(reader, petition, "forwardings").status()).as(reader).isEqualTo(200);
            assertThat(ask(reader, petition, helper("binjiangLiudiStreet", 5)).status())
                    .as(reader)
                    .isEqualTo(403);
        }
        assertThat(get("handler", petition, "forwardings").json().path("helpers"))
                .hasSize(1);
    }

    @Test
    @DisplayName("R5 填错的协办请求指出是请求里的哪一项")
    void aWrongHelperNamesTheFieldOfTheRequest() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();

        assertField(ask("handler", petition, Map.of("due", Petitions.day(5), "asked", "查明产权。")), "organ");
        assertField(ask("handler", petition, helper("no organ", 5)), "organ");
        assertField(ask("handler", petition, helper("binjiangHousingBureau", 5)), "organ");
        assertField(ask("handler", petition, helper("cityDiscipline", 5)), "organ");
        assertField(ask("handler", petition, helper("binjiangUrbanManagement", 0)), "due");
        assertField(ask("handler", petition, Map.of("organ", "binjiangUrbanManagement", "asked", "查明产权。")), "due");
        assertField(
                ask("handler", petition, Map.of("organ", "binjiangUrbanManagement", "due", Petitions.day(5))), "asked");
        PetitionId unsent = Life.ofALetter().sorted().id();
        Answer alone = ask("dispatch", unsent, helper("binjiangUrbanManagement", 5));
        assertField(alone, "organ");
        assertThat(alone.body()).contains("还没有主办单位");
        assertThat(records.journal(petition)).doesNotContain(JournalKind.HELPER_ASKED);
    }

    @Test
    @DisplayName("R35 上级机关领导同意上交并写明理由，之后的异议可以建议上级")
    void aSuperiorGivesLeave() {
        PetitionId petition = aboutTheManagementOfTheEstate();

        Answer leave = post("binjiangLeader", petition, "upward-leave", Map.of("reason", "涉及全市维修资金政策。"));

        assertThat(leave.status()).as(leave.body()).isEqualTo(204);
        assertThat(records.entry(petition, JournalKind.UPWARD_ALLOWED).typed()).contains("涉及全市维修资金政策。");
        Desk.as("handler").complete(petition, "signIn", Typed.objection("cityHousingBureau"));
        assertField(post("binjiangLeader", petition, "upward-leave", Map.of("reason", "再次同意。")), "organ");
    }

    @Test
    @DisplayName("R35 没有理由的不成立；本单位和转送单位的人不能同意")
    void leaveIsNotGivenWithoutAReasonNorByOneself() {
        PetitionId petition = aboutTheManagementOfTheEstate();

        assertField(post("binjiangLeader", petition, "upward-leave", Map.of()), "reason");
        for (String other : List.of("handler", "head", "dispatch", "intake", "nanduLeader", "cityTaxHead")) {
            assertThat(post(other, petition, "upward-leave", Map.of("reason", "同意。"))
                            .status())
                    .as(other)
                    .isIn(403, 404);
        }
        assertThat(records.journal(petition)).doesNotContain(JournalKind.UPWARD_ALLOWED);
    }

    @Test
    @DisplayName("D11 交办机关同意延长反馈期限，期限移到新的一天")
    void whoeverAssignedGrantsALaterDate() {
        Time.is("2026-03-02");
        PetitionId petition = assigned("2026-04-10");
        assertThat(get("dispatch", petition, "forwardings")
                        .json()
                        .at("/forwardings/0/feedbackDue")
                        .asText())
                .isEqualTo("2026-04-10");

        Answer later = post("dispatch", petition, "feedback-extension", Map.of("due", "2026-04-20", "reason", "等待鉴定"));

        assertThat(later.status()).as(later.body()).isEqualTo(204);
        assertThat(records.clock(petition, ClockKind.D11).rawDue()).isEqualTo("2026-04-20");
        assertThat(records.entry(petition, JournalKind.CLOCK_EXTENDED).typed()).contains("等待鉴定");
    }

    @Test
    @DisplayName("D11 承办单位自己不能延长；提前、超出法定上限、没有理由和没有交办的都被拒绝，并指出是哪一项")
    void nobodyElseGrantsItAndTheDateIsWithinTheLaw() {
        Time.is("2026-03-02");
        PetitionId petition = assigned("2026-04-10");

        for (String other : List.of("handler", "head", "binjiangLeader", "leader")) {
            Answer refused = post(other, petition, "feedback-extension", Map.of("due", "2026-04-20", "reason", "等待鉴定"));
            assertThat(refused.status()).as(other).isIn(400, 403);
            assertThat(refused.body()).as(other).contains("只有该机关可以同意延长");
        }
        assertField(extension(petition, Map.of("due", "2026-04-09", "reason", "等待鉴定")), "due");
        assertField(extension(petition, Map.of("due", "2026-06-16", "reason", "等待鉴定")), "due");
        assertField(extension(petition, Map.of("due", "2026-03-02", "reason", "等待鉴定")), "due");
        assertField(extension(petition, Map.of("reason", "等待鉴定")), "due");
        assertField(extension(petition, Map.of("due", "2026-04-20")), "reason");
        assertThat(records.clock(petition, ClockKind.D11).rawDue()).isEqualTo("2026-04-10");

        PetitionId forwarded = Life.ofALetter().sorted().forwarded().id();
        Answer none = extension(forwarded, Map.of("due", "2026-04-20", "reason", "等待鉴定"));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("本件没有");
    }

    private Answer extension(PetitionId petition, Map<String, Object> body) {
        return post("dispatch", petition, "feedback-extension", body);
    }

    private Answer ask(String officer, PetitionId petition, Map<String, Object> body) {
        return post(officer, petition, "helpers", body);
    }

    private Answer get(String officer, PetitionId petition, String what) {
        return Api.as(port, officer).get("/api/v1/petitions/" + petition.value() + "/" + what);
    }

    private Answer post(String officer, PetitionId petition, String what, Map<String, Object> body) {
        return Api.as(port, officer).post("/api/v1/petitions/" + petition.value() + "/" + what, body);
    }

    private static Map<String, Object> helper(String organ, int days) {
        return Map.of("organ", organ, "due", Petitions.day(days), "asked", "查明管道产权。");
    }

    private static void assertField(Answer refused, String field) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText())
                .as(refused.body())
                .isEqualTo(field);
    }

    private static PetitionId assigned(String feedbackDue) {
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
                                feedbackDue));
        return petition;
    }

    private static PetitionId aboutTheManagementOfTheEstate() {
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
