package org.huiyin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Petitions.HEAD;
import static org.huiyin.testkit.Petitions.HOUSING;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.handling.OpinionOutcome;
import org.huiyin.handling.OpinionText;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.suggestion.Conclusion;
import org.huiyin.suggestion.StudyText;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("审签：拟写、签发、退回，第二十九条、第三十二条")
class DraftsTest {
    private static final OpinionText OPINION =
            new OpinionText("修复管道", "接口老化。", OpinionOutcome.SUPPORTED, "予以修复。", "《物业管理条例》第三十五条");
    private static final StudyText STUDY = new StudyText("现场查看。", Conclusion.PARTLY, "经费所限。", "先改主干道。");

    @Autowired
    Drafts drafts;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    @Autowired
    Petitions petitions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Test
    @DisplayName("两人原则：签发人不得是拟写人，退回的也不得是")
    void whoeverDraftedItNeitherSignsItNorGivesItBack() {
        PetitionId id = drafted();

        assertRefused(
                () -> petitions.inOneTransaction(() -> drafts.sign(id, OpinionText.KIND, HOUSING, HANDLER)),
                "decision",
                "签发人不得是拟写人");
        assertRefused(
                () -> gateway.as(HANDLER, () -> drafts.giveBack(id, OpinionText.KIND, "请改。", HANDLER)),
                "decision",
                "签发人不得是拟写人");
        assertThat(records.hasPaper(id, PaperKind.OPINION)).isFalse();
        assertThat(drafts.latest(id, OpinionText.KIND))
                .hasValueSatisfying(draft -> assertThat(draft.isDecided()).isFalse());
    }

    @Test
    @DisplayName("签发即取得文号，签发的是最后一稿")
    void theLatestVersionIsSignedUnderANumber() {
        PetitionId id = drafted();
        gateway.as(HEAD, () -> drafts.giveBack(id, OpinionText.KIND, "请写明期限。", HEAD));
        gateway.as(HANDLER, () -> drafts.submit(id, OpinionText.KIND, OPINION, HANDLER));

        gateway.as(HEAD, () -> drafts.sign(id, OpinionText.KIND, HOUSING, HEAD));

        assertThat(drafts.of(id, OpinionText.KIND)).extracting(Draft::version).containsExactly(2, 1);
        Draft<OpinionText> signed = drafts.latest(id, OpinionText.KIND).orElseThrow();
        assertThat(signed.number())
                .contains(records.paper(id, PaperKind.OPINION).number());
        assertThat(signed.text()).isEqualTo(OPINION);
        assertThat(drafts.of(id, OpinionText.KIND).get(1).returnComment()).contains("请写明期限。");
        assertThat(records.journal(id))
                .containsSubsequence(
                        JournalKind.DRAFTED, JournalKind.RETURNED, JournalKind.DRAFTED, JournalKind.SIGNED);
        assertThat(records.entry(id, JournalKind.DRAFTED).facts())
                .containsEntry("version", "1")
                .containsEntry("outcome", "SUPPORTED");
    }

    @Test
    void aDraftIsDecidedOnOnce() {
        PetitionId id = drafted();
        gateway.as(HEAD, () -> drafts.giveBack(id, OpinionText.KIND, "请改。", HEAD));

        assertThatThrownBy(() -> gateway.as(HEAD, () -> drafts.sign(id, OpinionText.KIND, HOUSING, HEAD)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no draft to sign");
        assertThat(records.hasPaper(id, PaperKind.OPINION)).isFalse();
    }

    @Test
    @DisplayName("R41 每种文书各有其稿，研究情况不写进答复")
    void draftsOfDifferentPapersDoNotMix() {
        PetitionId id = drafted();
        gateway.as(HANDLER, () -> drafts.submit(id, StudyText.KIND, STUDY, HANDLER));

        gateway.as(HEAD, () -> drafts.sign(id, StudyText.KIND, HOUSING, HEAD));

        assertThat(drafts.latest(id, StudyText.KIND).map(Draft::text)).contains(STUDY);
        assertThat(drafts.latest(id, StudyText.KIND).map(Draft::version)).contains(1);
        assertThat(drafts.latest(id, OpinionText.KIND))
                .hasValueSatisfying(draft -> assertThat(draft.isSigned()).isFalse());
        assertThat(records.printed(id, PaperKind.SUGGESTION_REPLY))
                .contains("先改主干道。")
                .contains("部分采纳")
                .doesNotContain("现场查看。");
    }

    @Test
    @DisplayName("意见全文只在我们的表中，不进入引擎")
    void theTextOfADraftNeverEntersTheEngine() {
        String text = "甲".repeat(50_000);

        PetitionId id = Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted(with(Life.opinion(), "opinion", text))
                .id();

        assertThat(drafts.latest(id, OpinionText.KIND))
                .hasValueSatisfying(draft -> assertThat(draft.text().opinion()).isEqualTo(text));
        assertThat(Desk.as("head").open(id, "signOpinion")).containsEntry("opinion", text);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("opinion")
                        .count())
                .isZero();
        assertThat(runtime.createVariableInstanceQuery().variableName("opinion").count())
                .isZero();
    }

    private PetitionId drafted() {
        PetitionId id = Life.ofALetter().id();
        gateway.as(HANDLER, () -> drafts.submit(id, OpinionText.KIND, OPINION, HANDLER));
        return id;
    }
}
