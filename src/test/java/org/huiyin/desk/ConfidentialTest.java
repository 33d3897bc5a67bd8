package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.SampleFiles;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("要求保密：身份只有登记人和经办人可以看到")
class ConfidentialTest {
    private static final String ROOT = "/camunda/api/huiyin/petitions/";
    private static final String REASON = "{\"reason\":\"核对联系方式\"}";
    private static final String NAME = "苍无名";

    @LocalServerPort
    int port;

    @Autowired
    Records records;

    @Test
    @DisplayName("匿名与保密是两回事：保密件登记了姓名，但连姓氏也不显示")
    void notEvenTheFamilyNameIsShown() {
        PetitionId letter = secret();

        JsonNode file = file("dispatch", letter).json();

        assertThat(file.path("people").get(0).path("name").asText()).isEqualTo("（要求保密）");
        assertThat(file.toString()).doesNotContain(NAME).doesNotContain("苍").doesNotContain("13900001234");
    }

    @Test
    void aRightOverTheOrganIsNotEnoughToSeeThePerson() {
        PetitionId letter = secret();

        assertThat(unmask("intake", letter).status()).as("took it in").isEqualTo(200);
        assertThat(unmask("dispatch", letter).status())
                .as("same bureau, has not taken it")
                .isEqualTo(403);
        assertThat(unmask("supervise", letter).status())
                .as("right over the whole city")
                .isEqualTo(403);
        assertThat(file("supervise", letter).json().path("mayUnmask").asBoolean())
                .isFalse();

        Desk.as("dispatch").claim(letter, "decideClass");
        WebSession.Answer named = unmask("dispatch", letter);
        assertThat(named.status()).as("has it in hand").isEqualTo(200);
        assertThat(named.json().at("/people/0/name").asText()).isEqualTo(NAME);
    }

    @Test
    void whoeverHandsTheTaskOnSeesThePersonNoLonger() {
        PetitionId letter = secret();
        Life.of(letter).sorted().forwarded().signedIn();

        assertThat(unmask("dispatch", letter).status()).isEqualTo(403);
        assertThat(unmask("handler", letter).status()).isEqualTo(200);
        assertThat(unmask("head", letter).status())
                .as("head of the same organ, nothing in hand")
                .isEqualTo(403);
    }

    @Test
    void aPaperThatNamesHimIsOpenedByTheSamePeople() {
        PetitionId letter = secret();
        Life.of(letter).sorted().forwarded().signedIn().accepted();
        String paper = "/camunda/api/huiyin/papers/"
                + records.paper(letter, PaperKind.ACCEPTANCE_NOTICE).id().value();
        String forwarding = "/camunda/api/huiyin/papers/"
                + records.paper(letter, PaperKind.FORWARDING_LETTER).id().value();

        assertThat(WebSession.of(port, "handler").get(paper).body()).contains(NAME);
        WebSession.Answer refused = WebSession.of(port, "head").get(paper);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain(NAME);
        assertThat(WebSession.of(port, "head").get(forwarding).body()).doesNotContain(NAME);
    }

    @Test
    void aReceiptThatNamesHimIsPrintedByThemToo() {
        PetitionId letter = secret();

        assertThat(WebSession.of(port, "intakeTwo")
                        .post(ROOT + letter.value() + "/registration-receipt", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(WebSession.of(port, "intake")
                        .post(ROOT + letter.value() + "/registration-receipt", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("扫描的原信写着姓名，也只有登记人和经办人能打开，别人连文件名也看不到")
    void theScanOfHisLetterIsOpenedByTheSamePeople() {
        PetitionId letter = secret();
        String address = ROOT + letter.value() + "/attachments";
        WebSession intake = WebSession.of(port, "intake");
        intake.upload(address, SampleFiles.pdf(), "X-File-Name", "letter.pdf", "X-Attachment-Kind", "SCAN");
        assertThat(intake.get(address).json().path("lines")).hasSize(1);
        assertThat(intake.get(address + "/1").status()).isEqualTo(200);

        for (String colleague : List.of("intakeTwo", "supervise", "dispatch")) {
            WebSession other = WebSession.of(port, colleague);
            assertThat(other.get(address).body()).as(colleague).doesNotContain("letter.pdf");
            assertThat(other.get(address + "/1").status()).as(colleague).isEqualTo(403);
            assertThat(Api.as(port, colleague)
                            .get("/api/v1/petitions/" + letter.value() + "/attachments/1")
                            .status())
                    .as(colleague)
                    .isIn(403, 404);
        }
        Desk.as("dispatch").claim(letter, "decideClass");
        assertThat(WebSession.of(port, "dispatch").get(address + "/1").status())
                .as("has it in hand")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("按姓名、电话查找，也只有登记人和经办人找得到")
    void aSearchByNameOrTelephoneDoesNotFindHim() {
        PetitionId letter = secret();

        assertThat(found("supervise", Map.of("name", NAME))).doesNotContain(letter.value());
        assertThat(found("supervise", Map.of("phone", Typed.PHONE))).doesNotContain(letter.value());
        assertThat(found("supervise", Map.of("number", letter.value()))).contains(letter.value());
        assertThat(found("intake", Map.of("name", NAME))).contains(letter.value());
    }

    @Test
    void theInterfaceShowsNoMore() {
        PetitionId letter = secret();

        String file = Api.as(port, "supervise")
                .get("/api/v1/petitions/" + letter.value())
                .body();

        assertThat(file).contains("（要求保密）").doesNotContain(NAME).doesNotContain("1234");
    }

    private PetitionId secret() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake")
                .complete(letter, "registerLetter", with(Typed.letter(), "petitionerName", NAME, "confidential", true));
        return letter;
    }

    private WebSession.Answer file(String reader, PetitionId id) {
        return WebSession.of(port, reader).get(ROOT + id.value() + "/case");
    }

    private WebSession.Answer unmask(String reader, PetitionId id) {
        return WebSession.of(port, reader).post(ROOT + id.value() + "/unmask", REASON);
    }

    private String found(String reader, Map<String, String> what) {
        return Api.as(port, reader).post("/api/v1/petitions/search", what).body();
    }
}
