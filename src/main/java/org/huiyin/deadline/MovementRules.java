package org.huiyin.deadline;

import static org.huiyin.deadline.Explanation.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CleanText;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;

/** What may move a clock, as its time limit says; anything else is refused in words that name the article and the way out. */
@Component
class MovementRules {
    private static final int LONGEST_REASON = 500;

    private final ClockTable clocks;
    private final TimeLimits limits;
    private final Organs organs;
    private final java.time.Clock time;

    MovementRules(ClockTable clocks, TimeLimits limits, Organs organs, java.time.Clock time) {
        this.clocks = clocks;
        this.limits = limits;
        this.organs = organs;
        this.time = time;
    }

    /** @param deed what is to be done with the clock, as a Chinese verb */
    Clock running(PetitionId petition, ClockKind kind, String deed) {
        Clock clock = clocks.latest(petition, kind)
                .orElseThrow(() -> no("本件没有“" + limits.name(kind) + "”期限，无从" + deed + "。"));
        if (clock.isHeld()) {
            throw no(called(clock) + "正在暂停，不能" + deed + "；请先恢复计时。");
        }
        if (!clock.isRunning()) {
            throw no(called(clock) + clock.state().label() + "，不能" + deed + "。");
        }
        return clock;
    }

    Clock held(PetitionId petition, ClockKind kind) {
        return clocks.latest(petition, kind)
                .filter(Clock::isHeld)
                .orElseThrow(() -> no("本件的“" + limits.name(kind) + "”期限没有暂停，无须恢复。"));
    }

    @Article("34")
    ExtensionRule refuseExtension(Clock clock, int days) {
        ExtensionRule rule = byHead(clock)
                .orElseThrow(() -> no(called(clock) + "依据" + limits.of(clock).source() + "计算，没有可以由本机关负责人批准延长的规定。"));
        clock.terms().extension().ifPresent(before -> {
            throw no(called(clock) + "已经延长" + before.days() + "日，依据" + rule.basis() + "只能延长一次；请在" + day(clock.rawDue())
                    + "前办结。");
        });
        refuseLate(clock, "延长");
        refuseLength(rule, days);
        return rule;
    }

    /** For how many days at most the head may lengthen it, in the unit of the clock; none where he may not. */
    Optional<Integer> longestExtension(Clock clock) {
        return byHead(clock).flatMap(ExtensionRule::days);
    }

    private void refuseLength(ExtensionRule rule, int days) {
        int most = rule.days().orElseThrow();
        if (days < 1 || days > most) {
            throw InvalidInput.of("days", "延长天数", "依据" + rule.basis() + "应为1至" + most + "日。");
        }
    }

    private Optional<ExtensionRule> byHead(Clock clock) {
        return limits.extension(clock).filter(found -> found.by() == ExtensionBy.HEAD);
    }

    @Article("34")
    void refuseApprover(Clock clock, OfficerId approver, Optional<OfficerId> handler) {
        if (!organs.mayWork(approver, clock.holder(), Role.SIGN)) {
            throw InvalidInput.of("approver", "批准人", "应当是" + name(clock) + "的负责人，请报本机关负责人批准。");
        }
        if (clock.person().equals(Optional.of(approver)) || handler.equals(Optional.of(approver))) {
            throw InvalidInput.of("approver", "批准人", "不能是本件的承办人，请报本机关其他负责人批准。");
        }
    }

    SetDate refuseLaterDate(Clock clock, LocalDate last, OfficerId by) {
        SetDate set = clock.terms()
                .set()
                .filter(day -> limits.extension(clock)
                        .filter(rule -> rule.by() == ExtensionBy.SETTER)
                        .isPresent())
                .orElseThrow(() -> no(called(clock) + "依据" + limits.of(clock).source() + "计算，不是由文书指定的期限，不能另定日期。"));
        refuseLate(clock, "延长");
        if (!last.isAfter(clock.rawDue())) {
            throw InvalidInput.of("last", "延长后的期限", "应当晚于现在的期限" + day(clock.rawDue()) + "；期限不能缩短。");
        }
        if (!organs.organOf(by).map(Organ::id).equals(Optional.of(set.by()))) {
            throw InvalidInput.of("by", "同意人", "期限由" + organs.get(set.by()).name() + "指定，只有该机关可以同意延长，请先报请该机关同意。");
        }
        return set;
    }

    @Article("36")
    void refuseHold(Clock clock, OfficerId by) {
        TimeLimit limit = limits.of(clock);
        if (!limit.holdAllowed()) {
            throw no(called(clock) + "依据" + limit.source() + "计算，没有可以暂停的规定；等待补充材料、调查核实期间照常计时"
                    + (limits.extension(clock).isPresent() ? "，确需更多时间的，请在届满前报请延长。" : "。"));
        }
        refuseLate(clock, "暂停");
        refuseOther(clock, by, "暂停计时");
    }

    void refuseOther(Clock clock, OfficerId by, String deed) {
        if (!organs.organOf(by).map(Organ::id).equals(Optional.of(clock.holder()))) {
            throw InvalidInput.of("by", "决定人", "应当是" + name(clock) + "的工作人员，只有负责本期限的机关可以" + deed + "。");
        }
    }

    void refuseNothingToConvert(List<Clock> simplified) {
        if (simplified.isEmpty()) {
            throw InvalidInput.of("procedure", "办理程序", "本件没有正在计时的简易程序期限：已经答复的不再转换，按普通程序办理的无须转换。");
        }
    }

    String reason(String label, String typed) {
        String reason = CleanText.of("reason", label, typed, LONGEST_REASON).replace('\n', '，');
        if (reason.isEmpty()) {
            throw InvalidInput.of("reason", label, "必须填写。");
        }
        return reason.endsWith("。") ? reason.substring(0, reason.length() - 1) : reason;
    }

    /** The last moment is the last second of the last day, whatever lamp the watch has come to. */
    private void refuseLate(Clock clock, String deed) {
        if (!time.instant().isBefore(clock.span().turns().overdueAt())) {
            throw no(called(clock) + "已于" + day(clock.rawDue()) + "届满，届满之后不能" + deed + "；请尽快办结。");
        }
    }

    private String called(Clock clock) {
        return "“" + limits.of(clock).name() + "”期限";
    }

    private String name(Clock clock) {
        return organs.get(clock.holder()).name();
    }

    private static InvalidInput no(String why) {
        return InvalidInput.of("clock", "期限", why);
    }
}
