package org.huiyin.kernel;

/** 办结原因: every matter ends with one of these, recorded with its evidence (R40). */
public enum EndReason implements Labelled {
    ANSWERED_NO_REVIEW("已答复，超期未申请复查"),
    ANSWERED_PUBLISHED("已答复并公布，无法送达"),
    REVIEWED("已作出复查意见"),
    DECLINED("不予受理并告知去向"),
    NOT_ACCEPTED_AGAIN("不再受理并告知依据"),
    GUIDED("已导入法定途径"),
    ON_THE_SPOT("当场答复"),
    SIMPLY_ANSWERED("已简易答复，未请求复查"),
    SUGGESTION_ANSWERED("建议已答复"),
    TRANSFERRED("已转送有权处理机关"),
    VOIDED("误开作废");

    private final String label;

    EndReason(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
