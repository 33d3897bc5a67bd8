package org.huiyin.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@CoversAllPathsOf("suggestionHandling")
@DisplayName("人民建议：第二十九条，R16、R41")
class SuggestionHandlingProcessTest {
    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "deliveryMethod", "POST");

    @Autowired
    Petitions petitions;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Suggestion suggestion;

    @Autowired
    CaseFile cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Papers papers;

    @Autowired
    RuntimeService runtime;

    private final Desk handler = Desk.as("handler");
    private final Desk head = Desk.as("head");

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("第二十九条 研究、采纳、答复；期限自交办起算")
    void anAdoptedSuggestionIsAnswered() {
        PetitionId id = assigned();
        assertThat(clock(id, ClockKind.D18).rawDue()).isEqualTo("2026-07-31");
        assertThat(clock(id, ClockKind.D4).state()).isEqualTo(ClockState.CANCELLED);

        Time.is("2026-06-20");
        handler.complete(id, "studySuggestion", study("ADOPTED", ""));
        assertThat(head.open(id, "signSuggestionReply"))
                .containsEntry("reply", "今年内更换节能灯。")
                .containsEntry("conclusion", "采纳");
        head.complete(id, "signSuggestionReply", SIGN);

        Paper reply = papers.latest(id, PaperKind.SUGGESTION_REPLY).orElseThrow();
        assertThat(papers.html(reply.id())).contains("采纳").contains("今年内更换节能灯。");
        assertThat(reply.deliveryMethod()).contains(DeliveryMethod.POST);
        assertThat(clock(id, ClockKind.D18).state()).isEqualTo(ClockState.MET);
        assertThat(clock(id, ClockKind.D22).start().on()).isEqualTo("2026-06-20");
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ANSWERED);
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("R16 不采纳的说明理由，理由写进答复")
    void whatIsNotAdoptedIsAnsweredWithTheReason() {
        PetitionId id = assigned();
        handler.complete(id, "studySuggestion", study("NOT_ADOPTED", "与正在施工的改造方案重复。"));

        head.complete(id, "signSuggestionReply", SIGN);

        Paper reply = papers.latest(id, PaperKind.SUGGESTION_REPLY).orElseThrow();
        assertThat(papers.html(reply.id())).contains("不采纳").contains("与正在施工的改造方案重复。");
    }

    @Test
    @DisplayName("R16 没有理由的不采纳不能提交")
    void nothingIsRejectedWithoutAReason() {
        PetitionId id = assigned();

        assertRefused(
                () -> handler.complete(id, "studySuggestion", study("NOT_ADOPTED", "")), "conclusionReason", "请填写");
        assertThatThrownBy(() -> new StudyText("现场查看", Conclusion.PARTLY, " ", "答复"))
                .hasMessageContaining("应当写明理由");
        assertThat(suggestion.studies(id)).isEmpty();
    }

    @Test
    void aReturnedReplyComesBackWithTheHeadsComment() {
        PetitionId id = assigned();
        handler.complete(id, "studySuggestion", study("PARTLY", "只更换主干道的灯。"));

        head.complete(id, "signSuggestionReply", Map.of("decision", "RETURN", "signComment", "请写明哪些道路。"));

        assertThat(handler.open(id, "studySuggestion"))
                .containsEntry("returnComment", "负责人退回修改：请写明哪些道路。")
                .containsEntry("conclusion", "PARTLY");
        handler.complete(id, "studySuggestion", study("PARTLY", "只更换柳树巷和河西路的灯。"));
        head.complete(id, "signSuggestionReply", SIGN);
        assertThat(suggestion.studies(id)).extracting(Study::version).containsExactly(2, 1);
    }

    @Test
    @DisplayName("两人原则：签发人不得是拟写人")
    void whoeverDraftedAReplyDoesNotSignIt() {
        PetitionId id = assigned();
        handler.complete(id, "studySuggestion", study("ADOPTED", ""));
        String task = gateway.as(HANDLER, () -> gateway.openTasks(id).get(0).id());
        gateway.as(HANDLER, () -> gateway.claim(task));

        assertRefused(() -> gateway.as(HANDLER, () -> gateway.complete(task, SIGN)), "decision", "签发人不得是拟写人");
    }

    @Test
    void withoutAnAddresseeTheReplyIsPublished() {
        PetitionId id = assigned(ARegistration.letter());
        handler.complete(id, "studySuggestion", study("ADOPTED", ""));
        assertThat(head.claim(id, "signSuggestionReply").open(id, "signSuggestionReply"))
                .containsEntry("deliveryMethod", "PUBLISHED");

        head.complete(id, "signSuggestionReply", Map.of("decision", "SIGN", "deliveryMethod", "PUBLISHED"));

        assertThat(isOver(id)).isTrue();
    }

    @Test
    void aReplyThatCanBeDeliveredIsNotJustPublished() {
        PetitionId id = assigned();
        handler.complete(id, "studySuggestion", study("ADOPTED", ""));

        assertRefused(
                () -> head.complete(
                        id, "signSuggestionReply", Map.of("decision", "SIGN", "deliveryMethod", "PUBLISHED")),
                "deliveryMethod",
                "应当送达");
    }

    private PetitionId assigned() {
        return assigned(ARegistration.letter().from("韩雨桐"));
    }

    private PetitionId assigned(ARegistration registration) {
        PetitionId id = petitions.forwarded(registration.build());
        Map<String, Object> routing = Map.of("organ", Petitions.HOUSING.value(), "handler", HANDLER.value());
        gateway.as(HANDLER, () -> gateway.start(SuggestionProcess.ID, id, routing));
        return id;
    }

    private static Map<String, Object> study(String conclusion, String reason) {
        return Map.of(
                "study",
                "养护科和照明中心到现场查看并测算。",
                "conclusion",
                conclusion,
                "conclusionReason",
                reason,
                "reply",
                "今年内更换节能灯。");
    }

    private Clock clock(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).orElseThrow();
    }

    private boolean isOver(PetitionId id) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .processDefinitionKey(SuggestionProcess.ID)
                        .count()
                == 0;
    }
}
