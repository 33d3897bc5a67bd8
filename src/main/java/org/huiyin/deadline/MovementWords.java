package org.huiyin.deadline;

import static org.huiyin.deadline.Explanation.day;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.huiyin.deadline.Period.Pause;
import org.huiyin.deadline.Terms.Extension;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.kernel.OfficerId;

/** What has moved a clock, in the words of an official. */
final class MovementWords {
    private final Counting counting;
    private final Function<OfficerId, String> names;

    MovementWords(Counting counting, Function<OfficerId, String> names) {
        this.counting = counting;
        this.names = names;
    }

    /** Extension and holds: what goes into the count. */
    List<String> movements(Facts facts, Period period) {
        List<String> lines = new ArrayList<>();
        facts.terms()
                .extension()
                .ifPresent(extension -> lines.add(
                        facts.limit().unit() == Unit.DATE
                                ? setLater(extension, period)
                                : extended(extension, period.unit())));
        facts.holds().forEach(hold -> lines.add(held(hold, facts.limit(), period)));
        return lines;
    }

    /** The told date and a count made anew: what comes after the count. */
    List<String> afterwards(Facts facts, Period period, Span span) {
        List<String> lines = new ArrayList<>();
        facts.terms().told().ifPresent(told -> lines.add(told(told, facts.limit(), period, span)));
        facts.terms()
                .recounted()
                .ifPresent(anew -> lines.add("重算：" + day(anew.on()) + "按当时的日历和期限规定重新计算，理由：" + anew.reason() + "。"));
        return lines;
    }

    private String extended(Extension extension, Unit unit) {
        return "延长：" + days(extension.days(), unit) + "，依据" + extension.basis() + "，由"
                + names.apply(extension.approver()) + "于" + day(extension.on()) + "批准，理由：" + extension.reason()
                + paper(extension) + "。";
    }

    private String setLater(Extension extension, Period period) {
        LocalDate last = period.pauses().isEmpty() ? period.raw() : period.raw().minusDays(counting.paused(period));
        return "延长：由" + names.apply(extension.approver()) + "于" + day(extension.on()) + "同意，原定"
                + day(last.minusDays(extension.days())) + "，延至" + day(last) + "，理由：" + extension.reason()
                + paper(extension) + "。";
    }

    private static String paper(Extension extension) {
        return extension.paper().map(number -> "，文书：" + number).orElse("");
    }

    private String held(Hold hold, TimeLimit limit, Period period) {
        String why = "依据" + limit.holdArticle().orElse(limit.source()) + "，由" + names.apply(hold.by()) + "决定，理由："
                + hold.reason();
        return hold.until()
                .map(until -> "暂停：" + day(hold.from()) + "起暂停计时，" + released(hold, until, period) + "（" + why + "）。")
                .orElseGet(() -> "暂停：" + day(hold.from()) + "起暂停计时（" + why + "），剩余"
                        + days(left(hold.from(), period), period.unit()) + "自恢复的次日起继续计算；以下是暂停时的日期。");
    }

    private String released(Hold hold, LocalDate until, Period period) {
        if (until.equals(hold.from())) {
            return "当日恢复，不影响期限";
        }
        Pause pause = new Pause(hold.from().plusDays(1), until);
        if (!period.pauses().contains(pause)) {
            return day(until) + "恢复；按现行规定期限在暂停之前已经届满，暂停不影响期限";
        }
        Unit unit = period.unit();
        int given = counting.length(pause, unit);
        return day(until) + "恢复，自" + day(hold.from().plusDays(1)) + "至" + day(until) + "的" + days(given, unit) + "不计入";
    }

    private int left(LocalDate from, Period period) {
        return period.raw().isBefore(from)
                ? 0
                : counting.length(new Pause(from.plusDays(1), period.raw()), period.unit());
    }

    private static String told(Told told, TimeLimit limit, Period period, Span span) {
        LocalDate counted = limit.petitionerWindow() ? period.legal() : period.raw();
        LocalDate kept = limit.petitionerWindow() ? span.legalDue() : span.rawDue();
        String said = "告知：已告知信访人" + day(told.due()) + "到期（" + told.paper() + "），";
        return said
                + (kept.equals(counted)
                        ? "重新计算时不早于该日。"
                        : "按现行日历和期限规定应为" + day(counted) + "，比告知的日期早" + ChronoUnit.DAYS.between(counted, kept)
                                + "日，仍以告知的日期为准。");
    }

    private static String days(int count, Unit unit) {
        return count + (unit == Unit.WORKING_DAY ? "个工作日" : "日");
    }
}
