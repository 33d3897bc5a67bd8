package org.huiyin.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.handling.JoinedMatters.accepted;
import static org.huiyin.handling.JoinedMatters.atTheHandler;
import static org.huiyin.handling.JoinedMatters.opinionFor;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Petitions.HEAD;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.util.Map;
import org.huiyin.casefile.AccusedParties;
import org.huiyin.casefile.AccusedParty;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.PetitionState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.signing.Draft;
import org.huiyin.signing.Drafts;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("一并答复共同信访件")
class JointAnswerTest {
    @Autowired
    Links links;

    @Autowired
    Drafts drafts;

    @Autowired
    CaseFile cases;

    @Autowired
    AccusedParties accused;

    @Autowired
    Extensions extensions;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    private final Desk handler = Desk.as("handler");
    private final Desk head = Desk.as("head");

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("各有各的文号和文书，文书里只有本人的姓名，两件案卷都写明一并答复")
    void eachPetitionerGetsAPaperOfHisOwn() {
        PetitionId lead = accepted("陆汀兰");
        PetitionId second = accepted("韩溪午");
        PetitionId third = accepted("祝远山");
        join(second, lead);
        join(lead, third);

        assertThat(handler.open(lead, "draftOpinion").get("togetherChoices").toString())
                .contains(second.value())
                .contains(third.value());
        Life.of(lead).drafted(opinionFor(second, third));
        assertThat(head.open(lead, "signOpinion").get("togetherText").toString())
                .as("the head reads what else he signs")
                .contains(second.value())
                .contains(third.value());
        Life.of(lead).signed();

        assertThat(java.util.List.of(lead, second, third).stream()
                        .map(one -> records.paper(one, PaperKind.OPINION).number())
                        .distinct())
                .hasSize(3);
        assertThat(records.printed(lead, PaperKind.OPINION))
                .contains("陆汀兰")
                .doesNotContain("韩溪午", "祝远山", second.value());
        assertThat(records.printed(second, PaperKind.OPINION))
                .contains("韩溪午")
                .contains("十五日内更换老化管道。")
                .contains("滨江区人民政府")
                .doesNotContain("陆汀兰", "祝远山", lead.value());
        JournalEntry told = records.entry(second, JournalKind.ANSWERED_TOGETHER);
        assertThat(told.facts())
                .containsEntry("petition", lead.value())
                .containsEntry(
                        "number", records.paper(second, PaperKind.OPINION).number());
        assertThat(told.actor()).isEqualTo(HEAD);
        assertThat(records.entry(lead, JournalKind.ANSWERED_TOGETHER).facts())
                .containsEntry("petition", second.value());
        assertThat(records.journal(second)).doesNotContain(JournalKind.DRAFTED);
        assertThat(cases.get(second).state())
                .as("signed is not answered, and nothing is merged")
                .isEqualTo(PetitionState.ACCEPTED);
    }

    @Test
    @DisplayName("拟写人和签发人与主件是同样两个人")
    void theJoinedDraftNamesTheSameTwoPersons() {
        PetitionId lead = accepted("陆汀兰");
        PetitionId joined = accepted("韩溪午");
        join(joined, lead);
        Life.of(lead).drafted(opinionFor(joined)).signed();

        Draft<OpinionText> draft = drafts.latest(joined, OpinionText.KIND).orElseThrow();
        assertThat(draft.drafter()).isEqualTo(HANDLER);
        assertThat(draft.decidedBy()).contains(HEAD);
        assertThat(draft.isSigned()).isTrue();
    }

    @Test
    @DisplayName("共同件上未决的延期申请随签发失效")
    void anOpenRequestForMoreTimeLapses() {
        PetitionId lead = accepted("陆汀兰");
        PetitionId joined = accepted("韩溪午");
        join(joined, lead);
        gateway.as(HANDLER, () -> extensions.request(joined, 10, "等待鉴定结果。", HANDLER));

        Life.of(lead).drafted(opinionFor(joined)).signed();

        assertThat(extensions.openRequest(joined)).isEmpty();
        assertThat(head.sees(joined)).isEmpty();
        assertThat(handler.sees(joined)).containsExactly("sendOpinion");
    }

    @Test
    @DisplayName("没有受理、不由本机关办理、已经拟出的都不列出，也不能选")
    void onlyWhatIsBeingDraftedAtTheSameOrganCanBeChosen() {
        PetitionId lead = accepted("陆汀兰");
        PetitionId notYet = atTheHandler("韩溪午").id();
        PetitionId drafted = accepted("祝远山");
        PetitionId elsewhere = Life.ofALetter(with(org.huiyin.testkit.Typed.letter(), "petitionerName", "宋闻莺"))
                .sorted()
                .forwarded()
                .id();
        join(notYet, lead);
        join(drafted, lead);
        join(elsewhere, lead);
        PetitionId stranger = accepted("秦晚舟");
        Life.of(drafted).drafted();
        handler.complete(elsewhere, "signIn", org.huiyin.testkit.Typed.objection("binjiangUrbanManagement"));
        Desk.as("dispatch")
                .complete(elsewhere, "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "属市政管网。"));

        assertThat(handler.open(lead, "draftOpinion").get("togetherChoices").toString())
                .doesNotContain(notYet.value(), drafted.value(), elsewhere.value(), stranger.value());
        assertRefused(() -> draft(lead, notYet), "together", "尚未受理");
        assertRefused(() -> draft(lead, drafted), "together", "已经拟出");
        assertRefused(() -> draft(lead, elsewhere), "together", "不由本机关办理");
        assertRefused(() -> draft(lead, stranger), "together", "没有与本件关联");
        assertRefused(() -> draft(lead, lead), "together", "没有与本件关联");
        assertRefused(
                () -> handler.complete(
                        lead,
                        "draftOpinion",
                        with(Life.opinion(), "answersTogether", true, "together", java.util.List.of("12345"))),
                "together",
                "没有这个编号");
        assertThat(records.journal(lead)).doesNotContain(JournalKind.DRAFTED);
    }

    @Test
    @DisplayName("要求保密的不一并答复，有人须回避而另一件没有的也不")
    void whatIsConfidentialOrKeptFromSomebodyIsAnsweredAlone() {
        PetitionId lead = accepted("陆汀兰");
        PetitionId confidential = accepted("韩溪午", "confidential", true);
        PetitionId guarded = accepted("祝远山");
        join(confidential, lead);
        join(guarded, lead);
        gateway.as(
                HANDLER,
                () -> accused.name(
                        guarded,
                        new AccusedParty(java.util.Optional.of(new OrganId("cityHousingBureau")), "", ""),
                        HANDLER));

        assertThat(handler.open(lead, "draftOpinion").get("togetherChoices").toString())
                .doesNotContain(confidential.value(), guarded.value());
        assertRefused(() -> draft(lead, confidential), "together", "要求保密");
        assertRefused(() -> draft(lead, guarded), "together", "须回避的人不同");
        assertRefused(() -> draft(confidential, lead), "together", "要求保密");
        assertRefused(() -> draft(guarded, lead), "together", "须回避的人不同");
    }

    @Test
    @DisplayName("意见中写有本件信访人的姓名、电话的不能送给别人")
    void theTextMustNotNameTheOtherPetitioner() {
        PetitionId lead = accepted("陆汀兰", "phone", "13700060041");
        PetitionId joined = accepted("韩溪午");
        join(joined, lead);

        assertRefused(
                () -> handler.complete(lead, "draftOpinion", with(opinionFor(joined), "findings", "陆汀兰反映属实。")),
                "findings",
                "不能送给其他信访人");
        assertRefused(
                () -> handler.complete(lead, "draftOpinion", with(opinionFor(joined), "opinion", "请拨打13700060041联系。")),
                "opinion",
                "不能送给其他信访人");
        handler.complete(lead, "draftOpinion", with(Life.opinion(), "findings", "陆汀兰反映属实。"));
    }

    @Test
    @DisplayName("拟写之后情况有变的，不能签发，只能退回；退回后不一并答复的照常签发")
    void whatHasChangedSinceItWasDraftedIsNotSigned() {
        PetitionId lead = accepted("陆汀兰");
        PetitionId joined = accepted("韩溪午");
        long link = join(joined, lead);
        Life.of(lead).drafted(opinionFor(joined));
        gateway.as(HANDLER, () -> links.withdraw(joined, link, "不是同一处管道。", HANDLER));

        assertRefused(() -> Life.of(lead).signed(), "decision", "请退回修改");
        assertThat(records.hasPaper(lead, PaperKind.OPINION)).isFalse();
        head.complete(lead, "signOpinion", Map.of("decision", "RETURN", "signComment", "分别答复。"));
        assertThat(handler.open(lead, "draftOpinion").get("returnComment").toString())
                .contains("分别答复。")
                .contains("上一稿一并答复：" + joined.value());
        Life.of(lead).drafted().signed();

        assertThat(records.hasPaper(lead, PaperKind.OPINION)).isTrue();
        assertThat(records.hasPaper(joined, PaperKind.OPINION)).isFalse();
        assertThat(handler.sees(joined)).containsExactly("draftOpinion");
    }

    @Test
    @DisplayName("勾选一并答复而没有选哪一件的，指出要选")
    void tickingWithoutChoosingIsRefused() {
        PetitionId lead = accepted("陆汀兰");

        assertRefused(
                () -> handler.complete(lead, "draftOpinion", with(Life.opinion(), "answersTogether", true)),
                "together",
                "请选择");
        handler.complete(lead, "draftOpinion", with(Life.opinion(), "answersTogether", false));
    }

    private long join(PetitionId later, PetitionId earlier) {
        return JoinedMatters.join(links, gateway, later, earlier);
    }

    private void draft(PetitionId lead, PetitionId together) {
        handler.complete(lead, "draftOpinion", opinionFor(together));
    }
}
