package org.huiyin.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.desk.CasePage.DraftLines;
import org.huiyin.desk.CasePage.Fact;
import org.huiyin.engine.EngineClock;
import org.huiyin.handling.Draft;
import org.huiyin.handling.Handling;
import org.huiyin.handling.OpinionText;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.suggestion.Study;
import org.huiyin.suggestion.StudyText;
import org.huiyin.suggestion.Suggestion;
import org.springframework.stereotype.Component;

/** What has been drafted and not yet signed: the head reads it beside the form in which he decides. */
@Component
class OpenDrafts {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final Handling handling;
    private final Suggestion suggestion;
    private final Organs organs;

    OpenDrafts(Handling handling, Suggestion suggestion, Organs organs) {
        this.handling = handling;
        this.suggestion = suggestion;
        this.organs = organs;
    }

    List<DraftLines> of(PetitionId petition) {
        return Stream.concat(
                        handling.latestDraft(petition).filter(draft -> !draft.isSigned()).map(this::opinion).stream(),
                        suggestion
                                .latestStudy(petition)
                                .filter(study -> study.paper().isEmpty())
                                .map(this::study)
                                .stream())
                .toList();
    }

    private DraftLines opinion(Draft draft) {
        OpinionText text = draft.text();
        return lines(
                "拟写的处理意见",
                draft.version(),
                draft.drafter(),
                draft.draftedAt(),
                draft.returnComment(),
                List.of(
                        new Fact("信访请求", text.demands()),
                        new Fact("事实和理由", text.findings()),
                        new Fact("意见类型", text.outcome().label()),
                        new Fact("处理意见", text.opinion()),
                        new Fact("依据", text.legalBasis())));
    }

    private DraftLines study(Study study) {
        StudyText text = study.text();
        return lines(
                "拟写的建议答复",
                study.version(),
                study.drafter(),
                study.draftedAt(),
                study.returnComment(),
                List.of(
                        new Fact("研究情况", text.study()),
                        new Fact("结论", text.conclusion().label()),
                        new Fact("理由", text.conclusionReason()),
                        new Fact("答复", text.reply())));
    }

    private DraftLines lines(
            String what, int version, OfficerId by, Instant at, Optional<String> comment, List<Fact> facts) {
        String drafter = organs.findOfficer(by).map(Officer::name).orElse(by.value());
        String when = MINUTE.format(at.atZone(EngineClock.BEIJING));
        return new DraftLines(
                what + "（第" + version + "稿，" + drafter + "，" + when + "）",
                comment.map(words -> "退回修改：" + words).orElse("待审签"),
                facts);
    }
}
