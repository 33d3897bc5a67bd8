package org.huiyin.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.PaperKind;
import org.huiyin.signing.Draft;
import org.huiyin.signing.Drafts;
import org.huiyin.testkit.CoversAllPathsOf;
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
@CoversAllPathsOf("suggestionHandling")
@DisplayName("人民建议：第二十九条，R16、R41")
class SuggestionHandlingProcessTest {
    @Autowired
    Drafts drafts;

    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    private final Desk handler = Desk.as("handler");
    private final Desk head = Desk.as("head");

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("第二十九条 研究、采纳、答复；期限自交办起算")
    void anAdoptedSuggestionIsAnswered() {
        Life life = assigned();
        PetitionId id = life.id();
        assertThat(records.clock(id, ClockKind.D18).rawDue()).isEqualTo("2026-07-31");
        assertThat(records.clock(id, ClockKind.D4).state()).isEqualTo(ClockState.CANCELLED);

        Time.is("2026-06-20");
        life.suggestionStudied();
        assertThat(head.open(id, "signSuggestionReply"))
                .containsEntry("reply", "采纳您的建议，年内实施。")
                .containsEntry("conclusion", "采纳");
        life.suggestionAnswered();

        assertThat(records.printed(id, PaperKind.SUGGESTION_REPLY))
                .contains("采纳")
                .contains("采纳您的建议，年内实施。");
        assertThat(records.paper(id, PaperKind.SUGGESTION_REPLY).deliveryMethod())
                .contains(DeliveryMethod.POST);
        assertThat(records.clock(id, ClockKind.D18).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(id, ClockKind.D22).start().on()).isEqualTo("2026-06-20");
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ANSWERED);
        assertThat(isOver(id)).isTrue();
    }

    @Test
    @DisplayName("R16 不采纳的说明理由，理由写进答复")
    void whatIsNotAdoptedIsAnsweredWithTheReason() {
        PetitionId id = assigned()
                .suggestionStudied("NOT_ADOPTED", "与正在施工的改造方案重复。")
                .suggestionAnswered()
                .id();

        assertThat(records.printed(id, PaperKind.SUGGESTION_REPLY))
                .contains("不采纳")
                .contains("与正在施工的改造方案重复。");
    }

    @Test
    @DisplayName("R16 没有理由的不采纳不能提交")
    void nothingIsRejectedWithoutAReason() {
        Life life = assigned();

        assertRefused(() -> life.suggestionStudied("NOT_ADOPTED", ""), "conclusionReason", "请填写");
        assertThatThrownBy(() -> new StudyText("现场查看", Conclusion.PARTLY, " ", "答复"))
                .hasMessageContaining("应当写明理由");
        assertThat(drafts.of(life.id(), StudyText.KIND)).isEmpty();
    }

    @Test
    void aReturnedReplyComesBackWithTheHeadsComment() {
        Life life = assigned().suggestionStudied("PARTLY", "只更换主干道的灯。");
        PetitionId id = life.id();

        head.complete(id, "signSuggestionReply", Map.of("decision", "RETURN", "signComment", "请写明哪些道路。"));

        assertThat(handler.open(id, "studySuggestion"))
                .containsEntry("returnComment", "负责人退回修改：请写明哪些道路。")
                .containsEntry("conclusion", "PARTLY");
        life.suggestionStudied("PARTLY", "只更换柳树巷和河西路的灯。").suggestionAnswered();
        assertThat(drafts.of(id, StudyText.KIND)).extracting(Draft::version).containsExactly(2, 1);
    }

    @Test
    void withoutAnAddresseeTheReplyIsPublished() {
        PetitionId id = assigned(Life.ofAnAnonymousLetter()).suggestionStudied().id();
        assertThat(head.claim(id, "signSuggestionReply").open(id, "signSuggestionReply"))
                .containsEntry("deliveryMethod", "PUBLISHED");

        head.complete(id, "signSuggestionReply", Map.of("decision", "SIGN", "deliveryMethod", "PUBLISHED"));

        assertThat(isOver(id)).isTrue();
    }

    @Test
    void aReplyThatCanBeDeliveredIsNotJustPublished() {
        PetitionId id = assigned().suggestionStudied().id();

        assertRefused(
                () -> head.complete(
                        id, "signSuggestionReply", Map.of("decision", "SIGN", "deliveryMethod", "PUBLISHED")),
                "deliveryMethod",
                "应当送达");
        assertThat(records.hasPaper(id, PaperKind.SUGGESTION_REPLY)).isFalse();
    }

    private static Life assigned() {
        return assigned(Life.ofALetter());
    }

    private static Life assigned(Life life) {
        return life.sortedAsSuggestion().forwarded().signedIn();
    }

    private boolean isOver(PetitionId id) {
        return records.isOver(id, SuggestionProcess.ID);
    }
}
