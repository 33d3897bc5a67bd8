package org.huiyin.organ;

import org.huiyin.kernel.Labelled;

/** What somebody may be allowed to do outside of a task that is his; tasks themselves are given by group and assignee. */
public enum Right implements Labelled {
    REGISTER("登记信访事项"),
    IMPORT("批量导入"),
    VIEW_CASE("查看案卷"),
    UNMASK("查看未遮盖的个人信息"),
    ATTACH("上传和作废附件"),
    VIEW_SEALED("查看检举控告件"),
    VIEW_JOURNAL("查看办理流水"),
    EXPORT_LEDGER("导出台账"),
    FIND_SAME("查找同一信访事项"),
    LINK("关联信访事项"),
    NEW_QUERY_CODE("重发查询码"),
    NAME_ACCUSED("记明和更正被反映人"),
    REASSIGN("调整承办人"),
    KEEP_ABSENCES("登记人员离岗和移交"),
    ASK_HELP("请其他单位协办"),
    ASK_UPWARD("报请上级同意上交"),
    ALLOW_UPWARD("同意下级上交事项"),
    FLAG_URGENT("标为重大紧急并报告"),
    WITHDRAW_URGENT("撤销重大紧急标记"),
    VIEW_BOARD("查看督办看板"),
    REMIND("催办"),
    SUPERVISE("发起督办"),
    KEEP_RELATIONS("登记和解除利害关系"),
    PROPOSE_RULES("提出日历和期限变更"),
    APPROVE_RULES("审批日历和期限变更"),
    MANAGE_TOPICS("维护重点专题"),
    MANAGE_SYSTEM("维护系统");

    private final String label;

    Right(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
