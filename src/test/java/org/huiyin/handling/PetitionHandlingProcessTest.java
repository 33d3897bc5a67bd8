package org.huiyin.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Petitions.HEAD;
import static org.huiyin.testkit.Petitions.day;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
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
@CoversAllPathsOf("petitionHandling")
@DisplayName("办理答复：第二十三条、第三十一条至第三十五条")
class PetitionHandlingProcessTest {
    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT", "deliveryMethod", "POST");
    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN");

    @Autowired
    Petitions petitions;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Handling handling;

    @Autowired
    CaseFile cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Papers papers;

    @Autowired
    Journal journal;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    private final Desk handler = Desk.as("handler");
    private final Desk head = Desk.as("head");

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("第二十三条、第三十四条 受理告知书发出，告知期限完成，六十日办理期限起算")
    void acceptingIssuesTheNoticeAndBeginsTheSixtyDays() {
        PetitionId id = begun(named());

        handler.complete(id, "decideAcceptance", ACCEPT);

        Paper notice = papers.latest(id, PaperKind.ACCEPTANCE_NOTICE).orElseThrow();
        assertThat(notice.number()).startsWith("滨建信访受〔2026〕");
        assertThat(notice.deliveryMethod()).contains(DeliveryMethod.POST);
        assertThat(papers.html(notice.id())).contains("2026年6月1日").contains("2026年7月31日");
        assertThat(clock(id, ClockKind.D4).state()).isEqualTo(ClockState.MET);
        assertThat(clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ACCEPTED);
        assertThat(handler.sees(id)).containsExactly("draftOpinion");
    }

    @Test
    @DisplayName("第三十二条、第三十四条、第三十五条 意见书签发、送出、签收")
    void theOpinionIsSignedSentAndReceived() {
        PetitionId id = accepted(named());
        Time.is("2026-06-20");
        handler.complete(id, "draftOpinion", draft("予以修复。"));
        assertThat(head.open(id, "signOpinion"))
                .as("the head reads what he signs")
                .containsEntry("opinion", "予以修复。")
                .containsEntry("opinionOutcome", OpinionOutcome.SUPPORTED.label());
        head.complete(id, "signOpinion", SIGN);

        Paper opinion = papers.latest(id, PaperKind.OPINION).orElseThrow();
        assertThat(opinion.number()).startsWith("滨建信访处〔2026〕");
        assertThat(papers.html(opinion.id())).contains("滨江区人民政府").contains("30日");
        assertThat(clock(id, ClockKind.D6).isRunning())
                .as("issued is not yet sent")
                .isTrue();

        Time.is("2026-06-22");
        handler.complete(id, "sendOpinion", Map.of("deliveryMethod", "POST", "sentOn", day(0)));
        assertThat(clock(id, ClockKind.D6).state()).isEqualTo(ClockState.MET);
        assertThat(deadlines.find(id, ClockKind.D12))
                .as("sent is not yet received")
                .isEmpty();

        Time.is("2026-06-29");
        handler.complete(id, "recordReceipt", Map.of("receiptKind", "SIGNED", "receivedOn", "2026-06-25"));
        assertThat(clock(id, ClockKind.D12).start().on()).isEqualTo("2026-06-25");
        assertThat(clock(id, ClockKind.D12).rawDue()).isEqualTo("2026-07-25");
        assertThat(clock(id, ClockKind.D22).start().on()).isEqualTo("2026-06-25");
        assertThat(isOver(id)).isTrue();
        assertThat(journal.intact(id)).isTrue();
        assertThat(kinds(id))
                .containsSubsequence(
                        JournalKind.ACCEPTED,
                        JournalKind.DRAFTED,
                        JournalKind.SIGNED,
                        JournalKind.ANSWER_SENT,
                        JournalKind.PAPER_RECEIVED);
    }

    @Test
    @DisplayName("第三十五条 拒收按当日送达")
    void refusingToTakeItCountsAsReceiptThatDay() {
        PetitionId id = sent(named(), "IN_PERSON");

        handler.complete(id, "recordReceipt", Map.of("receiptKind", "REFUSED", "receivedOn", day(0)));

        assertThat(clock(id, ClockKind.D12).start().on()).isEqualTo(Time.today());
        assertThat(papers.latest(id, PaperKind.OPINION))
                .hasValueSatisfying(paper -> assertThat(paper.isReceived()).isTrue());
    }

    @Test
    @DisplayName("第三十五条 无法送达的改为公布，不起算申请复查的期限")
    void whatCannotBeDeliveredIsPublishedAndNoReviewWindowBegins() {
        PetitionId id = sent(named(), "POST");
        Time.passDays(10);

        handler.complete(
                id,
                "recordReceipt",
                Map.of("receiptKind", "UNDELIVERABLE", "receivedOn", day(-1), "receiptNote", "查无此人，退回"));

        assertThat(papers.latest(id, PaperKind.OPINION).flatMap(Paper::deliveryMethod))
                .contains(DeliveryMethod.PUBLISHED);
        assertThat(deadlines.find(id, ClockKind.D12)).isEmpty();
        assertThat(clock(id, ClockKind.D22).start().on()).isEqualTo(Time.today());
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第二十三条 姓名或者地址不清：无须告知，意见书公布在查询码之下")
    void withoutAnAddresseeNothingIsSentAndTheOpinionIsPublished() {
        PetitionId id = begun(petitions.forwarded(ARegistration.letter().build()));
        assertThat(handler.open(id, "decideAcceptance")).containsEntry("deliveryMethod", "NOT_DUE");
        handler.complete(id, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "NOT_DUE"));
        assertThat(kinds(id)).contains(JournalKind.NOTICE_NOT_DUE);
        handler.complete(id, "draftOpinion", draft("予以修复。"));
        head.complete(id, "signOpinion", SIGN);
        assertThat(handler.open(id, "sendOpinion")).containsEntry("deliveryMethod", "PUBLISHED");

        handler.complete(id, "sendOpinion", Map.of("deliveryMethod", "PUBLISHED", "sentOn", day(0)));

        assertThat(clock(id, ClockKind.D6).state()).isEqualTo(ClockState.MET);
        assertThat(clock(id, ClockKind.D22).start().on()).isEqualTo(Time.today());
        assertThat(deadlines.find(id, ClockKind.D12)).isEmpty();
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第二十三条 不予受理：说明理由和去向")
    void decliningSaysWhyAndWhereToGo() {
        PetitionId id =
                begun(petitions.direct(ARegistration.letter().from("韩雨桐").build()));

        handler.complete(
                id,
                "decideAcceptance",
                Map.of(
                        "decision", "DECLINE",
                        "declineReason", "NOT_COMPETENT",
                        "whereToGo", "滨江区城市管理局，鹭洲路6号",
                        "deliveryMethod", "POST"));

        Paper notice = papers.latest(id, PaperKind.DECLINE_NOTICE).orElseThrow();
        assertThat(papers.html(notice.id())).contains("不属于本机关职权").contains("滨江区城市管理局，鹭洲路6号");
        assertThat(clock(id, ClockKind.D3).state()).isEqualTo(ClockState.MET);
        assertThat(deadlines.find(id, ClockKind.D6)).isEmpty();
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第三十二条 退回修改：意见给拟写人看，另起一稿")
    void aReturnedDraftComesBackWithTheHeadsComment() {
        PetitionId id = accepted(named());
        handler.complete(id, "draftOpinion", draft("予以修复。"));

        head.complete(id, "signOpinion", Map.of("decision", "RETURN", "signComment", "请补充更换线路的期限。"));

        assertThat(handler.open(id, "draftOpinion"))
                .containsEntry("returnComment", "负责人退回修改：请补充更换线路的期限。")
                .containsEntry("opinion", "予以修复。");
        handler.complete(id, "draftOpinion", draft("十日内修复。"));
        head.complete(id, "signOpinion", SIGN);
        assertThat(handling.drafts(id)).extracting(Draft::version).containsExactly(2, 1);
        assertThat(papers.html(
                        papers.latest(id, PaperKind.OPINION).orElseThrow().id()))
                .contains("十日内修复。");
    }

    @Test
    void theFirstDraftBeginsWithTheDemandsOfTheLetter() {
        assertThat(handler.open(accepted(named()), "draftOpinion")).containsEntry("demands", "修复路灯");
    }

    @Test
    @DisplayName("第二十三条 转送来的事项不得以不属于职权为由不予受理")
    void decliningIsNoSubstituteForAnObjection() {
        PetitionId id = begun(named());
        Map<String, Object> decline = Map.of(
                "decision", "DECLINE",
                "declineReason", "NOT_COMPETENT",
                "whereToGo", "滨江区城市管理局",
                "deliveryMethod", "POST");

        assertRefused(() -> handler.complete(id, "decideAcceptance", decline), "declineReason", "异议");
        assertThat(papers.of(id)).isEmpty();
    }

    @Test
    @DisplayName("第二十三条 姓名地址清楚的必须告知")
    void aNoticeIsDueWhereThereIsAnAddressee() {
        PetitionId id = begun(named());
        Map<String, Object> silent = Map.of("decision", "ACCEPT", "deliveryMethod", "NOT_DUE");

        assertRefused(() -> handler.complete(id, "decideAcceptance", silent), "deliveryMethod", "应当书面告知");
    }

    @Test
    @DisplayName("第二十三条 姓名地址不清的无从邮寄")
    void nothingIsSentToNobody() {
        PetitionId id = begun(petitions.forwarded(ARegistration.letter().build()));

        assertRefused(() -> handler.complete(id, "decideAcceptance", ACCEPT), "deliveryMethod", "无从送达");
    }

    @Test
    @DisplayName("两人原则：签发人不得是拟写人")
    void whoeverDraftedAnOpinionDoesNotSignIt() {
        PetitionId id = accepted(named());
        handler.complete(id, "draftOpinion", draft("予以修复。"));
        String task = gateway.as(HANDLER, () -> gateway.openTasks(id).get(0).id());

        gateway.as(HANDLER, () -> gateway.claim(task));

        assertRefused(() -> gateway.as(HANDLER, () -> gateway.complete(task, SIGN)), "decision", "签发人不得是拟写人");
        assertThat(papers.latest(id, PaperKind.OPINION)).isEmpty();
        assertThat(handling.latestDraft(id))
                .hasValueSatisfying(draft -> assertThat(draft.isDecided()).isFalse());
    }

    @Test
    @DisplayName("第三十四条 地址清楚的不得以公布代替送达")
    void theOpinionIsNotPublishedWhereItCanBeDelivered() {
        PetitionId id = signed(named());

        assertRefused(
                () -> handler.complete(id, "sendOpinion", Map.of("deliveryMethod", "PUBLISHED", "sentOn", day(0))),
                "deliveryMethod",
                "应当送达");
    }

    @Test
    void theOpinionIsSentNeitherTomorrowNorBeforeItWasIssued() {
        PetitionId id = signed(named());

        assertRefused(
                () -> handler.complete(id, "sendOpinion", Map.of("deliveryMethod", "POST", "sentOn", day(1))),
                "sentOn",
                "不能晚于今天");
        assertRefused(
                () -> handler.complete(id, "sendOpinion", Map.of("deliveryMethod", "POST", "sentOn", day(-1))),
                "sentOn",
                "不能早于");
    }

    @Test
    void noReceiptBeforeTheSendingAndNoneFromTheFuture() {
        PetitionId id = sent(named(), "POST");

        assertRefused(
                () -> handler.complete(id, "recordReceipt", Map.of("receiptKind", "SIGNED", "receivedOn", day(-1))),
                "receivedOn",
                "不能早于");
        assertRefused(
                () -> handler.complete(id, "recordReceipt", Map.of("receiptKind", "SIGNED", "receivedOn", day(1))),
                "receivedOn",
                "不能晚于今天");
        assertThat(deadlines.find(id, ClockKind.D12)).isEmpty();
    }

    @Test
    @DisplayName("R25 没有承办人不得开始办理")
    void noMatterIsHandledWithoutANamedOfficer() {
        PetitionId id = named();

        assertThatThrownBy(() -> start(id, Map.of("organ", Petitions.HOUSING.value())))
                .hasStackTraceContaining("process variable handler is missing");
        assertRefused(
                () -> start(id, Map.of("organ", Petitions.HOUSING.value(), "handler", HEAD.value())), "handler", "承办人");
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("意见全文只在我们的表中，不进入引擎")
    void theTextOfAnOpinionNeverEntersTheEngine() {
        PetitionId id = accepted(named());
        String text = "甲".repeat(50_000);

        handler.complete(id, "draftOpinion", draft(text));

        assertThat(handling.latestDraft(id))
                .hasValueSatisfying(draft -> assertThat(draft.text().opinion()).isEqualTo(text));
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("opinion")
                        .count())
                .isZero();
        assertThat(runtime.createVariableInstanceQuery().variableName("opinion").count())
                .isZero();
    }

    private PetitionId named() {
        return petitions.forwarded(ARegistration.letter().from("韩雨桐").build());
    }

    private PetitionId begun(PetitionId id) {
        start(id, Map.of("organ", Petitions.HOUSING.value(), "handler", HANDLER.value()));
        return id;
    }

    private PetitionId accepted(PetitionId id) {
        begun(id);
        handler.complete(id, "decideAcceptance", ACCEPT);
        return id;
    }

    private PetitionId signed(PetitionId id) {
        accepted(id);
        handler.complete(id, "draftOpinion", draft("予以修复。"));
        head.complete(id, "signOpinion", SIGN);
        return id;
    }

    private PetitionId sent(PetitionId id, String method) {
        signed(id);
        handler.complete(id, "sendOpinion", Map.of("deliveryMethod", method, "sentOn", day(0)));
        return id;
    }

    private void start(PetitionId id, Map<String, Object> routing) {
        gateway.as(HANDLER, () -> gateway.start(HandlingProcess.ID, id, new HashMap<>(routing)));
    }

    private static Map<String, Object> draft(String opinion) {
        return Map.of(
                "demands", "修复路灯",
                "findings", "经查，三盏路灯因线路老化损坏。",
                "opinionOutcome", "SUPPORTED",
                "opinion", opinion,
                "legalBasis", "《城市道路管理条例》第二十一条");
    }

    private Clock clock(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).orElseThrow();
    }

    private boolean isOver(PetitionId id) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .processDefinitionKey(HandlingProcess.ID)
                        .count()
                == 0;
    }

    private List<JournalKind> kinds(PetitionId id) {
        return journal.of(id).stream().map(JournalEntry::kind).toList();
    }
}
