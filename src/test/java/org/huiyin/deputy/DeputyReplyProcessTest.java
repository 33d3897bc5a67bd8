package org.huiyin.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@CoversAllPathsOf("deputyReply")
@DisplayName("R50 代表委员转来的，结果反馈本人")
class DeputyReplyProcessTest {
    private static final String DEPUTY = "蔺清秋";
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    @Autowired
    Deadlines deadlines;

    @Autowired
    EngineGateway engine;

    @Autowired
    HistoryService history;

    private final Desk dispatcher = Desk.as(DISPATCHER);

    @Test
    @DisplayName("信访人的答复送出之后才须反馈；反馈函写给代表本人，有文号；信访人的送达、评价、复查和期限照常")
    void theDeputyIsToldOnceThePetitionerHasHisAnswer() {
        Time.is("2026-03-02");
        Life life = fromADeputy()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted()
                .drafted()
                .signed();
        PetitionId id = life.id();
        assertThat(dispatcher.sees(id)).doesNotContain("tellDeputy");
        assertThat(stateIn(id)).isEqualTo("办结后须向转交的代表委员反馈结果");

        life.sent("POST");

        List<String> clocks = clocks(id);
        assertThat(stateIn(id)).isEqualTo("应当在2026年3月16日前向转交的代表委员反馈结果");
        assertThat(dispatcher.task(id, "tellDeputy").getDueDate()).isEqualTo("2026-03-16T23:59:59");
        assertThat(dispatcher.open(id, "tellDeputy"))
                .containsEntry("decision", "TELL")
                .hasEntrySatisfying(
                        "outcomeText",
                        text -> assertThat(String.valueOf(text))
                                .contains(
                                        "滨江区住房和城乡建设局已于2026年3月2日作出《信访处理意见书》",
                                        records.paper(id, PaperKind.OPINION).number())
                                .doesNotContain(Typed.NAME));
        dispatcher.complete(id, "tellDeputy", told("POST"));

        assertThat(records.printed(id, PaperKind.DEPUTY_REPLY))
                .contains("办理结果反馈函", DEPUTY + "代表（委员）：", "管道已经更换", "江城市信访局", id.value())
                .doesNotContain(Typed.NAME);
        String number = records.paper(id, PaperKind.DEPUTY_REPLY).number();
        assertThat(number).contains("信访馈〔2026〕");
        assertThat(stateIn(id)).contains("已于2026年3月2日由", "以" + number + "（邮寄）反馈代表委员");
        assertThat(records.entry(id, JournalKind.DEPUTY_TOLD).facts()).containsEntry("number", number);
        assertThat(clocks(id)).as("no clock has moved").isEqualTo(clocks);
        assertThat(records.isOver(id, "deputyReply")).isTrue();
        life.received();
        assertThat(clocks(id))
                .as("the petitioner's days begin with his receipt")
                .hasSizeGreaterThan(clocks.size());
    }

    @Test
    @DisplayName("没有作出答复就办结的，同样须反馈，而且只有一次")
    void whatEndsWithoutAnAnswerIsToldToo() {
        PetitionId declined = fromADeputy()
                .sorted()
                .forwarded()
                .signedIn()
                .declined("LEGAL_ROUTE")
                .id();
        PetitionId guided = fromADeputy().id();
        dispatcher.complete(
                guided,
                "decideClass",
                Map.of("petitionClass", "APPEAL", "route", "LITIGATION", "classReason", "应当向人民法院起诉。"));
        dispatcher.complete(
                guided,
                "guideToProcedure",
                Map.of(
                        "procedureName", "民事诉讼",
                        "procedureBody", "滨江区人民法院",
                        "guidance", "请向滨江区人民法院起诉。",
                        "deliveryMethod", "POST"));

        assertThat(dispatcher.sees(declined)).containsOnlyOnce("tellDeputy");
        assertThat(dispatcher.sees(guided)).containsExactly("tellDeputy");
        assertThat(String.valueOf(dispatcher.open(guided, "tellDeputy").get("outcomeText")))
                .contains("导入法定途径告知书");
        dispatcher.complete(guided, "tellDeputy", told("PHONE"));
        assertThat(dispatcher.sees(guided)).isEmpty();
    }

    @Test
    @DisplayName("已经反馈之后又作出复查意见的，再反馈一次；还没有反馈的，仍是一次")
    void theOutcomeOfAReviewIsToldAsWell() {
        PetitionId told = answered().id();
        dispatcher.complete(told, "tellDeputy", told("IN_PERSON"));
        PetitionId waiting = answered().id();

        for (PetitionId id : List.of(told, waiting)) {
            engine.as(DISPATCHER, () -> cases.end(id, EndReason.REVIEWED, "复查"));
            assertThat(dispatcher.sees(id)).containsOnlyOnce("tellDeputy");
        }
    }

    @Test
    @DisplayName("本人表示不需要的，写明理由，不再催")
    void whoWantsNoneIsNotTold() {
        PetitionId id = answered().id();
        assertRefused(
                () -> dispatcher.complete(id, "tellDeputy", Map.of("decision", "NOT_NEEDED")),
                "notNeededReason",
                "请填写");

        dispatcher.complete(id, "tellDeputy", Map.of("decision", "NOT_NEEDED", "notNeededReason", "本人来电表示已从信访人处知悉"));

        assertThat(records.hasPaper(id, PaperKind.DEPUTY_REPLY)).isFalse();
        assertThat(records.entry(id, JournalKind.DEPUTY_REPLY_NOT_NEEDED).typed())
                .contains("本人来电表示已从信访人处知悉");
        assertThat(stateIn(id)).contains("记明无须反馈：本人来电表示已从信访人处知悉");
        assertThat(dispatcher.sees(id)).doesNotContain("tellDeputy");
    }

    @Test
    @DisplayName("登记时不要求反馈的、不是代表委员转来的，没有这一步")
    void nobodyIsToldUnasked() {
        PetitionId notAsked = fromADeputy("outcomeOwed", false)
                .sorted()
                .forwarded()
                .signedIn()
                .accepted()
                .drafted()
                .signed()
                .sent("POST")
                .id();
        PetitionId direct = Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("POST")
                .id();

        for (PetitionId id : List.of(notAsked, direct)) {
            assertThat(dispatcher.sees(id)).doesNotContain("tellDeputy");
            assertThat(stateIn(id)).isEmpty();
        }
    }

    @Test
    @DisplayName("第三十条 代表委员转来的检举控告件，不从这里反馈，也没有人看得到这一步")
    void nothingIsToldOfAnAccusation() {
        PetitionId id = fromADeputy().id();
        dispatcher.complete(id, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        Desk.as("sealed").complete(id, "transferAccusation", Map.of("disciplineBody", "cityDiscipline"));
        Desk.as("discipline")
                .complete(
                        id,
                        "receiveAccusation",
                        Map.of("receivedOn", Time.today().toString()));

        assertThat(cases.get(id).endReason()).contains(EndReason.TRANSFERRED);
        assertThat(records.journal(id)).doesNotContain(JournalKind.DEPUTY_REPLY_OWED);
        assertThat(records.isOver(id, "deputyReply")).isTrue();
        assertThat(dispatcher.sees(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "head", "intake", "reviewer", "binjiangUrbanManagementHandler", "sealed"})
    @DisplayName("由登记的机关的分流员反馈，别人没有这件待办")
    void onlyTheOrganThatTookItInTells(String officer) {
        PetitionId id = answered().id();

        assertThat(Desk.as(officer).sees(id)).doesNotContain("tellDeputy");
        assertThat(Desk.as("dispatchTwo").sees(id)).contains("tellDeputy");
    }

    @Test
    @DisplayName("代表委员的姓名和反馈的内容不进入流程引擎；办理结果必填")
    void nothingTypedEntersTheEngine() {
        PetitionId id = answered().id();
        assertRefused(
                () -> dispatcher.complete(id, "tellDeputy", Map.of("decision", "TELL", "deliveryMethod", "POST")),
                "outcomeText",
                "请填写");
        assertThat(records.hasPaper(id, PaperKind.DEPUTY_REPLY)).isFalse();

        dispatcher.complete(id, "tellDeputy", told("ELECTRONIC"));

        String instance = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("deputyReply")
                .processInstanceBusinessKey(id.value())
                .singleResult()
                .getId();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(HistoricVariableInstance::getValue)
                .extracting(String::valueOf)
                .noneMatch(value -> value.contains(DEPUTY) || value.contains("管道"));
    }

    private Life answered() {
        return fromADeputy()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted()
                .drafted()
                .signed()
                .sent("POST");
    }

    private static Life fromADeputy(Object... more) {
        Map<String, Object> typed = with(
                Typed.letter(),
                "moreFacts",
                true,
                "source",
                "DEPUTY",
                "deputyName",
                DEPUTY,
                "deputyPhone",
                "13700006655",
                "outcomeOwed",
                true);
        Desk registrar = Desk.as("intake");
        PetitionId id = registrar.receive(Channel.LETTER);
        registrar.complete(id, "registerLetter", with(typed, more));
        return Life.of(id);
    }

    private static Map<String, Object> told(String method) {
        return Map.of("decision", "TELL", "outcomeText", "经查属实，管道已经更换，信访人已收到答复。", "deliveryMethod", method);
    }

    private List<String> clocks(PetitionId id) {
        return deadlines.of(id).stream().map(DeputyReplyProcessTest::inWords).toList();
    }

    private static String inWords(Clock clock) {
        return clock.kind() + " " + clock.state() + " " + clock.rawDue();
    }

    /** As the officer reads it beside his form. */
    private String stateIn(PetitionId id) {
        JsonNode facts = WebSession.of(port, "dispatch")
                .get("/camunda/api/huiyin/petitions/" + id + "/registration")
                .json()
                .path("facts");
        for (JsonNode fact : facts) {
            if (fact.path("label").asText().equals("反馈代表委员")) {
                return fact.path("text").asText();
            }
        }
        return "";
    }
}
