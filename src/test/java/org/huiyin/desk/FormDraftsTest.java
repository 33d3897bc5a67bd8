package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed is kept on the server until it is sent (ADR 23): for one task, one person, and no longer than both last. */
@HuiyinTest
@DisplayName("暂存：填写的内容存在服务器上，只属于这项待办和这个人")
class FormDraftsTest {
    private static final String WORD = "白塔寺巷口";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Test
    void whatWasTypedIsThereWhenTheFormOpensAgain() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        String task = Desk.as("intake").task(petition, "registerLetter").getId();
        WebSession intake = WebSession.of(port, "intake");

        WebSession.Answer saved =
                save(intake, task, "{\"title\":\"" + WORD + "\",\"confidential\":true,\"receivedOn\":null}");

        assertThat(saved.json().path("savedAt").asText()).matches("\\d\\d:\\d\\d");
        assertThat(intake.get(address(task)).json()).isEqualTo(saved.json());
        assertThat(Desk.as("intake").open(petition, "registerLetter"))
                .containsEntry("title", WORD)
                .containsEntry("confidential", true)
                .containsEntry("receivedOn", null);
    }

    @Test
    @DisplayName("两个窗口先后保存，各栏以最后填写的为准")
    void theLastWriterWinsFieldByField() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);

        typed("intake", petition, "registerLetter", "{\"title\":\"路灯不亮\",\"demand\":\"修好路灯\"}");
        typed("intake", petition, "registerLetter", "{\"title\":\"路灯损坏\"}");

        assertThat(Desk.as("intake").open(petition, "registerLetter"))
                .containsEntry("title", "路灯损坏")
                .containsEntry("demand", "修好路灯");
    }

    @Test
    void whatTheFormOnlyShowsIsTheServersToSay() {
        PetitionId petition =
                Life.ofALetter().withTheHandler().accepted().drafted().id();
        Desk.as("head").claim(petition, "signOpinion");

        typed(
                "head",
                petition,
                "signOpinion",
                "{\"opinion\":\"" + WORD + "\",\"signComment\":\"请补充依据\",\"noSuchField\":\"" + WORD + "\"}");

        assertThat(Desk.as("head").open(petition, "signOpinion"))
                .containsEntry("signComment", "请补充依据")
                .containsEntry("opinion", Life.opinion().get("opinion"))
                .doesNotContainKey("noSuchField");
    }

    @Test
    @DisplayName("内容加密存放，同事读不到")
    void whatIsKeptCanBeReadByNobodyElse() {
        PetitionId petition = Life.ofALetter().id();
        Desk.as("dispatch").claim(petition, "decideClass");
        String task = typed("dispatch", petition, "decideClass", "{\"classReason\":\"" + WORD + "\"}");

        assertThat(new String(sealed(task), StandardCharsets.UTF_8))
                .isNotBlank()
                .doesNotContain(WORD);
        assertThat(WebSession.of(port, "dispatchTwo")
                        .get(address(task))
                        .json()
                        .path("savedAt")
                        .asText())
                .isEmpty();
    }

    @Test
    @DisplayName("没有领取的、别人的、已经办结的待办，都不保存；没有登录的也不保存")
    void onlyForWhoeverHoldsTheTask() {
        PetitionId petition = Life.ofALetter().id();
        String task = Desk.as("dispatch").task(petition, "decideClass").getId();
        String values = "{\"classReason\":\"" + WORD + "\"}";

        WebSession.Answer unclaimed = save(WebSession.of(port, "dispatch"), task, values);
        Desk.as("dispatch").claim(petition, "decideClass");
        WebSession.Answer colleague = save(WebSession.of(port, "dispatchTwo"), task, values);
        WebSession.Answer nobody = save(WebSession.anonymous(port), task, values);
        WebSession.Answer otherSite = WebSession.of(port, "dispatch").postWithoutToken(address(task), body(values));

        assertThat(unclaimed.status()).isEqualTo(403);
        assertThat(unclaimed.json().path("detail").asText()).contains("请先领取");
        assertThat(colleague.status()).isEqualTo(403);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(otherSite.status()).isEqualTo(403);
        assertThat(drafts(task)).isZero();
        Desk.as("dispatch").complete(petition, "decideClass", Typed.appeal());
        assertThat(save(WebSession.of(port, "dispatch"), task, values).status()).isEqualTo(403);
        assertThat(drafts(task)).isZero();
    }

    @Test
    void itEndsWhenTheFormIsSent() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        String task = typed("intake", petition, "registerLetter", "{\"title\":\"" + WORD + "\"}");

        Desk.as("intake").complete(petition, "registerLetter", Typed.letter());

        assertThat(drafts(task)).isZero();
    }

    @Test
    void aRefusedFormLosesNothing() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        String task = typed("intake", petition, "registerLetter", "{\"title\":\"" + WORD + "\"}");

        assertThatThrownBy(() -> Desk.as("intake").submit(petition, "registerLetter", Map.of("title", WORD)))
                .isInstanceOf(InvalidInput.class);

        assertThat(drafts(task)).isOne();
    }

    @Test
    @DisplayName("交回本组或者改派以后，前一人填写的内容不留给后一人")
    void itEndsWhenTheTaskChangesHands() {
        PetitionId petition = Life.ofALetter().id();
        Desk.as("dispatch").claim(petition, "decideClass");
        String task = typed("dispatch", petition, "decideClass", "{\"classReason\":\"" + WORD + "\"}");

        WebSession.of(port, "dispatch")
                .post("/camunda/api/huiyin/tasks/" + task + "/hand-back", "{\"reason\":\"明日请假\"}");
        assertThat(drafts(task)).isZero();

        Desk.as("dispatch").claim(petition, "decideClass");
        typed("dispatch", petition, "decideClass", "{\"classReason\":\"" + WORD + "\"}");
        assertThat(drafts(task)).isOne();
        tasks.setAssignee(task, "dispatchTwo");
        assertThat(drafts(task)).isZero();
        assertThat(Desk.as("dispatchTwo").open(petition, "decideClass")).doesNotContainKey("classReason");
    }

    @Test
    void itEndsWithATaskThatIsWithdrawn() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        String task = typed("intake", petition, "registerLetter", "{\"title\":\"" + WORD + "\"}");

        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(petition.value())
                        .processDefinitionKey("petitionLifecycle")
                        .singleResult()
                        .getId(),
                "withdrawn");

        assertThat(drafts(task)).isZero();
    }

    @Test
    void itEndsByItselfWhenNobodyTypesForLong() {
        Time.is("2026-03-02");
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        String task = typed("intake", petition, "registerLetter", "{\"title\":\"" + WORD + "\"}");
        Time.is("2026-04-02");

        assertThat(Desk.as("intake").open(petition, "registerLetter")).doesNotContainKey("title");
        typed("intake", Desk.as("intake").receive(Channel.LETTER), "registerLetter", "{\"title\":\"路灯\"}");
        assertThat(drafts(task)).isZero();
    }

    @Test
    void whoeverWantsToBeginAgainDiscardsIt() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        String task = typed("intake", petition, "registerLetter", "{\"title\":\"" + WORD + "\"}");

        WebSession.of(port, "intakeTwo").delete(address(task));
        assertThat(drafts(task)).as("not by a colleague").isOne();
        WebSession.of(port, "intake").delete(address(task));
        assertThat(drafts(task)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"values\":null}",
                "{\"values\":7}",
                "{\"values\":{\"a b\":1}}",
                "{\"values\":{\"a.b\":1}}"
            })
    void whatIsNoFormIsRefused(String body) {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        String task = Desk.as("intake").task(petition, "registerLetter").getId();

        assertThat(WebSession.of(port, "intake").post(address(task), body).status())
                .isEqualTo(422);
        assertThat(drafts(task)).isZero();
    }

    @Test
    void whatIsTooLongIsRefusedAndTheRestKept() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        String task = typed("intake", petition, "registerLetter", "{\"content\":\"" + "字".repeat(100_000) + "\"}");

        WebSession.Answer tooLong =
                save(WebSession.of(port, "intake"), task, "{\"demand\":\"" + "字".repeat(FormDrafts.LONGEST) + "\"}");

        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.json().path("detail").asText()).contains("没有自动保存");
        assertThat(Desk.as("intake").open(petition, "registerLetter"))
                .hasEntrySatisfying(
                        "content", content -> assertThat(content.toString()).hasSize(100_000))
                .doesNotContainKey("demand");
    }

    private String typed(String officer, PetitionId petition, String activity, String values) {
        String task = Desk.as(officer).task(petition, activity).getId();
        assertThat(save(WebSession.of(port, officer), task, values).status()).isEqualTo(200);
        return task;
    }

    private static WebSession.Answer save(WebSession session, String task, String values) {
        return session.post(address(task), body(values));
    }

    private static String address(String task) {
        return "/camunda/api/huiyin/tasks/" + task + "/draft";
    }

    private static String body(String values) {
        return "{\"values\":" + values + "}";
    }

    private int drafts(String task) {
        return jdbc.sql("select count(*) from desk.form_draft where task = :task")
                .param("task", task)
                .query(Integer.class)
                .single();
    }

    private byte[] sealed(String task) {
        return jdbc.sql("select typed from desk.form_draft where task = :task")
                .param("task", task)
                .query(byte[].class)
                .single();
    }
}
