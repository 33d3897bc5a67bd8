package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.casefile.SameMatter;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("R52 按文字查找：索引只缩小范围，结果由原文决定")
class PhraseSearchTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SameMatter sameMatter;

    @BeforeEach
    void today() {
        Time.is("2026-12-21");
    }

    @Test
    void whatCameLongAgoIsFoundBehindWhatCameLately() {
        String old = registered("2021-03-04", "鹿衔草坡的缆车停运。");
        String lately = registered("2026-12-20", "听说鹿衔草坡又要收费。");
        String inSummer = registered("2026-07-15", "“鹿衔草坡”的路没有修。");

        assertThat(found("鹿衔草坡")).containsExactly(lately, inSummer, old);
        assertThat(inLedger("鹿衔草坡")).containsExactly(lately, inSummer, old);
    }

    @Test
    void theSamePairsInAnotherOrderAreNotTheWords() {
        String other = registered("2026-12-20", "星湖岸边是岸边星湖。");

        assertThat(found("星湖岸边")).containsExactly(other);
        assertThat(found("星湖岸边星湖岸")).isEmpty();
        assertThat(found("湖岸边是岸边")).containsExactly(other);
    }

    @Test
    void aLetterIsFoundBeforeItHasBeenReadAndAfterwardsToo() {
        String number = registered("2026-12-20", "雪鹄台的钟不准。");
        jdbc.sql("with gone as (delete from casefile.likeness where petition = :id returning petition) "
                        + "insert into casefile.unread (petition) select petition from gone")
                .param("id", number)
                .update();

        assertThat(found("雪鹄台")).containsExactly(number);
        sameMatter.readOn(1_000);
        assertThat(jdbc.sql("select count(*) from casefile.likeness where petition = :id")
                        .param("id", number)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(found("雪鹄台")).containsExactly(number);
    }

    @Test
    void marksBetweenTheWordsCountAsTheyAreWritten() {
        String number = registered("2026-12-20", "白榆坞，三号井漏水。");

        assertThat(found("白榆坞，三号")).containsExactly(number);
        assertThat(found("白榆坞三号")).as("the words are compared as they stand").isEmpty();
    }

    private List<String> found(String words) {
        return Api.as(port, "intake")
                .post("/api/v1/petitions/search", Map.of("text", words))
                .json()
                .findValuesAsText("number");
    }

    private List<String> inLedger(String words) {
        return Api.as(port, "intake")
                .post("/api/v1/ledger/page", Map.of("words", words))
                .json()
                .findValuesAsText("number");
    }

    private String registered(String receivedOn, String content) {
        Answer made = Api.as(port, "intake")
                .post(
                        "/api/v1/petitions",
                        Map.of("title", content, "content", content + "请处理。", "receivedAt", receivedOn));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("number").asText();
    }
}
