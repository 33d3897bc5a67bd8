package org.huiyin.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.desk.CasePage.DraftLines;
import org.huiyin.desk.CasePage.Fact;
import org.huiyin.engine.EngineClock;
import org.huiyin.handling.OpinionText;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.signing.Draft;
import org.huiyin.signing.DraftKind;
import org.huiyin.signing.DraftText;
import org.huiyin.signing.Drafts;
import org.huiyin.suggestion.StudyText;
import org.springframework.stereotype.Component;

/** What has been drafted and not yet signed: the head reads it beside the form in which he decides. */
@Component
class OpenDrafts {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final Drafts drafts;
    private final Organs organs;

    OpenDrafts(Drafts drafts, Organs organs) {
        this.drafts = drafts;
        this.organs = organs;
    }

    List<DraftLines> of(PetitionId petition) {
        return Stream.concat(
                        unsigned(petition, OpinionText.KIND).map(this::opinion).stream(),
                        unsigned(petition, StudyText.KIND).map(this::study).stream())
                .toList();
    }

    /** He drafted what waits for a signature now: another signs it (article 32). */
    boolean isUndecidedDraftOf(OfficerId officer, PetitionId petition) {
        return Stream.<DraftKind<?>>of(OpinionText.KIND, StudyText.KIND)
                .flatMap(kind -> drafts.latest(petition, kind).stream())
                .anyMatch(draft -> !draft.isDecided() && draft.drafter().equals(officer));
    }

    private <T extends DraftText> Optional<Draft<T>> unsigned(PetitionId petition, DraftKind<T> kind) {
        return drafts.latest(petition, kind).filter(draft -> !draft.isSigned());
    }

    private DraftLines opinion(Draft<OpinionText> draft) {
        OpinionText text = draft.text();
        return lines(
                "拟写的处理意见",
                draft,
                List.of(
                        new Fact("信访请求", text.demands()),
                        new Fact("事实和理由", text.findings()),
                        new Fact("意见类型", text.outcome().label()),
                        new Fact("处理意见", text.opinion()),
                        new Fact("依据", text.legalBasis())));
    }

    private DraftLines study(Draft<StudyText> study) {
        StudyText text = study.text();
        return lines(
                "拟写的建议答复",
                study,
                List.of(
                        new Fact("研究情况", text.study()),
                        new Fact("结论", text.conclusion().label()),
                        new Fact("理由", text.conclusionReason()),
                        new Fact("答复", text.reply())));
    }

    private DraftLines lines(String what, Draft<?> draft, List<Fact> facts) {
        String drafter = organs.findOfficer(draft.drafter())
                .map(Officer::name)
                .orElse(draft.drafter().value());
        String when = MINUTE.format(draft.draftedAt().atZone(EngineClock.BEIJING));
        return new DraftLines(
                what + "（第" + draft.version() + "稿，" + drafter + "，" + when + "）",
                draft.returnComment().map(words -> "退回修改：" + words).orElse("待审签"),
                facts);
    }
}
