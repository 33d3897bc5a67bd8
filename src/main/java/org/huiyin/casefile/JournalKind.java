package org.huiyin.casefile;

import java.util.Optional;
import org.huiyin.kernel.Labelled;

/** What can happen to a petition. An entry that moves the petition names the state it leads to. */
public enum JournalKind implements Labelled {
    OPENED("开始登记", PetitionState.DRAFT),
    REGISTERED("登记", PetitionState.REGISTERED),
    IMPORTED("批量导入登记", PetitionState.REGISTERED),
    VOIDED("误开作废", PetitionState.VOID),
    CORRECTED("更正"),
    SPLIT("分拆事项"),
    SPLIT_OFF("由分拆登记"),
    TOPICS_CHANGED("调整重点专题"),
    ACCUSED_NAMED("记明被反映人"),
    ACCUSED_REMOVED("更正被反映人"),
    QUERY_CODE_ISSUED("发放查询码"),
    QUERY_CODE_LOCKED("查询码多次输错已锁定"),

    CLASS_PROPOSED("系统建议类别与途径"),
    CLASSIFIED("判定类别与途径"),
    SIMPLIFIED_CHOSEN("适用简易程序"),
    SIMPLIFIED_DROPPED("不再拟适用简易程序"),
    BACK_TO_ORDINARY("转为普通程序"),
    SET_APART("检举控告另行处理"),
    ENTRUSTED("明确责任机关和承办人"),
    FORWARDED("转送", PetitionState.FORWARDED),
    ASSIGNED("交办", PetitionState.FORWARDED),
    PASSED_ON("转送下级信访部门", PetitionState.FORWARDED),
    RETURNED_TO_BUREAU("退回转送的信访部门", PetitionState.REGISTERED),
    FOLLOWED("承接机关接办"),
    HELPER_ASKED("请其他单位协办"),
    HELPER_ANSWERED("提出协办意见"),
    HELPER_OVERDUE("协办意见逾期未复"),
    HELPER_POSTPONED("调整协办期限"),
    HELPER_WITHDRAWN("撤回协办请求"),
    HELPER_FOLLOWED("协办由承接机关接续"),
    SIGNED_IN("签收", PetitionState.SIGNED_IN),
    OBJECTED("提出异议"),
    OBJECTION_AGREED("同意异议并退回", PetitionState.REGISTERED),
    OBJECTION_REFUSED("不同意异议"),
    DISPUTE_RAISED("争议报请裁定"),
    COMPETENCE_DECIDED("裁定责任单位", PetitionState.FORWARDED),
    UPWARD_ASKED("报请上级同意上交"),
    UPWARD_ALLOWED("同意上交"),
    UPWARD_REFUSED("不同意上交"),
    UPWARD_LAPSED("上交报请失效"),
    REPORTED("报送办结报告"),
    REPORT_ACCEPTED("认可办结报告"),
    REPORT_RETURNED("退回办结报告"),
    GUIDED("导入法定途径"),
    LINKED("关联同一信访事项"),
    LINK_WITHDRAWN("撤销关联"),
    FINAL_OPINION_ENTERED("登记既往复核意见"),
    NOT_ACCEPTED_AGAIN("不再受理"),
    ANSWERED_ON_THE_SPOT("当场答复", PetitionState.ANSWERED),

    ACCEPTED("受理", PetitionState.ACCEPTED),
    DECLINED("不予受理"),
    NOTICE_NOT_DUE("依法无须告知"),
    DRAFTED("拟写意见"),
    RETURNED("退回修改"),
    SIGNED("签发"),
    ANSWERED_TOGETHER("与共同信访件一并答复"),
    STUDIED("研究建议"),
    SIMPLY_ANSWERED("作出简易答复"),
    EXTENSION_REQUESTED("申请延长办理期限"),
    EXTENSION_APPROVED("批准延长办理期限"),
    EXTENSION_REFUSED("不批准延长办理期限"),
    EXTENSION_LAPSED("延期申请失效"),

    PAPER_ISSUED("制发文书"),
    PAPER_SENT("送出文书"),
    ANSWER_SENT("送出答复", PetitionState.ANSWERED),
    ANSWER_PUBLISHED("答复公布于查询码下", PetitionState.ANSWERED),
    PAPER_RECEIVED("文书送达"),
    PAPER_REFUSED("文书被拒收"),
    PAPER_UNDELIVERABLE("文书无法送达"),
    RECEIPT_ACKNOWLEDGED("信访人凭查询码确认收到"),
    PAPER_PRINTED("打印文书"),

    EVALUATED("满意度评价"),
    EVALUATION_LAPSED("超期未评价"),
    REVIEW_REQUESTED("申请复查", PetitionState.UNDER_REVIEW),
    REVIEW_LAPSED("超期未申请复查"),
    REVIEW_DECIDED("作出复查意见", PetitionState.REVIEWED),

    URGENT_FLAGGED("标为重大紧急并报告"),
    URGENT_ACKNOWLEDGED("签收重大紧急报告"),
    URGENT_WITHDRAWN("撤销重大紧急标记"),

    REMINDED("催办"),
    REMINDER_ANSWERED("回复催办"),

    TRANSFERRED("转送纪检监察机关"),
    ACCUSATION_RECEIVED("纪检监察机关接收"),

    CLOCK_STARTED("期限起算"),
    CLOCK_TURNED("期限变灯"),
    CLOCK_MET("期限完成"),
    CLOCK_LAPSED("期限届满"),
    CLOCK_MOVED("期限调整"),
    CLOCK_EXTENDED("期限延长"),
    CLOCK_HELD("期限暂停"),
    CLOCK_RELEASED("期限恢复"),
    CLOCK_TOLD("期限告知信访人"),
    CLOCK_RECOUNTED("期限重新计算"),
    CLOCK_HANDED("期限责任移交"),
    CLOCK_CANCELLED("期限终止"),

    TASK_TAKEN("领取待办"),
    TASK_HANDED_BACK("退回待办"),
    TASK_REASSIGNED("改派待办"),
    RECUSAL_DECLARED("本人申请回避"),
    RECUSAL_ASKED("信访人申请回避"),
    RECUSAL_GRANTED("决定回避"),
    RECUSAL_REFUSED("不予回避"),
    VIEWED("查看案卷"),
    UNMASKED("查看个人信息"),
    ATTACHMENT_ADDED("登记附件"),
    DEPUTY_REPLY_OWED("结果须反馈代表委员"),
    DEPUTY_TOLD("已向代表委员反馈结果"),
    DEPUTY_REPLY_NOT_NEEDED("无须向代表委员反馈"),
    LETTER_ATTACHMENTS_GIVEN("来信附件归入本件"),
    ATTACHMENT_VIEWED("查看附件"),
    ATTACHMENT_WITHDRAWN("作废附件"),
    ATTACHMENT_SCANNED("附件查毒"),
    ATTACHMENT_ERASED("依法清除附件"),
    TEXT_ERASED("依法清除文字"),
    ENDED("办结", PetitionState.ENDED);

    private final String label;
    private final Optional<PetitionState> leadsTo;

    JournalKind(String label) {
        this.label = label;
        this.leadsTo = Optional.empty();
    }

    JournalKind(String label, PetitionState leadsTo) {
        this.label = label;
        this.leadsTo = Optional.of(leadsTo);
    }

    @Override
    public String label() {
        return label;
    }

    Optional<PetitionState> leadsTo() {
        return leadsTo;
    }
}
