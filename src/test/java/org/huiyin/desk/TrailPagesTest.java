package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.huiyin.kernel.PetitionId;
import org.huiyin.review.Review;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("R24、R29 一件事项的流程和运行轨迹：谁能看，看到什么")
class TrailPagesTest {
    private static final String ROOT = "/camunda/api/huiyin/petitions/";

    @LocalServerPort
    int port;

    @Autowired
    HistoryService history;

    @Autowired
    Review review;

    @Autowired
    Petitions petitions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @Test
    @DisplayName("正在办的：每一步的名称、何人、何时、多久、结果，停在哪里、等谁")
    void aRunningInstanceTellsItsStepsInWords() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter().withTheHandler();
        Time.is("2026-03-05");
        PetitionId id = life.accepted().drafted().id();

        JsonNode trail = trail("supervise", id, instance(id, "petitionHandling"));

        assertThat(trail.path("told").asText()).isEmpty();
        assertThat(trail.path("model").asText()).startsWith("办理答复");
        assertThat(trail.path("state").asText()).isEqualTo("正在运行");
        JsonNode decided = step(trail, "decideAcceptance");
        assertThat(decided.path("name").asText()).isEqualTo("决定受理并告知");
        assertThat(decided.path("kind").asText()).isEqualTo("办理");
        assertThat(decided.path("stateLabel").asText()).isEqualTo("已完成");
        assertThat(decided.path("who").asText()).isEqualTo(name("handler") + "（滨江区住房和城乡建设局）");
        assertThat(decided.path("began").asText()).isEqualTo("2026年3月2日 09:00");
        assertThat(decided.path("ended").asText()).isEqualTo("2026年3月5日 09:00");
        assertThat(decided.path("took").asText()).isEqualTo("3天");
        JsonNode waiting = step(trail, "signOpinion");
        assertThat(waiting.path("stateLabel").asText()).isEqualTo("进行中");
        assertThat(waiting.path("who").asText()).isEqualTo("待领取：滨江区住房和城乡建设局负责人(签发)");
        assertThat(mark(trail, "signOpinion").path("open").asInt()).isOne();
        assertThat(mark(trail, "decideAcceptance").path("done").asInt()).isOne();
        assertThat(trail.path("flows").path("isAccepted_yes").asInt()).isOne();
        assertThat(steps(trail)).as("gateways are on the diagram alone").doesNotContain("是否受理");
    }

    @Test
    @DisplayName("领取、交回本组、改派：案卷日志里的话记在那一步上")
    void whatTheJournalSaysOfATaskStandsAtItsStep() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().drafted().id();
        Desk head = Desk.as("head");
        head.claim(id, "signOpinion");
        WebSession.Answer handedBack = WebSession.of(port, "head")
                .post(
                        "/camunda/api/huiyin/tasks/"
                                + head.task(id, "signOpinion").getId() + "/hand-back",
                        "{\"reason\":\"本人出差，请其他负责人审签。\"}");
        assertThat(handedBack.status()).as(handedBack.toString()).isEqualTo(200);

        JsonNode waiting = step(trail("supervise", id, instance(id, "petitionHandling")), "signOpinion");

        assertThat(waiting.path("notes").get(0).asText()).contains(name("head"), "退回待办", "本人出差，请其他负责人审签。");
        assertThat(waiting.path("who").asText()).startsWith("待领取");
    }

    @Test
    @DisplayName("转到另一个单位：退回重转的两次签收都在，各记各的单位")
    void aMatterThatWentFromOrganToOrganShowsBoth() {
        PetitionId id =
                Life.ofALetter().sorted().forwardedTo("qingpingHousingBureau").id();
        Desk.as("qingpingHousingHandler").complete(id, "signIn", Typed.objection("binjiangHousingBureau"));
        Desk.as("dispatch").complete(id, "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "情况属实。"));
        Life.of(id).forwarded().signedIn();

        JsonNode trail = trail("supervise", id, instance(id, "petitionDispatch"));

        assertThat(whoDid(trail, "signIn"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("青屏区住房和城乡建设局"),
                        second -> assertThat(second).contains("滨江区住房和城乡建设局"));
        assertThat(mark(trail, "forwardPetition").path("done").asInt()).isEqualTo(2);
        assertThat(trail.path("flows").path("forwardPetition_isPassedOn").asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("被边界事件中止的步骤：写明因何中止")
    void whatAnEventCutOffSaysSo() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();
        WebSession.Answer asked = WebSession.of(port, "handler")
                .post(
                        "/camunda/api/huiyin/petitions/" + id + "/extension",
                        "{\"days\":10,\"reason\":\"需委托专业机构检测管道。\"}");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        Life.of(id).drafted().signed();

        JsonNode trail = trail("supervise", id, instance(id, "petitionHandling"));

        JsonNode cut = step(trail, "approveExtension");
        assertThat(cut.path("stateLabel").asText()).isEqualTo("已中止");
        assertThat(cut.path("cause").asText()).isEqualTo("申请失效");
        assertThat(mark(trail, "approveExtension").path("cancelled").asInt()).isOne();
        assertThat(mark(trail, "extensionLapsed").path("done").asInt()).isOne();
    }

    @Test
    @DisplayName("办结以后：各流程按开始先后列出，每一个都能打开")
    void anEndedMatterListsAllItsInstancesAndEachHasItsTrail() {
        PetitionId id = ended();

        JsonNode lines =
                WebSession.of(port, "supervise").get(ROOT + id + "/instances").json();
        assertThat(models(lines)).containsExactly("信访事项总流程", "登记受理", "分流转办", "办理答复", "满意度评价", "复查申请与复查");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("running").asBoolean()).isFalse();
            assertThat(line.path("state").asText()).isEqualTo("已结束");
            assertThat(line.path("ended").asText()).isNotEmpty();
            JsonNode trail = trail("supervise", id, line.path("id").asText());
            assertThat(trail.path("definition").asText()).isNotEmpty();
            assertThat(trail.path("steps")).isNotEmpty();
            assertThat(trail.path("flows")).isNotEmpty();
        });
        JsonNode whole = trail("supervise", id, "");
        assertThat(whole.path("model").asText()).startsWith("信访事项总流程");
        assertThat(step(whole, "petitionReview").path("called").asText()).isEqualTo(instance(id, "petitionReview"));
        assertThat(step(whole, "petitionClosed").path("kind").asText()).isEqualTo("结束");
        assertThat(whoDid(trail("supervise", id, instance(id, "petitionReview")), "awaitReviewRequest"))
                .containsExactly("信访人");
    }

    @Test
    @DisplayName("历史清理以后：说明已清理，案卷的办理经过仍在")
    void whereTheHistoryIsGoneItIsSaid() {
        PetitionId id = ended();
        String gone = instance(id, "petitionReview");
        history.deleteHistoricProcessInstance(gone);

        JsonNode one = trail("supervise", id, gone);

        assertThat(one.path("told").asText()).contains("没有找到这个流程的运行记录");
        assertThat(one.path("definition").asText()).isEmpty();
        assertThat(one.path("instances")).hasSize(5);
        assertThat(trail("supervise", id, instance(id, "petitionLifecycle"))
                        .path("told")
                        .asText())
                .isEmpty();

        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.value())
                .list()
                .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));

        JsonNode all = trail("supervise", id, gone);
        assertThat(all.path("told").asText()).contains("已超过保存期限");
        assertThat(all.path("instances")).isEmpty();
        assertThat(WebSession.of(port, "supervise")
                        .get(ROOT + id + "/case")
                        .json()
                        .path("journal"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("升级以前开始的流程：只标各人办过的步骤，并且说明")
    void whatIsOlderThanTrailsSaysSo() {
        PetitionId id = ended();
        jdbc.sql("""
                        delete from engine.trail where instance in
                            (select id_ from act_hi_procinst where business_key_ = ?)""").param(id.value()).update();

        JsonNode handling = trail("supervise", id, instance(id, "petitionHandling"));
        assertThat(handling.path("told").asText()).contains("开始得早");
        assertThat(step(handling, "draftOpinion").path("stateLabel").asText()).isEqualTo("已完成");
        assertThat(handling.path("flows")).isEmpty();
        assertThat(steps(trail("supervise", id, ""))).contains("登记受理", "分流转办", "办理答复", "满意度评价", "复查申请与复查");
    }

    @Test
    @DisplayName("别的事项的流程编号换不出东西")
    void anInstanceOfAnotherMatterIsNotFoundHere() {
        PetitionId mine = Life.ofALetter().id();
        PetitionId other = Life.ofALetter().withTheHandler().id();

        JsonNode trail = trail("supervise", mine, instance(other, "petitionHandling"));

        assertThat(trail.path("steps")).isEmpty();
        assertThat(trail.path("told").asText()).contains("不是这件事项的流程");
        assertThat(trail.toString()).doesNotContain(other.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "head", "dispatch", "intake", "binjiangSupervise", "admin", "sealed"})
    @DisplayName("不能看全市流程或者不能看案卷的，什么也得不到")
    void whoeverMayNotReadBothGetsNothing(String officer) {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        WebSession web = WebSession.of(port, officer);

        WebSession.Answer instances = web.get(ROOT + id + "/instances");
        WebSession.Answer trail = web.get(ROOT + id + "/trail?instance=" + instance(id, "petitionHandling"));

        assertThat(instances.body().equals("[]") || instances.status() == 404)
                .as(instances.toString())
                .isTrue();
        assertThat(trail.status()).as(trail.toString()).isIn(403, 404);
        assertThat(trail.body()).doesNotContain("decideAcceptance");
    }

    @Test
    @DisplayName("第三十条 检举控告件对市督查员不存在：流程、轨迹都和没有这个编号一样")
    void aSealedMatterIsNotThereForTheWatchersOfTheCity() {
        PetitionId id = Life.ofALetter().id();
        String life = instance(id, "petitionLifecycle");
        Desk.as("dispatch").complete(id, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        String sealed = instance(id, "accusationTransfer");

        for (String officer : List.of("supervise", "leader")) {
            WebSession web = WebSession.of(port, officer);
            for (String address :
                    List.of("/instances", "/trail", "/trail?instance=" + life, "/trail?instance=" + sealed)) {
                WebSession.Answer answer = web.get(ROOT + id + address);
                assertThat(answer.status()).as(address).isEqualTo(404);
                assertThat(answer.body()).doesNotContain(life, sealed, "accusationTransfer");
            }
        }
    }

    @Test
    void withoutLoginNothingIsSaid() {
        PetitionId id = Life.ofALetter().id();

        assertThat(WebSession.anonymous(port).get(ROOT + id + "/instances").status())
                .isEqualTo(401);
        assertThat(WebSession.anonymous(port).get(ROOT + id + "/trail").status())
                .isEqualTo(401);
    }

    private PetitionId ended() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("POST")
                .received()
                .id();
        review.requestReview(id, petitions.queryCode(id), "意见没有回应主要问题，请求重新核实。");
        Life.of(id).reviewed();
        Time.is("2026-07-01");
        Jobs.of(context, id).runDue();
        return id;
    }

    private JsonNode trail(String officer, PetitionId id, String instance) {
        WebSession.Answer answer = WebSession.of(port, officer)
                .get(ROOT + id + "/trail" + (instance.isEmpty() ? "" : "?instance=" + instance));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private String instance(PetitionId id, String model) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.value())
                .processDefinitionKey(model)
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .findFirst()
                .orElseThrow();
    }

    private String name(String officer) {
        return jdbc.sql("select name from organ.officer where id = ?")
                .param(officer)
                .query(String.class)
                .single();
    }

    private static JsonNode step(JsonNode trail, String element) {
        return all(trail.path("steps")).stream()
                .filter(step -> step.path("element").asText().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + element + " in " + trail));
    }

    private static List<String> whoDid(JsonNode trail, String element) {
        return all(trail.path("steps")).stream()
                .filter(step -> step.path("element").asText().equals(element))
                .map(step -> step.path("who").asText())
                .toList();
    }

    private static JsonNode mark(JsonNode trail, String element) {
        return all(trail.path("marks")).stream()
                .filter(mark -> mark.path("element").asText().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> steps(JsonNode trail) {
        return all(trail.path("steps")).stream()
                .map(step -> step.path("name").asText())
                .toList();
    }

    private static List<String> models(JsonNode lines) {
        return all(lines).stream().map(line -> line.path("model").asText()).toList();
    }

    private static List<JsonNode> all(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }
}
