package org.huiyin.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.util.Map;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.FinalOpinions;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Sight;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("受理与告知：第二十三条")
class AcceptanceTest {
    private static final OfficerId HANDLER = new OfficerId("handler");
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final Sight SIGHT = new Sight(Set.of(BUREAU, HOUSING), Set.of(), Set.of(), HANDLER);

    @Autowired
    Records records;

    @Autowired
    CaseFile cases;

    @Autowired
    Links links;

    @Autowired
    FinalOpinions opinions;

    @Autowired
    EngineGateway engine;

    private final Desk handler = Desk.as("handler");

    @Test
    @DisplayName("第二十三条 转送来的事项不得以不属于职权为由不予受理")
    void decliningIsNoSubstituteForAnObjection() {
        Life life = Life.ofALetter().withTheHandler();

        assertRefused(() -> life.declined("NOT_COMPETENT"), "declineReason", "异议");
        assertThat(records.hasPaper(life.id(), PaperKind.DECLINE_NOTICE)).isFalse();
    }

    @Test
    @DisplayName("第二十三条 姓名地址清楚的必须告知")
    void aNoticeIsDueWhereThereIsAnAddressee() {
        Life life = Life.ofALetter().withTheHandler();

        assertRefused(() -> life.accepted("NOT_DUE"), "deliveryMethod", "应当书面告知");
        assertThat(records.hasPaper(life.id(), PaperKind.ACCEPTANCE_NOTICE)).isFalse();
    }

    @Test
    @DisplayName("第二十三条 姓名地址不清的无从邮寄")
    void nothingIsSentToNobody() {
        Life life = Life.ofAnAnonymousLetter().withTheHandler();

        assertRefused(() -> life.accepted("POST"), "deliveryMethod", "无从送达");
    }

    @Test
    @DisplayName("第二十三条 不予受理的应当说明向哪里提出")
    void whoIsDeclinedIsToldWhereToGo() {
        PetitionId id = Life.ofALetter().withTheHandler().id();

        assertRefused(
                () -> handler.complete(
                        id,
                        "decideAcceptance",
                        Map.of("decision", "DECLINE", "declineReason", "LEGAL_ROUTE", "deliveryMethod", "POST")),
                "whereToGo",
                "请填写");
    }

    @Test
    @DisplayName("第三十六条 不再受理须有复核意见：原件的意见可以引用，写入告知书，原因另记")
    void nobodyTakesItUpAgainAfterAReReview() {
        PetitionId first = ended(EndReason.REVIEWED);
        as(() -> opinions.given(first, "江政复核〔2026〕7号", "江城市人民政府", Time.today(), HANDLER));
        Life again = repeatOf(first);

        again.neverAgain();

        assertThat(records.printed(again.id(), PaperKind.NO_FURTHER_NOTICE))
                .contains("不再受理告知书", "江城市人民政府", "江政复核〔2026〕7号");
        assertThat(records.hasPaper(again.id(), PaperKind.DECLINE_NOTICE)).isFalse();
        assertThat(records.entry(again.id(), JournalKind.NOT_ACCEPTED_AGAIN).facts())
                .containsEntry(
                        "number",
                        records.paper(again.id(), PaperKind.NO_FURTHER_NOTICE).number())
                .hasEntrySatisfying("evidence", said -> assertThat(said).contains("江政复核〔2026〕7号"));
        assertThat(records.clock(again.id(), ClockKind.D4).state()).isEqualTo(ClockState.MET);
        assertThat(records.hasClock(again.id(), ClockKind.D6)).isFalse();
        assertThat(cases.get(again.id()).endReason()).contains(EndReason.NOT_ACCEPTED_AGAIN);
    }

    @Test
    @DisplayName("第三十六条 登记在本件上的既往复核意见可以引用；撤销的不可以")
    void anOpinionEnteredFromItsPaperIsCitedUntilItIsWithdrawn() {
        Life again = Life.ofALetter().withTheHandler();
        as(() -> opinions.enter(again.id(), "省复核〔2025〕19号", "省人民政府", Time.today(), HANDLER));
        long entered = opinions.citable(again.id()).get(0).id();
        as(() -> opinions.withdraw(again.id(), entered, "登记错件", HANDLER));
        assertRefused(again::neverAgain, "declineReason", "没有可以引用的复核意见");

        as(() -> opinions.enter(again.id(), "省复核〔2025〕20号", "省人民政府", Time.today(), HANDLER));
        again.neverAgain();

        assertThat(records.printed(again.id(), PaperKind.NO_FURTHER_NOTICE)).contains("省复核〔2025〕20号");
    }

    @Test
    @DisplayName("第三十六条 超期未申请复查、只有复查意见、没有原件、有新的事实，都不能不再受理，什么也不留下")
    void whatIsNoReReviewDoesNotSuffice() {
        Life lapsed = repeatOf(ended(EndReason.ANSWERED_NO_REVIEW));
        Life onlyReviewed = repeatOf(ended(EndReason.REVIEWED));
        Life alone = Life.ofALetter().withTheHandler();
        PetitionId first = ended(EndReason.REVIEWED);
        as(() -> opinions.given(first, "江政复核〔2026〕8号", "江城市人民政府", Time.today(), HANDLER));
        Life withNewFacts = Life.ofALetter().withTheHandler();
        link(withNewFacts.id(), first, LinkKind.NEW_FACTS);
        Map<String, Long> before = records.rows();

        assertRefused(lapsed::neverAgain, "declineReason", "超期未申请复查，不等于已有复核意见");
        assertRefused(onlyReviewed::neverAgain, "declineReason", "只有复查意见，还没有复核意见");
        assertRefused(alone::neverAgain, "declineReason", "请先在案卷“同一信访事项”中关联原件");
        assertRefused(withNewFacts::neverAgain, "declineReason", "新的事实和理由");

        assertThat(records.rows()).isEqualTo(before);
        assertThat(cases.get(lapsed.id()).isOpen()).isTrue();
        assertThat(handler.sees(lapsed.id(), "decideAcceptance")).isTrue();
    }

    private void as(Runnable deed) {
        engine.as(HANDLER, deed);
    }

    private PetitionId ended(EndReason reason) {
        PetitionId id = Life.ofALetter().id();
        as(() -> cases.end(id, reason, "测试"));
        return id;
    }

    private Life repeatOf(PetitionId earlier) {
        Life again = Life.ofALetter().withTheHandler();
        link(again.id(), earlier, LinkKind.REPEAT);
        return again;
    }

    private void link(PetitionId later, PetitionId earlier, LinkKind kind) {
        as(() -> links.link(later, earlier, kind, "同一人就同一事项再次来信", HANDLER, SIGHT));
    }

    @Test
    void theFirstDraftBeginsWithTheDemandsOfTheLetter() {
        Life life = Life.ofALetter(with(Typed.letter(), "demand", "修复供水管道"))
                .withTheHandler()
                .accepted();

        assertThat(handler.open(life.id(), "draftOpinion")).containsEntry("demands", "修复供水管道");
    }
}
