package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code /api/v1/petitions/{number}/attachments}: list, upload, content. */
@HuiyinTest
class AttachmentsApiTest {
    @LocalServerPort
    int port;

    private final PetitionId petition = Life.ofALetter().withTheHandler().id();
    private final String path = "/api/v1/petitions/" + petition + "/attachments";

    @Test
    void aFileIsUploadedListedAndRead() {
        Api handler = Api.as(port, "handler");

        Api.Answer added = handler.upload(path + "?kind=HANDLING_MATERIAL", "record.txt", SampleFiles.text("现场勘查记录"));
        Api.Answer listed = handler.get(path);
        Api.Answer content = handler.get(path + "/1");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(path + "/1");
        assertThat(listed.json().path(0).path("kind").asText()).isEqualTo("HANDLING_MATERIAL");
        assertThat(listed.json().path(0).path("fileName").asText()).isEqualTo("record.txt");
        assertThat(content.body()).isEqualTo("现场勘查记录");
        assertThat(content.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(content.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy).contains("sandbox"));
        assertThat(content.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(handler.get("/api/v1/petitions/" + petition + "/journal").body())
                .contains("ATTACHMENT_ADDED", "ATTACHMENT_VIEWED", "调查办理材料")
                .doesNotContain("record.txt");
    }

    @Test
    void rightsAreThoseOfTheCaseFile() {
        Api.as(port, "handler").upload(path, "a.pdf", SampleFiles.pdf());

        assertThat(Api.anonymous(port).get(path).status()).isEqualTo(401);
        assertThat(Api.as(port, "binjiangUrbanManagementHandler").get(path).status())
                .isEqualTo(404);
        assertThat(List.of("analyst", "operator", "admin", "sealed"))
                .allSatisfy(officer ->
                        assertThat(Api.as(port, officer).get(path).status()).isEqualTo(404));
        assertThat(Api.as(port, "leader")
                        .get(path)
                        .json()
                        .path(0)
                        .path("fileName")
                        .asText(""))
                .isIn("", "null");
        assertThat(Api.as(port, "leader").get(path + "/1").status()).isEqualTo(403);
        assertThat(Api.as(port, "leader")
                        .upload(path, "b.pdf", SampleFiles.pdf())
                        .status())
                .isEqualTo(403);
        assertThat(Api.as(port, "head").get(path + "/1").status()).isEqualTo(200);
        assertThat(Api.as(port, "head").upload(path, "b.pdf", SampleFiles.pdf()).status())
                .isEqualTo(403);
    }

    @Test
    void whatIsWrongIsSaidInChinese() {
        Api handler = Api.as(port, "handler");

        Api.Answer program = handler.upload(path, "scan.pdf", SampleFiles.executable());
        Api.Answer kind = handler.upload(path + "?kind=NONE", "a.pdf", SampleFiles.pdf());
        Api.Answer nothing = handler.raw(
                "POST", path, "multipart/form-data; boundary=x", "--x--\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(program.status()).isEqualTo(400);
        assertThat(program.json().path("errors").path(0).path("field").asText()).isEqualTo("file");
        assertThat(kind.status()).isEqualTo(400);
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(handler.get(path + "/9").status()).isEqualTo(404);
        assertThat(handler.get(path).json()).isEmpty();
    }
}
