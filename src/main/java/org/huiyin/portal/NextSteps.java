package org.huiyin.portal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.Petition;
import org.huiyin.kernel.EndReason;
import org.huiyin.portal.Standing.Period;
import org.huiyin.portal.Standing.Voice;

/** What happens next and what the petitioner can do, in plain words with dates. */
final class NextSteps {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    private final Optional<String> organ;
    private final List<Period> periods;

    private NextSteps(Optional<String> organ, List<Period> periods) {
        this.organ = organ;
        this.periods = periods;
    }

    static List<String> of(Petition petition, Optional<String> organ, List<Period> periods, Voice voice) {
        List<String> steps = new ArrayList<>();
        if (petition.sealed()) {
            steps.add("您反映的问题已依法交由有权处理的机关，办理情况按有关规定保密。");
            return steps;
        }
        steps.add(petition.endReason()
                .map(NextSteps::ended)
                .orElseGet(() -> new NextSteps(organ, periods).open(petition, voice)));
        if (voice.mayAcknowledge()) {
            steps.add("书面答复公布在本页。看到后请点“我已收到答复”：申请复查的期限自您确认收到之日起算。");
        }
        voice.mayEvaluateUntil().ifPresent(until -> steps.add("请在" + DAY.format(until) + "前评价办理情况，一件只能评价一次。"));
        voice.mayRequestReviewUntil()
                .ifPresent(until -> steps.add("不服处理意见的，可以在" + DAY.format(until) + "前请求"
                        + voice.reviewOrgan().orElse("上一级机关") + "复查。"));
        return List.copyOf(steps);
    }

    private String open(Petition petition, Voice voice) {
        return switch (petition.state()) {
            case DRAFT, REGISTERED -> office() + "正在审查您的信访事项" + until(Set.of("D2", "D3"), "，应当在%s前确定由哪个机关办理并告知您") + "。";
            case FORWARDED -> "已转送" + office() + until(Set.of("D4"), "，该机关应当在%s前决定是否受理并告知您") + "。";
            case SIGNED_IN -> office() + "已签收" + until(Set.of("D4", "D3"), "，应当在%s前决定是否受理并告知您") + "。";
            case ACCEPTED ->
                office() + (petition.simplified() ? "已适用简易程序受理" : "正在调查核实")
                        + until(Set.of("D6", "D10", "D18"), "，应当在%s前答复您") + "。";
            case UNDER_REVIEW -> voice.reviewOrgan().orElse("复查机关") + "正在复查" + until(Set.of("D13"), "，应当在%s前答复您") + "。";
            case REVIEWED -> "复查意见已作出，请查看下面的复查意见书。";
            default -> "答复已作出，请查看下面的答复。";
        };
    }

    private static String ended(EndReason reason) {
        return switch (reason) {
            case ANSWERED_NO_REVIEW -> "已答复，您在期限内没有申请复查，本件已办结。";
            case ANSWERED_PUBLISHED -> "答复已公布，本件已办结，答复仍可在本页查看。";
            case REVIEWED -> "复查意见已作出，本件已办结。不服复查意见的，可以按复查意见书所写请求复核。";
            case DECLINED -> "本件不予受理，请按告知书所写向有权处理的机关提出。";
            case NOT_ACCEPTED_AGAIN -> "本件不再受理，依据见告知书。有新的事实和理由的，可以重新提出。";
            case GUIDED -> "请按告知书所写，通过相应的法定途径主张权利。";
            case SIMPLY_ANSWERED -> "已简易答复，您没有请求复查，本件已办结，答复仍可在本页查看。";
            case ON_THE_SPOT -> "已当场答复，本件已办结。";
            case SUGGESTION_ANSWERED -> "您的建议已答复，感谢您的建议。";
            case TRANSFERRED -> "已转送有权处理的机关。";
            case VOIDED -> "这次登记已作废，如有疑问请与登记机关联系。";
        };
    }

    private String office() {
        return organ.orElse("有关机关");
    }

    private String until(Set<String> kinds, String sentence) {
        return periods.stream()
                .filter(period -> kinds.contains(period.kind()))
                .findFirst()
                .map(Period::until)
                .map((LocalDate day) -> sentence.formatted(DAY.format(day)))
                .orElse("");
    }
}
