package org.huiyin.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Petitions.HEAD;
import static org.huiyin.testkit.Petitions.HOUSING;
import static org.huiyin.testkit.Petitions.day;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.PaperKind;
import org.huiyin.signing.Draft;
import org.huiyin.signing.Drafts;
import org.huiyin.simplified.SimplifiedProcedure;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways through the model; what is refused on them is in {@link AcceptanceTest}, {@link ExtensionTest} and
 * {@link DeliveryTest}. */
@HuiyinTest
@CoversAllPathsOf("petitionHandling")
@DisplayName("办理答复：第二十三条、第三十一条至第三十五条")
class PetitionHandlingProcessTest {
    private static final String COMPLEX = "需要委托鉴定管道材质。";

    @Autowired
    Petitions petitions;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Drafts drafts;

    @Autowired
    Links links;

    @Autowired
    Extensions extensions;

    @Autowired
    SimplifiedProcedure simplified;

    @Autowired
    CaseFile cases;

    @Autowired
    Journal journal;

    @Autowired
    Records records;

    private final Desk handler = Desk.as("handler");
    private final Desk head = Desk.as("head");

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("第二十三条、第三十四条 受理告知书发出，告知期限完成，六十日办理期限起算")
    void acceptingIssuesTheNoticeAndBeginsTheSixtyDays() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();

        assertThat(records.paper(id, PaperKind.ACCEPTANCE_NOTICE).number()).startsWith("滨建信访受〔2026〕");
        assertThat(records.paper(id, PaperKind.ACCEPTANCE_NOTICE).deliveryMethod())
                .contains(DeliveryMethod.POST);
        assertThat(records.printed(id, PaperKind.ACCEPTANCE_NOTICE))
                .contains("2026年6月1日")
                .contains("2026年7月31日");
        assertThat(records.clock(id, ClockKind.D4).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
        assertThat(records.clock(id, ClockKind.D6).terms().told())
                .contains(new Told(
                        LocalDate.parse("2026-07-31"),
                        records.paper(id, PaperKind.ACCEPTANCE_NOTICE).number()));
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ACCEPTED);
        assertThat(handler.sees(id)).containsExactly("draftOpinion");
    }

    @Test
    @DisplayName("第三十二条、第三十四条、第三十五条 意见书签发、送出、签收")
    void theOpinionIsSignedSentAndReceived() {
        Life life = Life.ofALetter().withTheHandler().accepted();
        PetitionId id = life.id();
        Time.is("2026-06-20");
        life.drafted();
        assertThat(head.open(id, "signOpinion"))
                .as("the head reads what he signs")
                .containsEntry("opinion", "十五日内更换老化管道。")
                .containsEntry("opinionOutcome", OpinionOutcome.SUPPORTED.label());
        life.signed();

        assertThat(records.paper(id, PaperKind.OPINION).number()).startsWith("滨建信访处〔2026〕");
        assertThat(records.printed(id, PaperKind.OPINION)).contains("滨江区人民政府").contains("30日");
        assertThat(records.clock(id, ClockKind.D6).isRunning())
                .as("issued is not yet sent")
                .isTrue();

        Time.is("2026-06-22");
        life.sent("POST");
        assertThat(records.clock(id, ClockKind.D6).state()).isEqualTo(ClockState.MET);
        assertThat(records.hasClock(id, ClockKind.D12))
                .as("sent is not yet received")
                .isFalse();

        Time.is("2026-06-29");
        handler.complete(id, "recordReceipt", Map.of("receiptKind", "SIGNED", "receivedOn", "2026-06-25"));
        assertThat(records.clock(id, ClockKind.D12).start().on()).isEqualTo("2026-06-25");
        assertThat(records.clock(id, ClockKind.D12).rawDue()).isEqualTo("2026-07-25");
        assertThat(records.clock(id, ClockKind.D22).start().on()).isEqualTo("2026-06-25");
        assertThat(isOver(id)).isTrue();
        assertThat(journal.intact(id)).isTrue();
        assertThat(records.journal(id))
                .containsSubsequence(
                        JournalKind.ACCEPTED,
                        JournalKind.DRAFTED,
                        JournalKind.SIGNED,
                        JournalKind.ANSWER_SENT,
                        JournalKind.PAPER_RECEIVED);
    }

    @Test
    @DisplayName("第三十二条 一份意见一并答复共同信访件：各有文号、各自送达，期限、评价和复查各算各的")
    void oneOpinionAnswersAJoinedMatterToo() {
        PetitionId lead = JoinedMatters.accepted("陆汀兰");
        PetitionId joined = JoinedMatters.accepted("韩溪午");
        JoinedMatters.join(links, gateway, joined, lead);
        Life.of(lead).drafted(JoinedMatters.opinionFor(joined)).signed();

        assertThat(handler.sees(joined)).containsExactly("sendOpinion");
        assertThat(records.clock(joined, ClockKind.D6).isRunning())
                .as("issued is not yet sent")
                .isTrue();
        Time.is("2026-06-03");
        Life.of(lead).sent("POST").received();
        assertThat(records.hasClock(joined, ClockKind.D12)).isFalse();
        Time.is("2026-06-08");
        Life.of(joined).sent("IN_PERSON").received();

        assertThat(records.clock(lead, ClockKind.D12).start().on()).isEqualTo("2026-06-03");
        assertThat(records.clock(joined, ClockKind.D12).start().on()).isEqualTo("2026-06-08");
        assertThat(records.clock(joined, ClockKind.D6).state()).isEqualTo(ClockState.MET);
        assertThat(records.hasClock(joined, ClockKind.D22)).isTrue();
        assertThat(isOver(joined)).isTrue();
        assertThat(journal.intact(joined)).isTrue();
    }

    @Test
    @DisplayName("第三十五条 拒收按当日送达")
    void refusingToTakeItCountsAsReceiptThatDay() {
        PetitionId id = sent("IN_PERSON").received("REFUSED").id();

        assertThat(records.clock(id, ClockKind.D12).start().on()).isEqualTo(Time.today());
        assertThat(records.paper(id, PaperKind.OPINION).isReceived()).isTrue();
    }

    @Test
    @DisplayName("第三十五条 无法送达的改为公布，不起算申请复查的期限")
    void whatCannotBeDeliveredIsPublishedAndNoReviewWindowBegins() {
        PetitionId id = sent("POST").id();
        Time.passDays(10);

        handler.complete(
                id,
                "recordReceipt",
                Map.of("receiptKind", "UNDELIVERABLE", "receivedOn", day(-1), "receiptNote", "查无此人，退回"));

        assertThat(records.paper(id, PaperKind.OPINION).deliveryMethod()).contains(DeliveryMethod.PUBLISHED);
        assertThat(records.hasClock(id, ClockKind.D12)).isFalse();
        assertThat(records.clock(id, ClockKind.D22).start().on()).isEqualTo(Time.today());
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第二十三条 姓名或者地址不清：无须告知，意见书公布在查询码之下")
    void withoutAnAddresseeNothingIsSentAndTheOpinionIsPublished() {
        Life life = Life.ofAnAnonymousLetter().withTheHandler();
        PetitionId id = life.id();
        assertThat(handler.open(id, "decideAcceptance")).containsEntry("deliveryMethod", "NOT_DUE");
        life.accepted("NOT_DUE");
        assertThat(records.journal(id)).contains(JournalKind.NOTICE_NOT_DUE);
        life.drafted().signed();
        assertThat(handler.open(id, "sendOpinion")).containsEntry("deliveryMethod", "PUBLISHED");

        life.sent("PUBLISHED");

        assertThat(records.clock(id, ClockKind.D6).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(id, ClockKind.D22).start().on()).isEqualTo(Time.today());
        assertThat(records.hasClock(id, ClockKind.D12)).isFalse();
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第二十三条 不予受理：说明理由和去向")
    void decliningSaysWhyAndWhereToGo() {
        PetitionId id = Life.ofALetterToTheHousingBureau()
                .takenOnByTheHousingBureau()
                .declined("NOT_COMPETENT")
                .id();

        assertThat(records.printed(id, PaperKind.DECLINE_NOTICE))
                .contains("不属于本机关职权")
                .contains("滨江区人民法院立案庭");
        assertThat(records.clock(id, ClockKind.D3).state()).isEqualTo(ClockState.MET);
        assertThat(records.hasClock(id, ClockKind.D6)).isFalse();
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第三十二条 退回修改：意见给拟写人看，另起一稿")
    void aReturnedDraftComesBackWithTheHeadsComment() {
        Life life = Life.ofALetter().withTheHandler().accepted().drafted();
        PetitionId id = life.id();

        head.complete(id, "signOpinion", Map.of("decision", "RETURN", "signComment", "请补充更换管道的期限。"));

        assertThat(handler.open(id, "draftOpinion"))
                .containsEntry("returnComment", "负责人退回修改：请补充更换管道的期限。")
                .containsEntry("opinionOutcome", "SUPPORTED")
                .containsEntry("opinion", "十五日内更换老化管道。");
        life.drafted(with(Life.opinion(), "opinion", "十日内修复。")).signed();
        assertThat(drafts.of(id, OpinionText.KIND)).extracting(Draft::version).containsExactly(2, 1);
        assertThat(records.printed(id, PaperKind.OPINION)).contains("十日内修复。");
    }

    @Test
    @DisplayName("R46 适用简易程序的简易答复；答复之前转为普通程序的回到拟写意见")
    void bySimplifiedProcedureItIsAnsweredAtOnceOrComesBackToDrafting() {
        PetitionId answered = Life.ofALetter()
                .withTheHandler()
                .acceptedAsSimplified()
                .simplyAnswered("ORAL")
                .id();
        PetitionId back =
                Life.ofALetter().withTheHandler().acceptedAsSimplified("POST").id();
        gateway.as(HANDLER, () -> simplified.toOrdinary(back, COMPLEX, HANDLER));

        assertThat(isOver(answered)).isTrue();
        assertThat(cases.get(answered).state()).isEqualTo(PetitionState.ANSWERED);
        assertThat(handler.sees(back)).containsExactly("draftOpinion");
        ask(back, 30);
        head.complete(back, "approveExtension", Map.of("decision", "APPROVE", "deliveryMethod", "POST"));
        assertThat(records.clock(back, ClockKind.D6).rawDue())
                .as("as any other ordinary matter")
                .isEqualTo("2026-08-30");
    }

    @Test
    @DisplayName("第三十四条 负责人批准延期：期限延长，以延期告知书告知，办理照常进行")
    void theHeadGrantsMoreTimeWhileTheMatterIsHandled() {
        Life life = Life.ofALetter().withTheHandler().accepted();
        PetitionId id = life.id();
        Time.is("2026-07-20");
        ask(id, 30);
        assertThat(handler.sees(id)).as("drafting goes on").containsExactly("draftOpinion");
        assertThat(head.sees(id)).containsExactly("approveExtension");

        head.complete(id, "approveExtension", Map.of("decision", "APPROVE", "deliveryMethod", "POST"));

        assertThat(records.clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-08-30");
        assertThat(records.printed(id, PaperKind.EXTENSION_NOTICE))
                .contains("2026年7月31日")
                .contains("2026年8月30日")
                .contains(COMPLEX);
        assertThat(records.paper(id, PaperKind.EXTENSION_NOTICE).number()).startsWith("滨建信访延〔2026〕");
        assertThat(records.clock(id, ClockKind.D6).terms().told())
                .contains(new Told(
                        LocalDate.parse("2026-08-30"),
                        records.paper(id, PaperKind.EXTENSION_NOTICE).number()));
        life.drafted().signed().sent("IN_PERSON").received();
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第三十四条 负责人不批准延期：期限不变")
    void theHeadRefusesMoreTime() {
        Life life = Life.ofALetter().withTheHandler().accepted();
        PetitionId id = life.id();
        ask(id, 10);

        head.complete(id, "approveExtension", Map.of("decision", "REFUSE", "refusalReason", "现场已经查清。"));

        assertThat(records.clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
        assertThat(records.entry(id, JournalKind.EXTENSION_REFUSED).typed()).contains("现场已经查清。");
        life.drafted().signed().sent("IN_PERSON").received();
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("第三十四条 处理意见书先已签发：延期申请自行了结，记入案卷")
    void theOpinionThatIsSignedFirstEndsTheRequest() {
        Life life = Life.ofALetter().withTheHandler().accepted().drafted();
        PetitionId id = life.id();
        ask(id, 10);
        assertThat(head.sees(id)).containsExactlyInAnyOrder("signOpinion", "approveExtension");

        life.signed();

        assertThat(head.sees(id)).isEmpty();
        assertThat(records.entry(id, JournalKind.EXTENSION_LAPSED).facts())
                .containsEntry("evidence", records.paper(id, PaperKind.OPINION).number());
        life.sent("IN_PERSON").received();
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("R25 没有承办人不得开始办理")
    void noMatterIsHandledWithoutANamedOfficer() {
        PetitionId id = petitions.forwarded(ARegistration.letter().from("韩雨桐").build());

        assertThatThrownBy(() -> start(id, Map.of("organ", HOUSING.value())))
                .hasStackTraceContaining("process variable handler is missing");
        assertRefused(() -> start(id, Map.of("organ", HOUSING.value(), "handler", HEAD.value())), "handler", "承办人");
        assertThat(isOver(id)).isTrue();
    }

    private void ask(PetitionId id, int days) {
        gateway.as(HANDLER, () -> extensions.request(id, days, COMPLEX, HANDLER));
    }

    private static Life sent(String method) {
        return Life.ofALetter().withTheHandler().accepted().drafted().signed().sent(method);
    }

    private void start(PetitionId id, Map<String, Object> routing) {
        gateway.as(HANDLER, () -> gateway.start(HandlingProcess.ID, id, new HashMap<>(routing)));
    }

    private boolean isOver(PetitionId id) {
        return records.isOver(id, HandlingProcess.ID);
    }
}
