package org.huiyin.supervision;

import java.util.Set;
import org.huiyin.kernel.Labelled;

/** A piece of which indicators are made: matters of one measure that came out alike. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are copies
public enum Part implements Labelled {
    SORTED_IN_TIME("按期分流", Measure.SORTING, Outcome.IN_TIME),
    SORTED_LATE("逾期分流", Measure.SORTING, Outcome.LATE),
    NOT_SORTED("超期未分流", Measure.SORTING, Outcome.OVERDUE),
    SORTING_AHEAD("分流未到期", Measure.SORTING, Outcome.AHEAD),

    ACCEPTED_IN_TIME("按期受理告知", Measure.ACCEPTANCE, Outcome.IN_TIME),
    ACCEPTED_LATE("超期受理告知", Measure.ACCEPTANCE, Outcome.LATE),
    NOT_ACCEPTED("超期未受理告知", Measure.ACCEPTANCE, Outcome.OVERDUE),
    ACCEPTANCE_AHEAD("受理告知未到期", Measure.ACCEPTANCE, Outcome.AHEAD),

    HANDLED_IN_TIME("按期办结", Measure.HANDLING, Outcome.IN_TIME),
    HANDLED_LATE("逾期办结", Measure.HANDLING, Outcome.LATE),
    NOT_HANDLED("超期未办结", Measure.HANDLING, Outcome.OVERDUE),
    HANDLING_AHEAD("办理未到期", Measure.HANDLING, Outcome.AHEAD),

    SETTLED("没有再次提出，也没有申请复查", Measure.RESOLUTION, Outcome.SETTLED),
    RAISED_AGAIN("就同一事项再次提出", Measure.RESOLUTION, Outcome.RAISED_AGAIN),
    WENT_TO_REVIEW("申请了复查", Measure.RESOLUTION, Outcome.REVIEWED),

    SATISFIED("满意", Measure.RATING, Outcome.SATISFIED),
    FAIRLY_SATISFIED("基本满意", Measure.RATING, Outcome.FAIRLY_SATISFIED),
    DISSATISFIED("不满意", Measure.RATING, Outcome.DISSATISFIED),
    NOT_RATED("超期未评价", Measure.RATING, Outcome.LAPSED, Outcome.OVERDUE),

    OFFICE_SATISFIED("对信访部门满意", Measure.OFFICE_RATING, Outcome.SATISFIED),
    OFFICE_FAIRLY_SATISFIED("对信访部门基本满意", Measure.OFFICE_RATING, Outcome.FAIRLY_SATISFIED),
    OFFICE_DISSATISFIED("对信访部门不满意", Measure.OFFICE_RATING, Outcome.DISSATISFIED),

    FIRST("初次信访", Measure.REGISTERED, Outcome.FIRST),
    FIRST_ONLINE("网上初次信访", Measure.REGISTERED, Outcome.FIRST_ONLINE),
    REPEAT("重复信访", Measure.REGISTERED, Outcome.REPEAT),
    REPEAT_ONLINE("网上重复信访", Measure.REGISTERED, Outcome.REPEAT_ONLINE),

    SENT_ONCE("首次派单，没有退回", Measure.SENT, Outcome.FIRST),
    RETURNED("首次派单，被退回", Measure.SENT, Outcome.FIRST_RETURNED),
    SENT_AGAIN("退回后再派，没有退回", Measure.SENT, Outcome.AGAIN),
    RETURNED_AGAIN("退回后再派，又被退回", Measure.SENT, Outcome.AGAIN_RETURNED),

    REVIEW_ASKED("申请复查", Measure.REVIEW_WINDOW, Outcome.ASKED),
    REVIEW_NOT_ASKED("超期未申请复查", Measure.REVIEW_WINDOW, Outcome.LAPSED, Outcome.OVERDUE),

    UPHELD("复查维持", Measure.REVIEW_DECISION, Outcome.UPHELD),
    REVOKED("复查撤销", Measure.REVIEW_DECISION, Outcome.REVOKED),
    CHANGED("复查变更", Measure.REVIEW_DECISION, Outcome.CHANGED),

    TOLD("近期有告知或者答复", Measure.ECHO, Outcome.TOLD),
    SILENT("告知或者答复已久", Measure.ECHO, Outcome.SILENT),
    NEVER_TOLD("从未告知或者答复", Measure.ECHO, Outcome.NEVER);

    private final String label;
    private final Measure measure;
    private final Set<Outcome> outcomes;

    Part(String label, Measure measure, Outcome... outcomes) {
        this.label = label;
        this.measure = measure;
        this.outcomes = Set.of(outcomes);
    }

    @Override
    public String label() {
        return label;
    }

    Measure measure() {
        return measure;
    }

    Set<Outcome> outcomes() {
        return outcomes;
    }
}
