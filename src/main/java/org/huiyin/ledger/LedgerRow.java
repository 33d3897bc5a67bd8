package org.huiyin.ledger;

import java.util.List;

/** One matter as the ledger shows it, in words; names are masked, of a confidential matter none is shown. */
public record LedgerRow(
        String number,
        String receivedOn,
        String channel,
        String source,
        String registeredBy,
        String petitioner,
        String petitionClass,
        String procedure,
        String subject,
        String place,
        String title,
        String organ,
        String person,
        String state,
        String dueOn,
        String lamp,
        String lampLabel,
        String result,
        String lastFeedback,
        boolean urgent,
        boolean sealed) {
    static final List<String> HEADS = List.of(
            "信访编号", "收到日期", "信访形式", "来源", "登记机关", "信访人", "类别", "办理程序", "内容分类", "问题属地", "标题", "责任单位", "责任人", "状态", "到期日",
            "灯", "结果", "最近反馈", "重大紧急", "密");

    List<String> cells() {
        return List.of(
                number,
                receivedOn,
                channel,
                source,
                registeredBy,
                petitioner,
                petitionClass,
                procedure,
                subject,
                place,
                title,
                organ,
                person,
                state,
                dueOn,
                lampLabel,
                result,
                lastFeedback,
                urgent ? "是" : "",
                sealed ? "密" : "");
    }

    @Override
    public String toString() {
        return "LedgerRow[" + number + "]";
    }
}
