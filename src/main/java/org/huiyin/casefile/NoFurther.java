package org.huiyin.casefile;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 不再受理: on what it may rest, whoever issues it, the bureau that sorts or the organ that decides on acceptance. It is a
 * re-review opinion on the matter or on one that it repeats, or a row of local law; a lapsed window is none, nor is an opinion
 * of review, and new facts make a matter of their own.
 */
@Component
@Article("36")
public class NoFurther {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    private final FinalOpinions opinions;
    private final Links links;
    private final Organs organs;

    NoFurther(FinalOpinions opinions, Links links, Organs organs) {
        this.opinions = opinions;
        this.links = links;
        this.organs = organs;
    }

    /** What the notice cites; refused under this field, with the way out, where there is nothing to cite. */
    @Transactional(readOnly = true)
    public String basis(Petition petition, String field, String label) {
        refuseNewFacts(petition, field, label);
        return opinion(petition)
                .or(() -> localRule(petition))
                .orElseThrow(() -> InvalidInput.of(field, label, whyNot(petition)));
    }

    private void refuseNewFacts(Petition petition, String field, String label) {
        boolean isNew = links.inForce(petition.id()).stream()
                .anyMatch(link -> link.petition().equals(petition.id()) && link.kind() == LinkKind.NEW_FACTS);
        if (isNew) {
            throw InvalidInput.of(field, label, "本件已认定有新的事实和理由，应当作为新的事项办理；认定有误的，请先在案卷“同一信访事项”中撤销该关联。");
        }
    }

    private Optional<String> opinion(Petition petition) {
        return opinions.citable(petition.id()).stream()
                .findFirst()
                .map(cited -> cited.organ() + DAY.format(cited.issuedOn()) + "作出的复核意见（" + cited.number() + "）");
    }

    private Optional<String> localRule(Petition petition) {
        String region = organs.get(petition.organ()).region();
        return links.repeated(petition.id()).stream()
                .flatMap(ended -> ended.endReason().flatMap(end -> opinions.rule(region, end)).stream()
                        .map(rule -> rule.law() + rule.article() + "（原信访事项编号" + ended.id() + "）"))
                .findFirst();
    }

    private String whyNot(Petition petition) {
        List<EndReason> ends = links.repeated(petition.id()).stream()
                .flatMap(ended -> ended.endReason().stream())
                .toList();
        if (ends.contains(EndReason.ANSWERED_NO_REVIEW)) {
            return "原事项是超期未申请复查，不等于已有复核意见：不能不再受理，请按程序办理，本件作为重复信访统计。";
        }
        if (ends.contains(EndReason.REVIEWED)) {
            return "原事项只有复查意见，还没有复核意见：不能不再受理，请按程序办理，本件作为重复信访统计；" + "复核意见不在本系统的，请先在案卷“同一信访事项”中登记其文号、机关和日期。";
        }
        return "没有可以引用的复核意见。本件是重复信访的，请先在案卷“同一信访事项”中关联原件；原件的复核意见不在本系统的，请在那里登记其文号、机关和日期。";
    }
}
