package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.huiyin.casefile.CaseFile;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class RegistrationPagesTest {
    private static final String ROOT = "/camunda/api/huiyin/petitions/";
    private static final String ITEMS = """
            {"kept": {"title": "供水管道漏水", "content": "小区供水管道漏水。"},
             "items": [{"title": "建议增设公交站", "content": "建议在望江路增设公交站。", "subject": "交通运输"}]}""";

    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Test
    void theFileSaysWhatTheMatterCameWith() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake")
                .complete(
                        letter,
                        "registerLetter",
                        with(
                                Typed.letter(),
                                "jointlySigned",
                                true,
                                "signatoryCount",
                                12,
                                "moreFacts",
                                true,
                                "source",
                                "HOTLINE",
                                "affectedCount",
                                40,
                                "topics",
                                List.of("CITY_SAFETY"),
                                "territory",
                                "binjiangLiudiStreet"));

        JsonNode facts = page("intake", letter).path("facts");

        assertThat(facts.findValuesAsText("text")).containsExactly("12345热线", "12人（联名）", "40人", "滨江区柳堤街道", "城市安全");
    }

    @Test
    @DisplayName("R33 办理的人调整重点专题，别处的人不能")
    void whoeverWorksOnItSaysWhatItBelongsTo() {
        PetitionId letter = Life.ofALetter().id();
        String topics = "{\"topics\": [\"OLD_AND_REMOTE\"]}";

        assertThat(WebSession.of(port, "handler")
                        .post(ROOT + letter.value() + "/topics", topics)
                        .status())
                .isEqualTo(404);
        assertThat(WebSession.of(port, "dispatch")
                        .post(ROOT + letter.value() + "/topics", topics)
                        .status())
                .isEqualTo(200);

        assertThat(cases.circumstances(letter).topics()).containsExactly("OLD_AND_REMOTE");
        assertThat(WebSession.of(port, "dispatch")
                        .get(ROOT + letter.value() + "/case")
                        .json()
                        .at("/journal/0/facts")
                        .asText())
                .isEqualTo("重点专题：老小旧远");
        assertThat(page("dispatch", letter).path("topicChoices").findValuesAsText("value"))
                .contains("OLD_AND_REMOTE", "CITY_SAFETY");
    }

    @Test
    @DisplayName("分拆后一张登记凭证写明每一件的编号和查询码，只能打开一次")
    void splittingPrintsOneReceiptWithEveryNumberAndCode() {
        PetitionId letter = Life.ofALetter().id();
        Desk.as("dispatch").claim(letter, "decideClass");
        WebSession dispatch = WebSession.of(port, "dispatch");
        assertThat(page("dispatch", letter).path("maySplit").asBoolean()).isTrue();
        assertThat(page("intake", letter).path("maySplit").asBoolean()).isFalse();

        WebSession.Answer done = dispatch.post(ROOT + letter.value() + "/split", ITEMS);

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        String other = done.json().at("/numbers/0").asText();
        String receipt = "/camunda/api/huiyin/" + done.json().path("href").asText();
        String paper = dispatch.get(receipt).body();
        assertThat(paper).contains(letter.value(), other, "其中有2件事项分别办理", "建议增设公交站", "供水管道漏水");
        assertThat(dispatch.get(receipt).status()).isEqualTo(403);
        List<String> codes = java.util.regex.Pattern.compile("class=\"code\">([A-Z0-9]{10})<")
                .matcher(paper)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(codes).hasSize(2);
        assertThat(cases.opens(letter, codes.get(0)) && cases.opens(new PetitionId(other), codes.get(1)))
                .isTrue();
    }

    @Test
    void aStrangerNeitherReadsNorSplits() {
        PetitionId letter = Life.ofALetter().id();
        WebSession handler = WebSession.of(port, "handler");

        assertThat(handler.get(ROOT + letter.value() + "/registration").status())
                .isEqualTo(404);
        assertThat(handler.post(ROOT + letter.value() + "/split", ITEMS).status())
                .isEqualTo(404);
        assertThat(WebSession.of(port, "dispatch")
                        .postWithoutToken(ROOT + letter.value() + "/split", ITEMS)
                        .status())
                .isEqualTo(403);
        assertThat(cases.openFamily(letter)).containsExactly(letter);
    }

    private JsonNode page(String reader, PetitionId id) {
        return WebSession.of(port, reader)
                .get(ROOT + id.value() + "/registration")
                .json();
    }
}
