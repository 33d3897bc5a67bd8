package org.huiyin.deadline;

import java.util.Arrays;
import java.util.Optional;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;

/** The clocks by their number; everything else about them is a row of {@code deadline.time_limit}. */
public enum ClockKind {
    /** 登记录入 */
    D1,
    /** 信访部门分流 */
    D2,
    /** 逐级转送, the budget of one level inside D2 */
    D2A,
    /** 直接提出事项告知 */
    D3,
    /** 转送交办事项告知 */
    D4,
    /** 提出异议 */
    D5,
    /** 核实异议 */
    D5A,
    /** 办理 */
    D6,
    /** 延长办理 */
    D7,
    /** 简易程序转送 */
    D8,
    /** 简易程序受理 */
    D9,
    /** 简易程序办结 */
    D10,
    /** 交办反馈 */
    D11,
    /** 申请复查 */
    D12,
    /** 复查 */
    D13,
    /** 申请复核 */
    D14,
    /** 复核 */
    D15,
    /** 复查复核申请审查 */
    D15A,
    /** 听证通知 */
    D16,
    /** 三项建议反馈 */
    D17,
    /** 建议意见答复 */
    D18,
    /** 涉法涉诉和检举控告转送 */
    D19,
    /** 法定途径办理 */
    D20,
    /** 重大紧急信息报告 */
    D21,
    /** 满意度评价 */
    D22,
    /** 处理意见执行跟踪 */
    D23,
    /** 年度报告 */
    D24,
    /** 登记送达回执, a target of ours that no law gives */
    T1,
    /** 重大紧急事项办结目标, a target of ours beside the clocks of the law: while it runs the matter goes before all others */
    T2,
    /** 协办意见: how early a helper is reminded of the day set for him; nothing runs by it */
    T3,
    /** 反馈代表委员: by when a deputy is to be told the outcome, a target of ours that runs beside the matter */
    T4;

    /** As written in tables, models and the API: {@code D5a}. */
    public String code() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** By when a matter that came to this organ is to be sorted: article 22 for a 信访部门, article 23 for any other. */
    public static ClockKind sorting(Organ receivedBy) {
        return receivedBy.kind() == OrganKind.PETITION_BUREAU ? D2 : D3;
    }

    /** Which clock runs from the same event when the simplified procedure is left (信访事项简易办理办法). */
    Optional<ClockKind> ordinary() {
        return switch (this) {
            case D8 -> Optional.of(D2);
            case D9 -> Optional.of(D4);
            case D10 -> Optional.of(D6);
            default -> Optional.empty();
        };
    }

    /** With the answer that ends this clock the matter is no longer pressing. */
    boolean endsHandling() {
        return this == D6 || this == D10 || this == D18;
    }

    public static ClockKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no clock " + code));
    }
}
