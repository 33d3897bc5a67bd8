package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.SampleFiles;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("R36 案卷里的协办意见")
class ContributionPagesTest {
    private static final String HELPER = "binjiangUrbanManagementHandler";

    @LocalServerPort
    int port;

    @Test
    @DisplayName("主办承办人请求、调整、撤回；负责人和分流员看得到")
    void theLeadAsksChangesAndWithdraws() {
        PetitionId petition = withTheHandler();
        WebSession handler = WebSession.of(port, "handler");
        assertThat(page(handler, petition).path("mayAsk").asBoolean()).isTrue();
        assertThat(page(handler, petition).path("organs").findValuesAsText("value"))
                .contains("binjiangUrbanManagement")
                .doesNotContain("binjiangHousingBureau");

        assertThat(handler.post(path(petition), order(5)).status()).isEqualTo(200);
        JsonNode line = page(handler, petition).path("lines").get(0);
        assertThat(line.path("organ").asText()).isEqualTo("滨江区城市管理局");
        assertThat(line.path("stateLabel").asText()).isEqualTo("待复");
        assertThat(line.path("mayChange").asBoolean()).isTrue();
        String request = path(petition) + "/" + line.path("id").asLong();

        assertThat(handler.post(request + "/due", "{\"due\":\"" + Petitions.day(9) + "\",\"reason\":\"需要勘查\"}")
                        .status())
                .isEqualTo(200);
        assertThat(page(handler, petition).path("lines").get(0).path("dueDay").asText())
                .isEqualTo(Petitions.day(9));
        JsonNode atHead = page(WebSession.of(port, "head"), petition);
        assertThat(atHead.path("lines")).hasSize(1);
        assertThat(atHead.path("mayAsk").asBoolean()).isFalse();

        assertThat(handler.post(request + "/withdrawal", "{\"reason\":\"已经查明\"}")
                        .status())
                .isEqualTo(200);
        assertThat(page(handler, petition)
                        .path("lines")
                        .get(0)
                        .path("withdrawn")
                        .asText())
                .contains("已经查明");
    }

    @Test
    @DisplayName("协办单位看得到事项和对本单位的请求，看不到意见稿、文书、办理经过和对别人的请求")
    void theHelperSeesTheFactsAndItsOwnRequest() {
        PetitionId petition = withTheHandler();
        WebSession handler = WebSession.of(port, "handler");
        handler.post(path(petition), order(5));
        handler.post(path(petition), order(5).replace("binjiangUrbanManagement", "binjiangLiudiStreet"));
        Life.of(petition).drafted();
        WebSession helper = WebSession.of(port, HELPER);

        assertThat(page(helper, petition).path("lines"))
                .as("before it is taken")
                .hasSize(1);
        Desk.as(HELPER).claim(petition, "giveContribution");
        String task = Desk.as(HELPER).task(petition, "giveContribution").getId();
        JsonNode file =
                helper.get("/camunda/api/huiyin/tasks/" + task + "/case").json();

        assertThat(file.path("letter").path("content").asText()).isNotEmpty();
        assertThat(file.path("drafts")).isEmpty();
        assertThat(file.path("papers")).isEmpty();
        assertThat(file.path("journal")).isEmpty();
        assertThat(file.path("mayUnmask").asBoolean()).isFalse();
        assertThat(file.path("mayPrintReceipt").asBoolean()).isFalse();
        assertThat(page(helper, petition).path("lines")).hasSize(1);
        assertThat(page(helper, petition).path("mayAsk").asBoolean()).isFalse();
        assertThat(page(handler, petition).path("lines")).hasSize(2);
        assertThat(handler.get("/camunda/api/huiyin/petitions/" + petition.value() + "/case")
                        .json()
                        .path("journal"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("协办的待办不给别的权利：不能看完整信息、打开文书、改期限、撤回")
    void theTaskOfAHelperGivesNoOtherRight() {
        PetitionId petition = withTheHandler();
        WebSession.of(port, "handler").post(path(petition), order(5));
        Desk.as(HELPER).claim(petition, "giveContribution");
        WebSession helper = WebSession.of(port, HELPER);
        long request = page(helper, petition).path("lines").get(0).path("id").asLong();
        String root = "/camunda/api/huiyin/petitions/" + petition.value();
        JsonNode papers =
                WebSession.of(port, "handler").get(root + "/case").json().path("papers");

        assertThat(helper.post(root + "/unmask", "{\"reason\":\"想看看\"}").status())
                .isEqualTo(403);
        assertThat(helper.post(path(petition) + "/" + request + "/withdrawal", "{\"reason\":\"不想办\"}")
                        .status())
                .isEqualTo(403);
        assertThat(helper.post(path(petition), order(3)).status()).isEqualTo(403);
        assertThat(papers).isNotEmpty();
        papers.forEach(paper -> assertThat(helper.get(
                                "/camunda/api/huiyin/papers/" + paper.path("id").asText())
                        .status())
                .isEqualTo(403));

        Desk.as(HELPER).complete(petition, "giveContribution", Map.of("contribution", "与本单位职责无关。"));
        assertThat(helper.get(path(petition)).status())
                .as("whoever has answered has nothing more to do with it")
                .isEqualTo(404);
        assertThat(helper.get(root + "/case").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qingpingLeader", "sealed", "binjiangLiudiHandler"})
    @DisplayName("与事项无关的人看不到协办")
    void whoHasNothingToDoWithItSeesNothing(String stranger) {
        PetitionId petition = withTheHandler();
        WebSession.of(port, "handler").post(path(petition), order(5));
        WebSession session = WebSession.of(port, stranger);

        assertThat(session.get(path(petition)).status()).isEqualTo(404);
        assertThat(session.post(path(petition), order(5)).status()).isIn(403, 404);
    }

    @Test
    @DisplayName("填错的逐项说明，什么也不留下")
    void aWrongEntryIsAnsweredInWords() {
        PetitionId petition = withTheHandler();
        WebSession handler = WebSession.of(port, "handler");

        for (String bad : List.of(
                "{}",
                order(0),
                order(5).replace("binjiangUrbanManagement", "noSuchOrgan"),
                order(5).replace("binjiangUrbanManagement", "binjiangHousingBureau"),
                order(5).replace(Petitions.day(5), "明天"),
                order(5).replace("查明管道产权。", "  "))) {
            WebSession.Answer answer = handler.post(path(petition), bad);
            assertThat(answer.status()).as(bad).isEqualTo(422);
            assertThat(answer.json().path("detail").asText()).as(bad).contains("协办");
        }
        assertThat(page(handler, petition).path("lines")).isEmpty();
    }

    @Test
    @DisplayName("要求保密的，协办单位不知道信访人是谁")
    void whoAskedForSecrecyIsNotShownToAHelper() {
        PetitionId petition = Life.ofALetter(Typed.with(Typed.letter(), "confidential", true))
                .withTheHandler()
                .id();
        WebSession.of(port, "handler").post(path(petition), order(5));
        Desk.as(HELPER).claim(petition, "giveContribution");
        WebSession helper = WebSession.of(port, HELPER);

        assertThat(helper.get("/camunda/api/huiyin/petitions/" + petition.value() + "/case")
                        .json()
                        .path("mayUnmask")
                        .asBoolean())
                .isFalse();
        assertThat(helper.post("/camunda/api/huiyin/petitions/" + petition.value() + "/unmask", "{\"reason\":\"想看看\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("要求保密的，协办单位打不开写着姓名的附件，也看不到文件名；自己的材料照样可以交")
    void aHelperOpensNoScanOfWhoAskedForSecrecy() {
        PetitionId secret = Life.ofALetter(Typed.with(Typed.letter(), "confidential", true))
                .withTheHandler()
                .id();
        PetitionId open = withTheHandler();
        WebSession helper = WebSession.of(port, HELPER);
        Api api = Api.as(port, HELPER);
        for (PetitionId petition : List.of(secret, open)) {
            upload(WebSession.of(port, "intake"), petition, "letter.pdf");
            WebSession.of(port, "handler").post(path(petition), order(5));
            Desk.as(HELPER).claim(petition, "giveContribution");
        }

        assertThat(helper.get(attachments(secret) + "/1").status()).isEqualTo(403);
        assertThat(helper.get(attachments(secret)).body()).doesNotContain("letter.pdf");
        assertThat(api.get("/api/v1/petitions/" + secret + "/attachments/1").status())
                .isEqualTo(403);
        assertThat(api.get("/api/v1/petitions/" + secret + "/attachments").body())
                .doesNotContain("letter.pdf");
        assertThat(upload(helper, secret, "finding.pdf").status()).isEqualTo(200);
        assertThat(helper.get(attachments(open) + "/1").status())
                .as("what shows the facts of an open matter")
                .isEqualTo(200);
        assertThat(WebSession.of(port, "handler")
                        .get(attachments(secret) + "/1")
                        .status())
                .as("handles it")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("要求保密的，也不让协办单位按电话找到同一人的其他来件")
    void aHelperFindsNoOtherMatterByThePersonOfASecretOne() {
        String phone = "13900004477";
        PetitionId known = Life.ofALetterToTheHousingBureau(
                        Typed.with(Typed.letter(), "phone", phone, "title", "请求核实工资发放", "content", "工资已有三个月没有发放。"))
                .id();
        PetitionId secret = Life.ofALetter(Typed.with(Typed.letter(), "confidential", true, "phone", phone))
                .sorted()
                .forwardedTo("binjiangUrbanManagement")
                .id();
        Desk lead = Desk.as(HELPER);
        lead.complete(secret, "signIn", Typed.signIn(HELPER));
        WebSession.of(port, HELPER)
                .post(path(secret), order(5).replace("binjiangUrbanManagement", "binjiangHousingBureau"));
        Desk.as("handler").claim(secret, "giveContribution");

        JsonNode section = WebSession.of(port, "handler")
                .get("/camunda/api/huiyin/petitions/" + secret + "/same-matter")
                .json();

        assertThat(section.path("candidates").findValuesAsText("number")).doesNotContain(known.value());
    }

    private static WebSession.Answer upload(WebSession session, PetitionId petition, String name) {
        return session.upload(
                attachments(petition), SampleFiles.pdf(), "X-File-Name", name, "X-Attachment-Kind", "SCAN");
    }

    private static String attachments(PetitionId petition) {
        return "/camunda/api/huiyin/petitions/" + petition + "/attachments";
    }

    private PetitionId withTheHandler() {
        return Life.ofALetter().withTheHandler().accepted().id();
    }

    private static String order(int days) {
        return "{\"organ\":\"binjiangUrbanManagement\",\"due\":\"" + Petitions.day(days) + "\",\"asked\":\"查明管道产权。\"}";
    }

    private static String path(PetitionId petition) {
        return "/camunda/api/huiyin/petitions/" + petition.value() + "/contributions";
    }

    private static JsonNode page(WebSession session, PetitionId petition) {
        return session.get(path(petition)).json();
    }
}
