package org.huiyin.casefile;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.Route;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The journal in the words of the people who read it. A fact nobody has named here is shown as it is. */
@Component
class Timeline {
    private static final Map<String, String> LABELS = Map.ofEntries(
            entry("organ", "机关"),
            entry("sender", "转送机关"),
            entry("holder", "责任机关"),
            entry("superior", "报请的上级机关"),
            entry("receivingOrgan", "接收机关"),
            entry("proposedOrgan", "建议承办机关"),
            entry("reviewOrgan", "复查机关"),
            entry("disciplineBody", "纪检监察机关"),
            entry("outsideBody", "系统外接收机关"),
            entry("petition", "关联件编号"),
            entry("linkKind", "关联类别"),
            entry("topics", "重点专题"),
            entry("finalOrgan", "复核机关"),
            entry("issuedOn", "作出日期"),
            entry("person", "承办人"),
            entry("handler", "承办人"),
            entry("before", "原承办人"),
            entry("cause", "改派原因"),
            entry("channel", "信访形式"),
            entry("petitionClass", "类别"),
            entry("route", "途径"),
            entry("classRow", "类别规则"),
            entry("routeRow", "途径规则"),
            entry("simplifiedStage", "环节"),
            entry("simplifiedOutcome", "答复结果"),
            entry("simplifiedRow", "简易程序规则"),
            entry("answerWay", "答复方式"),
            entry("endReason", "办结原因"),
            entry("receivedOn", "收到日期"),
            entry("sentOn", "送出日期"),
            entry("deliveredOn", "送达日期"),
            entry("paper", "文书"),
            entry("number", "文号"),
            entry("deliveryMethod", "送达方式"),
            entry("receiptKind", "送达结果"),
            entry("clock", "期限"),
            entry("startOn", "起算日"),
            entry("rawDue", "到期日"),
            entry("legalDue", "顺延后到期日"),
            entry("days", "延长日数"),
            entry("approver", "批准人"),
            entry("toldDue", "告知的到期日"),
            entry("rawBefore", "原到期日"),
            entry("legalBefore", "原顺延后到期日"),
            entry("because", "调整原因"),
            entry("endedOn", "结束日"),
            entry("evidence", "依据"),
            entry("version", "版本"),
            entry("conclusion", "研究结论"),
            entry("confirmation", "确认方式"),
            entry("declineReason", "不予受理理由"),
            entry("officeRating", "对信访部门的评价"),
            entry("organRating", "对责任单位的评价"),
            entry("lamp", "灯色"),
            entry("urgentKind", "情形"),
            entry("urgentLevel", "程度"),
            entry("addressee", "报送对象"),
            entry("task", "任务"),
            entry("decision", "决定"),
            entry("outcome", "结果"),
            entry("attachment", "附件"),
            entry("letterAttachment", "来信附件"),
            entry("attachmentKind", "附件类别"),
            entry("fileType", "文件格式"),
            entry("digest", "校验码"),
            entry("scan", "查毒结果"),
            entry("count", "件数"),
            entry("entry", "日志序号"),
            entry("import", "导入批次"));
    private static final Set<String> ORGANS = Set.of(
            "organ",
            "sender",
            "holder",
            "receivingOrgan",
            "proposedOrgan",
            "reviewOrgan",
            "disciplineBody",
            "superior");
    private static final Set<String> OFFICERS = Set.of("person", "handler", "approver", "before");
    private static final List<FactWords> KERNEL = List.of(
            FactWords.of("channel", Channel.class),
            FactWords.of("petitionClass", PetitionClass.class),
            FactWords.of("route", Route.class),
            FactWords.of("linkKind", LinkKind.class),
            FactWords.of("endReason", EndReason.class),
            FactWords.of("attachmentKind", AttachmentKind.class),
            FactWords.of("fileType", FileType.class),
            FactWords.of("scan", ScanState.class));

    private final Organs organs;
    private final ObjectProvider<FactWords> words;

    Timeline(Organs organs, ObjectProvider<FactWords> words) {
        this.organs = organs;
        this.words = words;
    }

    List<TimelineEntry> of(List<JournalEntry> journal) {
        return journal.stream().map(this::entryInWords).toList();
    }

    String organ(OrganId id) {
        return organs.find(id).map(Organ::name).orElse(id.value());
    }

    String officer(OfficerId id) {
        if (id.equals(JournalEntry.PETITIONER)) {
            return "信访人";
        }
        return organs.findOfficer(id)
                .map(officer -> officer.name() + "（" + organ(officer.organ()) + "）")
                .orElse(id.equals(OfficerId.SYSTEM) ? "系统" : id.value());
    }

    private TimelineEntry entryInWords(JournalEntry line) {
        List<TimelineEntry.Fact> facts = line.facts().entrySet().stream()
                .map(fact -> new TimelineEntry.Fact(
                        LABELS.getOrDefault(fact.getKey(), fact.getKey()), value(fact.getKey(), fact.getValue())))
                .toList();
        return new TimelineEntry(
                line.seq(), line.at(), line.kind().label(), officer(line.actor()), facts, line.typed());
    }

    private String value(String key, String value) {
        if (ORGANS.contains(key)) {
            return organ(new OrganId(value));
        }
        if (OFFICERS.contains(key)) {
            return officer(new OfficerId(value));
        }
        return Stream.concat(KERNEL.stream(), words.stream())
                .flatMap(module -> module.word(key, value).stream())
                .findFirst()
                .orElse(value);
    }
}
