package org.huiyin.supervision;

import java.util.EnumSet;
import java.util.Set;
import org.huiyin.kernel.Labelled;

/** 指标: what is counted of what, by which rule. Which matters its parts hold, {@code supervision.marks_of} says. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are copies
public enum Indicator implements Labelled {
    BUREAU_ACCEPTANCE(
            "信访部门及时受理率",
            IndicatorKind.RATE,
            EnumSet.of(Part.SORTED_IN_TIME),
            EnumSet.of(Part.SORTED_LATE, Part.NOT_SORTED, Part.SORTING_AHEAD),
            "分流期限在本期届满的初次信访事项中，登记的信访部门（包括逐级转送中最先处理的一级）按期转送、交办、告知的。",
            "《信访工作条例》第二十二条；收到之日起十五日"),
    UNIT_ACCEPTANCE(
            "责任单位及时受理率",
            IndicatorKind.RATE,
            EnumSet.of(Part.ACCEPTED_IN_TIME),
            EnumSet.of(Part.ACCEPTED_LATE, Part.NOT_ACCEPTED, Part.ACCEPTANCE_AHEAD),
            "告知期限在本期届满的、由本单位收到的初次信访事项中，按期告知是否受理的；涉法涉诉事项和经核实退回的不计。",
            "《信访工作条例》第二十三条；收到之日起十五日"),
    LATE_ACCEPTANCES(
            "超期受理件数",
            IndicatorKind.COUNT,
            EnumSet.of(Part.ACCEPTED_LATE),
            EnumSet.of(Part.ACCEPTED_IN_TIME, Part.NOT_ACCEPTED, Part.ACCEPTANCE_AHEAD),
            "告知期限在本期届满的初次信访事项中，过了期限才告知的。",
            "《信访工作条例》第二十三条"),
    MISSING_ACCEPTANCES(
            "超期未受理件数",
            IndicatorKind.COUNT,
            EnumSet.of(Part.NOT_ACCEPTED),
            EnumSet.of(Part.ACCEPTED_IN_TIME, Part.ACCEPTED_LATE, Part.ACCEPTANCE_AHEAD),
            "告知期限在本期届满的初次信访事项中，截至今日还没有告知的。",
            "《信访工作条例》第二十三条"),
    HANDLED_IN_TIME(
            "按期办结率",
            IndicatorKind.RATE,
            EnumSet.of(Part.HANDLED_IN_TIME),
            EnumSet.of(Part.HANDLED_LATE, Part.NOT_HANDLED, Part.HANDLING_AHEAD),
            "办理期限（含经批准延长的）在本期届满的事项中，在届满之日或者以前作出书面或者简易答复的；本期还没有过完的，未到期的也在分母里。",
            "《信访工作条例》第三十四条；《信访事项简易办理办法》"),
    OVERDUE(
            "超期件数（超期未办结）",
            IndicatorKind.COUNT,
            EnumSet.of(Part.NOT_HANDLED),
            EnumSet.of(Part.HANDLED_IN_TIME, Part.HANDLED_LATE, Part.HANDLING_AHEAD),
            "办理期限在本期届满、截至今日还没有答复的。",
            "《信访工作条例》第三十四条"),
    RESOLVED_AT_ONCE(
            "一次性化解率",
            IndicatorKind.RATE,
            EnumSet.of(Part.SETTLED),
            EnumSet.of(Part.RAISED_AGAIN, Part.WENT_TO_REVIEW),
            "答复后的观察期（默认九十日）在本期届满的初次信访事项中，观察期内没有就同一事项再次提出、也没有申请复查的。",
            "观察期为内部工作要求，可以调整"),
    PARTICIPATION(
            "群众参评率",
            IndicatorKind.RATE,
            EnumSet.of(Part.SATISFIED, Part.FAIRLY_SATISFIED, Part.DISSATISFIED),
            EnumSet.of(Part.NOT_RATED),
            "评价期限在本期届满的事项中，信访人已经评价的；分母是已经评价的和超期未评价的，涉法涉诉事项不计。",
            "信访事项办理群众满意度评价工作办法"),
    SATISFACTION(
            "满意率",
            IndicatorKind.RATE,
            EnumSet.of(Part.SATISFIED, Part.FAIRLY_SATISFIED),
            EnumSet.of(Part.DISSATISFIED),
            "信访人已经对责任单位作出的评价中，满意和基本满意的；超期未评价的不作满意，也不在分母里。",
            "信访事项办理群众满意度评价工作办法"),
    OFFICE_SATISFACTION(
            "对信访部门满意率",
            IndicatorKind.RATE,
            EnumSet.of(Part.OFFICE_SATISFIED, Part.OFFICE_FAIRLY_SATISFIED),
            EnumSet.of(Part.OFFICE_DISSATISFIED),
            "信访人已经对登记的信访部门作出的评价中，满意和基本满意的；没有评价的不作满意。",
            "信访事项办理群众满意度评价工作办法"),
    REPEATED(
            "重复信访率",
            IndicatorKind.RATE,
            EnumSet.of(Part.REPEAT, Part.REPEAT_ONLINE),
            EnumSet.of(Part.FIRST, Part.FIRST_ONLINE),
            "本期登记的全部信访事项中，经工作人员认定与以前的事项属同一事项的重复信访。",
            "《信访工作条例》第三十六条；按登记日期"),
    ONLINE(
            "网信占比",
            IndicatorKind.RATE,
            EnumSet.of(Part.FIRST_ONLINE, Part.REPEAT_ONLINE),
            EnumSet.of(Part.FIRST, Part.REPEAT),
            "本期登记的全部信访事项中，信访形式为网上信访的；领导信箱不算在内。",
            "《信访工作条例》第十七条；按登记日期"),
    RETURNED(
            "退回率",
            IndicatorKind.RATE,
            EnumSet.of(Part.RETURNED, Part.RETURNED_AGAIN),
            EnumSet.of(Part.SENT_ONCE, Part.SENT_AGAIN),
            "本期转送、交办的件次中，因异议经核实同意、裁定改办或者下级信访部门退回而退回的；算在转出的单位名下。",
            "《信访工作条例》第二十三条、第二十四条；按转出日期"),
    SENT_AGAIN(
            "二次派单率",
            IndicatorKind.RATE,
            EnumSet.of(Part.SENT_AGAIN, Part.RETURNED_AGAIN),
            EnumSet.of(Part.SENT_ONCE, Part.RETURNED),
            "本期转送、交办的件次中，退回以后再次派出的；算在转出的单位名下。",
            "《信访工作条例》第二十三条；按转出日期"),
    DAYS_TO_ACCEPTANCE(
            "平均受理周期",
            IndicatorKind.MEAN,
            EnumSet.of(Part.ACCEPTED_IN_TIME, Part.ACCEPTED_LATE),
            EnumSet.noneOf(Part.class),
            "告知期限在本期届满、已经告知的初次信访事项，从收到到告知的平均日数，当日不计。",
            "《信访工作条例》第二十三条"),
    DAYS_TO_ANSWER(
            "平均答复周期",
            IndicatorKind.MEAN,
            EnumSet.of(Part.HANDLED_IN_TIME, Part.HANDLED_LATE),
            EnumSet.noneOf(Part.class),
            "办理期限在本期届满、已经答复的事项，从受理到答复的平均日数，当日不计。",
            "《信访工作条例》第三十四条"),
    REVIEW_ASKED(
            "复查率",
            IndicatorKind.RATE,
            EnumSet.of(Part.REVIEW_ASKED),
            EnumSet.of(Part.REVIEW_NOT_ASKED),
            "申请复查的期限在本期届满的处理意见中，信访人申请了复查的；没有送达的不计。",
            "《信访工作条例》第三十五条"),
    REVIEW_CHANGED(
            "复查改变率",
            IndicatorKind.RATE,
            EnumSet.of(Part.REVOKED, Part.CHANGED),
            EnumSet.of(Part.UPHELD),
            "本期作出的复查意见中，撤销或者变更原处理意见的；算在作出原处理意见的单位名下。",
            "《信访工作条例》第三十五条；按作出复查意见的日期"),
    ECHO(
            "回音率",
            IndicatorKind.RATE,
            EnumSet.of(Part.TOLD),
            EnumSet.of(Part.SILENT, Part.NEVER_TOLD),
            "截至今日的在办事项中，最近三十日（默认）内向信访人告知过去向、受理、延期、答复等情况的；不分时段。",
            "事事有回音；三十日为内部工作要求，可以调整");

    private final String label;
    private final IndicatorKind kind;
    private final Set<Part> numerator;
    private final Set<Part> difference;
    private final String counted;
    private final String basis;

    /** @param difference what is in the denominator and not in the numerator */
    Indicator(
            String label, IndicatorKind kind, Set<Part> numerator, Set<Part> difference, String counted, String basis) {
        this.label = label;
        this.kind = kind;
        this.numerator = Set.copyOf(numerator);
        this.difference = Set.copyOf(difference);
        this.counted = counted;
        this.basis = basis;
    }

    @Override
    public String label() {
        return label;
    }

    public IndicatorKind kind() {
        return kind;
    }

    /** What it counts, in a sentence for people. */
    public String counted() {
        return counted;
    }

    /** By which rule, or that it is a target of ours. */
    public String basis() {
        return basis;
    }

    /** As of today, whatever the period. */
    public boolean isOfToday() {
        return measure() == Measure.ECHO;
    }

    Measure measure() {
        return numerator.iterator().next().measure();
    }

    Set<Part> parts(Side side) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (side != Side.DIFFERENCE) {
            parts.addAll(numerator);
        }
        if (side != Side.NUMERATOR) {
            parts.addAll(difference);
        }
        return parts;
    }
}
