package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person can send to the engine for a task of his own, through the same requests as Tasklist and some it never makes. */
@HuiyinTest
class FormGuardTest {
    private static final String TYPED = "桥下第三根路灯自去年冬天起不亮";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private WebSession intake;
    private String number;
    private String task;

    @BeforeEach
    void aLetterIsOpenAtTheRegistrar() {
        intake = WebSession.of(port, "intake");
        JsonNode started = intake.engine(
                        "POST",
                        "/process-definition/key/petitionLifecycle/submit-form",
                        "{\"variables\":{\"channel\":{\"value\":\"LETTER\"}}}")
                .json();
        number = started.path("businessKey").asText();
        task = intake.engine("GET", "/task?processInstanceBusinessKey=" + number, null)
                .json()
                .path(0)
                .path("id")
                .asText();
        assertThat(number).matches("\\d{22}");
        assertThat(task).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organ", "starter", "toBeSorted", "nextStep", "anythingElse"})
    void aNameThatIsNoFieldOfTheFormIsRefusedWhateverTheRequest(String name) {
        String body =
                "{\"variables\":{\"title\":{\"value\":\"x\"},\"%s\":{\"value\":\"cityGovernment\"}}}".formatted(name);

        for (String request : List.of("submit-form", "complete")) {
            WebSession.Answer answer = intake.engine("POST", "/task/" + task + "/" + request, body);
            assertThat(answer.status()).as(request).isEqualTo(400);
            assertThat(answer.body()).as(request).contains("不是本表单的字段").contains(name);
        }
        assertNothingIsWritten();
    }

    @Test
    void errorsAndEscalationsAndDelegationDoNotEndATask() {
        String variables = "\"variables\":{\"organ\":{\"value\":\"cityGovernment\"}}";

        assertThat(intake.engine("POST", "/task/" + task + "/bpmnError", "{\"errorCode\":\"x\"," + variables + "}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(intake.engine(
                                "POST",
                                "/task/" + task + "/bpmnEscalation",
                                "{\"escalationCode\":\"x\"," + variables + "}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(intake.engine("POST", "/task/" + task + "/resolve", "{" + variables + "}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(intake.engine("POST", "/task/" + task + "/delegate", "{\"userId\":\"handler\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertNothingIsWritten();
    }

    @Test
    void variablesCannotBeSetPastTheForm() {
        for (String path : List.of("/variables/organ", "/localVariables/note")) {
            assertThat(intake.engine("PUT", "/task/" + task + path, "{\"value\":\"cityGovernment\"}")
                            .status())
                    .as(path)
                    .isGreaterThanOrEqualTo(400);
        }
        assertNothingIsWritten();
    }

    @Test
    void commentsAndAttachmentsPointToTheCaseFile() {
        WebSession.Answer answer =
                intake.engine("POST", "/task/" + task + "/comment/create", "{\"message\":\"" + TYPED + "\"}");

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("案卷");
        assertNothingIsWritten();
    }

    @Test
    void nobodyIsLeftWithoutHisTaskByAClaimForAnotherOrForNobody() {
        for (String user : List.of("\"handler\"", "null")) {
            assertThat(intake.engine("POST", "/task/" + task + "/claim", "{\"userId\":" + user + "}")
                            .status())
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(intake.engine("GET", "/task/" + task, null)
                        .json()
                        .path("assignee")
                        .asText())
                .isEqualTo("intake");
    }

    @Test
    void anotherOfficerNeitherReadsNorCompletesIt() {
        WebSession handler = WebSession.of(port, "handler");

        assertThat(handler.engine("GET", "/task/" + task, null).status()).isIn(403, 404);
        assertThat(handler.engine("GET", "/task/" + task + "/form-variables", null)
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(handler.engine("POST", "/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(handler.engine("POST", "/task/" + task + "/claim", "{\"userId\":\"handler\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertNothingIsWritten();
    }

    @Test
    void whatWasTypedIsInTheCaseFileAndNowhereInTheEngine() {
        String body = """
                {"variables":{"receivedOn":{"value":"2026-01-05"},"title":{"value":"路灯"},
                 "content":{"value":"%s"},"petitionerName":{"value":"郑未央"},"address":{"value":"滨江区柳荫路9号"}}}""".formatted(TYPED);

        WebSession.Answer answer = intake.engine("POST", "/task/" + task + "/submit-form", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(engineTablesWith(TYPED)).isEmpty();
        assertThat(engineTablesWith("郑未央")).isEmpty();
        assertThat(engineTablesWith("柳荫路")).isEmpty();
        assertThat(jdbc.sql("select count(*) from casefile.content where petition = :number and content = :typed")
                        .param("number", number)
                        .param("typed", TYPED)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theFormOpensWithDefaultsThatAreStoredNowhere() {
        JsonNode shown = intake.engine("GET", "/task/" + task + "/form-variables?deserializeValues=false", null)
                .json();

        assertThat(shown.path("receivedOn").path("value").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(jdbc.sql("select count(*) from act_ru_variable where name_ = 'receivedOn'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void assertNothingIsWritten() {
        assertThat(intake.engine("GET", "/task/" + task, null).status()).isEqualTo(200);
        assertThat(engineTablesWith(TYPED)).isEmpty();
        assertThat(jdbc.sql("""
                        select count(*) from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_
                        where e.business_key_ = :number and v.text_ = 'cityGovernment'""").param("number", number).query(Integer.class).single())
                .isZero();
    }

    /** Every text column of every engine table that holds the typed words. */
    private List<String> engineTablesWith(String typed) {
        return jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_name like 'act_%' and table_schema = 'public' and data_type in ('character varying', 'text')""").query(String.class).list().stream()
                .filter(column -> holds(column, typed))
                .toList();
    }

    private boolean holds(String column, String typed) {
        int dot = column.indexOf('.');
        return jdbc.sql("select count(*) from " + column.substring(0, dot) + " where " + column.substring(dot + 1)
                                + " like :typed")
                        .param("typed", "%" + typed + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
