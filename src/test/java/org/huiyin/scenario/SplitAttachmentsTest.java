package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.intake.Splitting;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Relation;
import org.huiyin.organ.RelationDeclaration;
import org.huiyin.organ.RelationKind;
import org.huiyin.organ.Relations;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.SampleFiles;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Articles 21 and 30: the attachments of a letter after it was split, asked for at every item by everybody who might. */
@HuiyinTest
@DisplayName("一信多事：来信的附件归到各项")
class SplitAttachmentsTest {
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");
    private static final String WHOLE = "1";
    private static final String OF_THE_PIPE = "2";
    private static final String OF_THE_BRIBE = "3";

    @LocalServerPort
    int port;

    @Autowired
    Splitting splitting;

    @Autowired
    EngineGateway engine;

    @Autowired
    Records records;

    @Autowired
    Relations relations;

    @Test
    @DisplayName("第三十条 有检举控告的：诉求的承办人只看得到归给诉求的附件；专办员看得到归给检举的和没有归给任何一项的")
    void anAccusationSharesNothingWithItsSiblings() {
        PetitionId letter = letterWithThreeAttachments();
        PetitionId bribe = split(letter, pipe(OF_THE_PIPE), bribe(OF_THE_BRIBE)).get(0);
        Desk.as("dispatch").complete(bribe, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        Life.of(letter).sorted().forwarded().signedIn();

        assertThat(names("handler", letter)).containsExactly("pipe.pdf");
        assertThat(from("handler", letter)).containsExactly("随来信收到，分拆时归入本件");
        assertThat(open("handler", letter, OF_THE_PIPE)).isEqualTo(200);
        for (String shut : List.of(WHOLE, OF_THE_BRIBE)) {
            assertThat(open("handler", letter, shut)).as(shut).isEqualTo(422);
            assertThat(byApi("handler", letter, shut).status()).as(shut).isEqualTo(404);
            assertThat(WebSession.of(port, "handler")
                            .post(path(letter) + "/" + shut + "/withdrawal", "{\"reason\":\"与本件无关\"}")
                            .status())
                    .as("what he does not see he does not withdraw")
                    .isEqualTo(422);
        }
        assertThat(names("sealed", bribe)).containsExactly("scan.pdf", "bribe.pdf");
        for (String key : keys("sealed", bribe)) {
            assertThat(open("sealed", bribe, key)).isEqualTo(200);
            assertThat(byApi("sealed", bribe, key).status()).isEqualTo(200);
            assertThat(open("handler", letter, key))
                    .as("the key of another item")
                    .isEqualTo(422);
            for (String outsider : List.of("handler", "dispatch", "intake", "supervise", "leader")) {
                assertThat(open(outsider, bribe, key)).as(outsider).isEqualTo(404);
                assertThat(byApi(outsider, bribe, key).status()).as(outsider).isEqualTo(404);
            }
        }
        assertThat(records.journal(bribe))
                .contains(JournalKind.LETTER_ATTACHMENTS_GIVEN, JournalKind.ATTACHMENT_VIEWED);
        assertThat(Api.as(port, "handler")
                        .get("/api/v1/petitions/" + letter + "/journal")
                        .body())
                .doesNotContain(bribe.value(), "bribe");
    }

    @Test
    @DisplayName("第三十条 来信本身是检举控告的：归给另一项的附件在那里打得开，看不出来自哪一件")
    void anItemDoesNotTellThatItsAttachmentsLieInAnAccusation() {
        PetitionId letter = letterWithThreeAttachments();
        PetitionId pipe = split(letter, bribe(OF_THE_BRIBE), pipe(OF_THE_PIPE)).get(0);
        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        Life.of(pipe).sorted().forwarded().signedIn();

        JsonNode lines = lines("handler", pipe);

        assertThat(lines.findValuesAsText("name")).containsExactly("pipe.pdf");
        assertThat(lines.toString()).doesNotContain(letter.value());
        String key = lines.path(0).path("key").asText();
        WebSession.Answer content = WebSession.of(port, "handler").get(path(pipe) + "/" + key);
        assertThat(content.status()).isEqualTo(200);
        assertThat(byApi("handler", pipe, key).headers().map().toString()).doesNotContain(letter.value());
        assertThat(names("sealed", letter)).containsExactly("scan.pdf", "bribe.pdf");
        assertThat(lines.path(0).path("withdraws").asBoolean())
                .as("it is withdrawn where it lies")
                .isFalse();
    }

    @Test
    @DisplayName("第二十一条 各项都判定了、都不是检举控告的：每一项都列出来信的全部附件并写明来处；在此之前只列归给它的")
    void whenNoItemIsAnAccusationEachShowsTheWholeLetter() {
        PetitionId letter = letterWithThreeAttachments();
        PetitionId idea = split(letter, pipe(OF_THE_PIPE), idea(OF_THE_BRIBE)).get(0);
        assertThat(names("dispatch", idea))
                .as("whoever sorts it has the letter as a whole")
                .containsExactly("scan.pdf", "bribe.pdf");
        Life.of(letter).sorted().forwarded().signedIn();
        assertThat(names("handler", letter)).as("the other may still be one").containsExactly("pipe.pdf");

        Life.of(idea).sortedAsSuggestion();

        assertThat(names("handler", letter)).containsExactly("scan.pdf", "pipe.pdf", "bribe.pdf");
        assertThat(names("dispatch", idea)).containsExactly("scan.pdf", "pipe.pdf", "bribe.pdf");
        assertThat(from("dispatch", idea))
                .containsExactly("随来信收到（" + letter + "）", "随来信收到（" + letter + "）", "随来信收到（" + letter + "），分拆时归入本件");
        assertThat(open("handler", letter, WHOLE)).isEqualTo(200);
        assertThat(open("binjiangUrbanManagementHandler", letter, WHOLE))
                .as("rights are those of the item")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("分拆以后带来的材料只在它自己那一项")
    void whatComesLaterBelongsToItsItemAlone() {
        PetitionId letter = letterWithThreeAttachments();
        PetitionId idea = split(letter, pipe(), idea()).get(0);
        Life.of(letter).sorted().forwarded().signedIn();
        Life.of(idea).sortedAsSuggestion();

        upload("handler", letter, "later.pdf");

        assertThat(names("handler", letter)).containsExactly("scan.pdf", "pipe.pdf", "bribe.pdf", "later.pdf");
        assertThat(names("dispatch", idea)).containsExactly("scan.pdf", "pipe.pdf", "bribe.pdf");
        assertThat(lines("handler", letter).path(3).path("from").asText()).isEmpty();
        assertThat(lines("handler", letter).path(3).path("withdraws").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("第二十八条 须回避其中一件的人，在另一件里也看不到没有归项的来信附件")
    void whoIsBarredFromOneItemDoesNotReadTheWholeLetterAtAnother() {
        PetitionId letter = letterWithThreeAttachments();
        PetitionId idea = split(letter, pipe(OF_THE_PIPE), idea()).get(0);
        Life.of(letter).sorted().forwarded().signedIn();
        Life.of(idea).sortedAsSuggestion();
        assertThat(Api.as(port, "dispatch")
                        .post("/api/v1/petitions/" + idea + "/accused", Map.of("name", "江城鹭洲湾劳务有限公司"))
                        .status())
                .isEqualTo(204);
        Relation stake = relations.declare(
                new RelationDeclaration(
                        new OfficerId("handler"),
                        RelationKind.STAKE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("江城鹭洲湾劳务有限公司"),
                        Time.today()),
                new OfficerId("admin"));
        try {
            assertThat(names("handler", letter)).containsExactly("pipe.pdf");
            assertThat(open("handler", letter, WHOLE)).isEqualTo(422);
        } finally {
            relations.end(stake.id(), new OfficerId("admin"));
        }
        assertThat(names("handler", letter)).containsExactly("scan.pdf", "pipe.pdf", "bribe.pdf");
    }

    @Test
    @DisplayName("勾选的附件来信里没有的，指明是哪一项，什么也不写")
    void anUnknownAttachmentIsNamedByItsItem() {
        PetitionId letter = letterWithThreeAttachments();
        Desk.as("dispatch").claim(letter, "decideClass");
        Map<String, Long> before = records.rows();

        WebSession.Answer refused = WebSession.of(port, "dispatch")
                .post(
                        "/camunda/api/huiyin/petitions/" + letter + "/split",
                        "{\"kept\":{\"title\":\"供水管道漏水\",\"content\":\"管道漏水\"},\"items\":[{\"title\":\"增设公交站\","
                                + "\"content\":\"建议增设公交站\",\"attachments\":[\"1\",\"9\"]}]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asText()).contains("分拆出的第1项：附件", "来信没有这个附件");
        assertThat(records.rows()).isEqualTo(before);
    }

    @Test
    @DisplayName("分拆时列出来信的附件供勾选；接口同样")
    void theSplitterIsOfferedTheAttachmentsOfTheLetter() {
        PetitionId letter = letterWithThreeAttachments();
        Desk.as("dispatch").claim(letter, "decideClass");
        JsonNode offered = WebSession.of(port, "dispatch")
                .get("/camunda/api/huiyin/petitions/" + letter + "/registration")
                .json()
                .path("attachments");
        assertThat(offered.findValuesAsText("key")).containsExactly("1", "2", "3");
        assertThat(offered.findValuesAsText("label")).containsExactly("scan.pdf", "pipe.pdf", "bribe.pdf");

        Api.Answer done = Api.as(port, "dispatch")
                .post(
                        "/api/v1/petitions/" + letter + "/split",
                        Map.of(
                                "kept", Map.of("title", "供水管道漏水", "content", "小区供水管道漏水"),
                                "items",
                                        List.of(Map.of(
                                                "title", "建议增设公交站",
                                                "content", "建议在望江路增设公交站",
                                                "attachments", List.of("1", "2")))));

        assertThat(done.status()).isEqualTo(201);
        PetitionId item = new PetitionId(done.json().at("/items/0/number").asText());
        Desk.as("dispatch").complete(item, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        assertThat(names("sealed", item)).containsExactly("scan.pdf", "pipe.pdf", "bribe.pdf");
        assertThat(names("dispatch", letter))
                .as("nothing was left to the kept item")
                .isEmpty();
    }

    private PetitionId letterWithThreeAttachments() {
        PetitionId letter = Life.ofALetter().id();
        for (String name : List.of("scan.pdf", "pipe.pdf", "bribe.pdf")) {
            upload("intake", letter, name);
        }
        return letter;
    }

    private void upload(String officer, PetitionId petition, String name) {
        assertThat(WebSession.of(port, officer)
                        .upload(path(petition), SampleFiles.pdf(), "X-File-Name", name, "X-Attachment-Kind", "SCAN")
                        .status())
                .isEqualTo(200);
    }

    private List<PetitionId> split(PetitionId letter, Splitting.Typed kept, Splitting.Typed... others) {
        Desk.as("dispatch").claim(letter, "decideClass");
        return engine.as(DISPATCHER, () -> splitting.split(letter, kept, List.of(others), DISPATCHER)).stream()
                .map(received -> received.number())
                .toList();
    }

    private static Splitting.Typed pipe(String... attachments) {
        return new Splitting.Typed("供水管道漏水", "小区供水管道漏水，请修复。", "修复管道", "物业管理", List.of(attachments));
    }

    private static Splitting.Typed idea(String... attachments) {
        return new Splitting.Typed("建议增设公交站", "建议在望江路增设公交站。", "", "交通运输", List.of(attachments));
    }

    private static Splitting.Typed bribe(String... attachments) {
        return new Splitting.Typed("反映收受礼金", "反映某科长收受礼金三千元。", "查处", "纪检监察", List.of(attachments));
    }

    private JsonNode lines(String officer, PetitionId petition) {
        return WebSession.of(port, officer).get(path(petition)).json().path("lines");
    }

    private List<String> names(String officer, PetitionId petition) {
        return lines(officer, petition).findValuesAsText("name");
    }

    private List<String> from(String officer, PetitionId petition) {
        return lines(officer, petition).findValuesAsText("from");
    }

    private List<String> keys(String officer, PetitionId petition) {
        return lines(officer, petition).findValuesAsText("key");
    }

    private int open(String officer, PetitionId petition, String key) {
        return WebSession.of(port, officer).get(path(petition) + "/" + key).status();
    }

    private Api.Answer byApi(String officer, PetitionId petition, String key) {
        return Api.as(port, officer).get("/api/v1/petitions/" + petition + "/attachments/" + key);
    }

    private static String path(PetitionId petition) {
        return "/camunda/api/huiyin/petitions/" + petition + "/attachments";
    }
}
