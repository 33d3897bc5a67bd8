package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent: a clear refusal, never an error of ours, and nothing written. */
@HuiyinTest
class BadRequestsTest {
    private static final String JSON = "application/json";
    private static final String NUMBER = "9901002026030203999999";

    /** The path, its type and a body that cannot be taken. */
    record Bad(String name, String method, String path, String type, Charset charset, String body) {
        static Bad post(String name, String path, String json) {
            return new Bad(name, "POST", path, JSON, StandardCharsets.UTF_8, json);
        }

        static Bad get(String name, String path) {
            return new Bad(name, "GET", path, JSON, StandardCharsets.UTF_8, "");
        }

        @Override
        public String toString() {
            return name + " " + path.substring(0, Math.min(60, path.length()));
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private List<Long> before = List.of();

    @BeforeEach
    void count() {
        before = rows();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(rows()).isEqualTo(before);
    }

    static Stream<Bad> bodies() {
        return Stream.of(
                        "/api/v1/petitions",
                        "/api/v1/petitions/search",
                        "/api/v1/calendar/due",
                        "/api/v1/progress",
                        "/api/v1/evaluations",
                        "/api/v1/review-requests",
                        "/api/v1/receipts",
                        "/api/v1/tasks/x/complete")
                .flatMap(path -> Stream.of(
                        Bad.post("empty", path, ""),
                        Bad.post("no JSON", path, "{"),
                        Bad.post("two values", path, "{} {}"),
                        Bad.post("a list", path, "[]"),
                        Bad.post("a word", path, "\"信\""),
                        Bad.post("null", path, "null"),
                        Bad.post("unknown field", path, "{\"contents\":\"信\"}"),
                        Bad.post(
                                "object for text",
                                path,
                                "{\"content\":{},\"number\":{},\"text\":[],\"start\":{},\"fields\":3}"),
                        Bad.post("deep nesting", path, "{\"content\":" + "[".repeat(3000) + "]".repeat(3000) + "}"),
                        Bad.post("long key", path, "{\"" + "k".repeat(200_000) + "\":1}"),
                        Bad.post(
                                "NUL",
                                path,
                                "{\"content\":\"a\\u0000b\",\"number\":\"\\u0000\",\"queryCode\":\"\\u0000\"}"),
                        new Bad("GBK", "POST", path, JSON, Charset.forName("GBK"), "{\"content\":\"信访内容\"}"),
                        new Bad("plain text", "POST", path, "text/plain", StandardCharsets.UTF_8, "信"),
                        new Bad("XML", "POST", path, "application/xml", StandardCharsets.UTF_8, "<a/>"),
                        new Bad("no type", "POST", path, "x", StandardCharsets.UTF_8, "{}"),
                        new Bad("PUT", "PUT", path, JSON, StandardCharsets.UTF_8, "{}")));
    }

    static Stream<Bad> letters() {
        return Stream.of(
                Bad.post("no content", "/api/v1/petitions", "{\"title\":\"信\"}"),
                Bad.post("control characters", "/api/v1/petitions", "{\"content\":\"a\\u0007b\"}"),
                Bad.post("lone surrogate", "/api/v1/petitions", "{\"content\":\"a\\ud83db\"}"),
                Bad.post("too long", "/api/v1/petitions", "{\"content\":\"" + "长".repeat(100_001) + "\"}"),
                Bad.post("10 MB", "/api/v1/petitions", "{\"content\":\"" + "x".repeat(10_000_000) + "\"}"),
                Bad.post(
                        "long title", "/api/v1/petitions", "{\"content\":\"信\",\"title\":\"" + "长".repeat(300) + "\"}"),
                Bad.post("future", "/api/v1/petitions", "{\"content\":\"信\",\"receivedAt\":\"2199-01-01\"}"),
                Bad.post("long ago", "/api/v1/petitions", "{\"content\":\"信\",\"receivedAt\":\"0001-01-01\"}"),
                Bad.post("no such day", "/api/v1/petitions", "{\"content\":\"信\",\"receivedAt\":\"2026-02-30\"}"),
                Bad.post("number as date", "/api/v1/petitions", "{\"content\":\"信\",\"receivedAt\":20260302}"),
                Bad.post("word as flag", "/api/v1/petitions", "{\"content\":\"信\",\"confidential\":\"是\"}"),
                Bad.post("phone", "/api/v1/petitions", "{\"content\":\"信\",\"phone\":\"打我电话\"}"),
                Bad.post("id number", "/api/v1/petitions", "{\"content\":\"信\",\"idNumber\":\"110101199003070000\"}"),
                Bad.post("masked name", "/api/v1/petitions", "{\"content\":\"信\",\"petitionerName\":\"张**\"}"),
                Bad.post("purpose", "/api/v1/petitions", "{\"content\":\"信\",\"purpose\":\"NONE\"}"),
                Bad.post("no words", "/api/v1/petitions/search", "{}"),
                Bad.post("one letter", "/api/v1/petitions/search", "{\"text\":\"a\"}"),
                Bad.post("NUL name", "/api/v1/petitions/search", "{\"name\":\"a\\u0000\"}"),
                Bad.post("no start", "/api/v1/calendar/due", "{\"length\":5,\"unit\":\"WORKING_DAY\"}"),
                Bad.post(
                        "far start",
                        "/api/v1/calendar/due",
                        "{\"start\":\"+999999999-12-31\",\"length\":5,\"unit\":\"WORKING_DAY\"}"),
                Bad.post(
                        "long",
                        "/api/v1/calendar/due",
                        "{\"start\":\"2026-02-13\",\"length\":2147483647,\"unit\":\"WORKING_DAY\"}"),
                Bad.post(
                        "negative",
                        "/api/v1/calendar/due",
                        "{\"start\":\"2026-02-13\",\"length\":-1,\"unit\":\"WORKING_DAY\"}"),
                Bad.post(
                        "too big",
                        "/api/v1/calendar/due",
                        "{\"start\":\"2026-02-13\",\"length\":1e99,\"unit\":\"WORKING_DAY\"}"),
                Bad.post(
                        "half",
                        "/api/v1/calendar/due",
                        "{\"start\":\"2026-02-13\",\"length\":1.5,\"unit\":\"WORKING_DAY\"}"),
                Bad.post(
                        "minutes",
                        "/api/v1/calendar/due",
                        "{\"start\":\"2026-02-13\",\"length\":5,\"unit\":\"CLOCK\"}"),
                Bad.post("wrong number", "/api/v1/progress", "{\"number\":\"1\",\"queryCode\":\"AAAAAAAAAA\"}"),
                Bad.post(
                        "wrong code",
                        "/api/v1/progress",
                        "{\"number\":\"" + NUMBER + "\",\"queryCode\":\"AAAAAAAAAA\"}"),
                Bad.post(
                        "surrogate code",
                        "/api/v1/progress",
                        "{\"number\":\"" + NUMBER + "\",\"queryCode\":\"\\ud800\"}"),
                Bad.post(
                        "long code",
                        "/api/v1/progress",
                        "{\"number\":\"" + NUMBER + "\",\"queryCode\":\"" + "A".repeat(100_000) + "\"}"),
                Bad.post(
                        "wide digits",
                        "/api/v1/progress",
                        "{\"number\":\"" + "９".repeat(22) + "\",\"queryCode\":\"A\"}"),
                Bad.get("wide digits", "/api/v1/petitions/%EF%BC%99"),
                Bad.get("NUL", "/api/v1/petitions/%00"),
                Bad.get("half a character", "/api/v1/petitions/%ED%A0%80"),
                Bad.get("long number", "/api/v1/petitions/" + "9".repeat(5000)),
                Bad.get("path up", "/api/v1/petitions/..%2f..%2f"),
                Bad.get("quote", "/api/v1/imports/'%20or%201=1"),
                Bad.get("task", "/api/v1/tasks/" + "x".repeat(4000)),
                Bad.get("petition of tasks", "/api/v1/tasks?petition=1"),
                Bad.get("year", "/api/v1/calendar/99999999999"),
                Bad.get("state", "/api/v1/petitions?state=%00"),
                Bad.get("lamp", "/api/v1/petitions?lamp=BLUE"),
                Bad.get("organ", "/api/v1/petitions?organ=a%20b"),
                Bad.get("cursor", "/api/v1/petitions?cursor=AAAA"),
                Bad.get("broken escape", "/api/v1/petitions?cursor=%25zz"),
                new Bad("no file", "POST", "/api/v1/petitions/import", JSON, StandardCharsets.UTF_8, "{}"),
                new Bad(
                        "broken parts",
                        "POST",
                        "/api/v1/petitions/import",
                        "multipart/form-data; boundary=x",
                        StandardCharsets.UTF_8,
                        "--x\r\nnothing"),
                new Bad(
                        "no boundary",
                        "POST",
                        "/api/v1/petitions/import",
                        "multipart/form-data",
                        StandardCharsets.UTF_8,
                        "123"),
                new Bad(
                        "other part",
                        "POST",
                        "/api/v1/petitions/import",
                        "multipart/form-data; boundary=x",
                        StandardCharsets.UTF_8,
                        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n"),
                new Bad(
                        "no fields",
                        "POST",
                        "/api/v1/papers",
                        "application/x-www-form-urlencoded",
                        StandardCharsets.UTF_8,
                        ""));
    }

    @ParameterizedTest
    @MethodSource({"bodies", "letters"})
    void isRefusedClearly(Bad bad) {
        Answer answer = Api.as(port, "intake")
                .raw(bad.method(), bad.path(), bad.type(), bad.body().getBytes(bad.charset()));

        assertThat(answer.status()).as(shortened(answer)).isBetween(400, 499);
        assertThat(answer.body())
                .as("no inside is shown")
                .doesNotContain("Exception")
                .doesNotContain("at org.")
                .doesNotContain("SQL");
        assertThat(answer.body()).as("it speaks Chinese").containsPattern("[\\u4e00-\\u9fa5]");
    }

    private static String shortened(Answer answer) {
        return answer.toString().substring(0, Math.min(500, answer.toString().length()));
    }

    private List<Long> rows() {
        return List.of(
                count("casefile.petition"),
                count("casefile.journal"),
                count("api.answered_request"),
                count("api.import"));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
