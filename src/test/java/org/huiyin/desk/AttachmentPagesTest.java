package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.SampleFiles;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attachments beside the form: who may bring, open and withdraw them, and how they leave the server. */
@HuiyinTest
class AttachmentPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Journal journal;

    @Test
    @DisplayName("第二十一条：登记还没有完成，扫描件已可以上传和查看")
    void theStarterBringsTheScanWhileTheRegistrationIsOpen() {
        PetitionId draft = Desk.as("intake").receive(Channel.LETTER);
        WebSession intake = WebSession.of(port, "intake");

        WebSession.Answer added = bring(intake, draft, SampleFiles.scan("jpg"), "周明远来信.jpg");

        assertThat(added.status()).isEqualTo(200);
        JsonNode line = added.json().path("lines").path(0);
        assertThat(line.path("name").asText()).isEqualTo("周明远来信.jpg");
        assertThat(line.path("type").asText()).isEqualTo("JPEG 图片");
        assertThat(line.path("state").asText()).isEqualTo("未查毒");
        assertThat(intake.get(address(draft) + "/1").status()).isEqualTo(200);
        assertThat(journal.of(draft))
                .extracting(JournalEntry::kind)
                .contains(JournalKind.ATTACHMENT_ADDED, JournalKind.ATTACHMENT_VIEWED);
    }

    @Test
    void whatLeavesRunsNothingAndNamesNobody() {
        PetitionId petition = Life.ofALetter().id();
        WebSession intake = WebSession.of(port, "intake");
        bring(intake, petition, SampleFiles.scan("png"), "周明远.png");
        bring(intake, petition, SampleFiles.pdf(), "周明远.pdf");
        bring(intake, petition, SampleFiles.docx(), "周明远.docx");

        HttpHeaders image = intake.headersOf(address(petition) + "/1");
        HttpHeaders pdf = intake.headersOf(address(petition) + "/2");
        HttpHeaders word = intake.headersOf(address(petition) + "/3");

        assertThat(image.allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("default-src 'none'", "sandbox")
                        .doesNotContain("script-src"));
        assertThat(pdf.allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("script-src"));
        assertThat(image.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(image.firstValue("Content-Type")).contains("image/png");
        assertThat(image.firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline")
                .contains(petition.value() + "-1.png");
        assertThat(word.firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(Map.of("image", image, "word", word).toString()).doesNotContain("周明远");
        assertThat(image.firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest(name = "{0}：上传 {1}，打开 {2}")
    @DisplayName("谁能上传、谁能打开，每种角色都试")
    @CsvSource({
        "intake,            200, 200",
        "intakeTwo,         200, 200",
        "dispatch,          200, 200",
        "handler,           200, 200",
        "reviewer,          200, 200",
        "head,              403, 200",
        "supervise,         403, 200",
        "leader,            403, 403",
        "sealed,            404, 404",
        "discipline,        404, 404",
        "admin,             404, 404",
        "binjiangUrbanManagementHandler, 404, 404"
    })
    void everyRoleHasItsRightsAndNoOther(String officer, int adds, int opens) {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        bring(WebSession.of(port, "intake"), petition, SampleFiles.pdf(), "材料.pdf");
        WebSession session = WebSession.of(port, officer);

        assertThat(session.get(address(petition) + "/1").status()).isEqualTo(opens);
        assertThat(bring(session, petition, SampleFiles.scan("png"), "照片.png").status())
                .isEqualTo(adds);
        assertThat(session.post(address(petition) + "/1/withdrawal", "{\"reason\":\"扫描错页\"}")
                        .status())
                .isEqualTo(adds);
    }

    @Test
    void whoeverMayNotOpenDoesNotReadTheNameEither() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        bring(WebSession.of(port, "intake"), petition, SampleFiles.pdf(), "周明远材料.pdf");

        JsonNode page = WebSession.of(port, "leader").get(address(petition)).json();

        assertThat(page.path("lines").path(0).path("name").asText()).isEmpty();
        assertThat(page.path("lines").path(0).path("opens").asBoolean()).isFalse();
        assertThat(page.path("mayAdd").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("第三十条：检举控告件的附件只有专办人员能看")
    void aSealedMatterKeepsItsAttachmentsToItsCircle() {
        PetitionId petition = Life.ofALetter().id();
        bring(WebSession.of(port, "intake"), petition, SampleFiles.pdf(), "检举材料.pdf");
        Desk.as("dispatch").complete(petition, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        assertThat(WebSession.of(port, "intake").get(address(petition) + "/1").status())
                .isEqualTo(404);
        assertThat(WebSession.of(port, "dispatch").get(address(petition)).status())
                .isEqualTo(404);
        assertThat(WebSession.of(port, "sealed").get(address(petition) + "/1").status())
                .isEqualTo(200);
        assertThat(bring(WebSession.of(port, "sealed"), petition, SampleFiles.scan("png"), "补充.png")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyBringsAFileUnaskedAndWhatIsRefusedSaysWhy() {
        PetitionId petition = Life.ofALetter().id();
        WebSession intake = WebSession.of(port, "intake");

        WebSession.Answer nobody = bring(WebSession.anonymous(port), petition, SampleFiles.pdf(), "材料.pdf");
        WebSession.Answer program = bring(intake, petition, SampleFiles.executable(), "来信扫描件.pdf");
        WebSession.Answer tooLarge = bring(intake, petition, SampleFiles.bigPhoto(20 * 1024 * 1024 + 1), "照片.jpg");
        WebSession.Answer noKind = intake.upload(address(petition), SampleFiles.pdf(), "X-File-Name", "a.pdf");
        WebSession.Answer missing = intake.get(address(petition) + "/7");

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(program.status()).isEqualTo(422);
        assertThat(program.json().path("detail").asText()).contains("可执行程序");
        assertThat(tooLarge.status()).isEqualTo(422);
        assertThat(tooLarge.json().path("detail").asText()).contains("超过20 MB");
        assertThat(noKind.json().path("detail").asText()).contains("附件类别");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(intake.get(address(petition)).json().path("lines")).isEmpty();
    }

    private static WebSession.Answer bring(WebSession session, PetitionId petition, byte[] file, String name) {
        return session.upload(
                address(petition),
                file,
                "X-File-Name",
                URLEncoder.encode(name, StandardCharsets.UTF_8),
                "X-Attachment-Kind",
                "SCAN");
    }

    private static String address(PetitionId petition) {
        return "/camunda/api/huiyin/petitions/" + petition + "/attachments";
    }
}
