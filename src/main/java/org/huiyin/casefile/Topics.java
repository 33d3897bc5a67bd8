package org.huiyin.casefile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of focus topics, which grows without a release, and the topics of a matter (R33). */
@Service
@Transactional
public class Topics {
    private static final int LONGEST_LABEL = 30;
    private static final int LONGEST_NOTE = 200;

    private final TopicTable table;
    private final CaseFile cases;
    private final Journal journal;
    private final Clock clock;

    Topics(TopicTable table, CaseFile cases, Journal journal, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Topic> all() {
        return table.all();
    }

    public Topic add(String label, String note, OfficerId by) {
        String name = CleanText.of("label", "专题名称", label, LONGEST_LABEL);
        if (name.isEmpty()) {
            throw InvalidInput.of("label", "专题名称", "必须填写。");
        }
        if (name.matches(".*[,，;；、\\n].*")) {
            throw InvalidInput.of("label", "专题名称", "不能含有逗号、分号和顿号，多个专题请分别添加。");
        }
        return table.add(name, CleanText.of("note", "说明", note, LONGEST_NOTE), by, clock.instant())
                .orElseThrow(() -> InvalidInput.of("label", "专题名称", "已有这个专题；停用的可以重新启用。"));
    }

    /** A topic is never deleted: the matters that have it keep it. */
    public Topic change(String code, String note, boolean valid, OfficerId by) {
        return table.change(code, CleanText.of("note", "说明", note, LONGEST_NOTE), valid, by, clock.instant())
                .orElseThrow(() -> InvalidInput.of("code", "专题编码", "没有这个专题，请核对编码。"));
    }

    public void assign(PetitionId petition, List<String> topics) {
        cases.lock(petition);
        List<String> codes = codes("topics", topics, all());
        table.replace(petition, codes);
        journal.write(petition, JournalKind.TOPICS_CHANGED, Map.of("topics", labels(codes, all())));
    }

    /** Topics by code or name. */
    public static List<String> codes(String field, List<String> asked, List<Topic> known) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String one : asked) {
            String word = one.strip();
            known.stream()
                    .filter(Topic::valid)
                    .filter(topic -> topic.code().equals(word) || topic.label().equals(word))
                    .findFirst()
                    .ifPresentOrElse(topic -> codes.add(topic.code()), () -> unknown.add(word));
        }
        if (!unknown.isEmpty()) {
            List<String> names =
                    known.stream().filter(Topic::valid).map(Topic::label).toList();
            throw InvalidInput.of(
                    field, "重点专题", "没有“" + String.join("、", unknown) + "”这个专题，可以填写：" + String.join("、", names) + "。");
        }
        return List.copyOf(codes);
    }

    public static String labels(List<String> codes, List<Topic> known) {
        return String.join(
                "、",
                known.stream()
                        .filter(topic -> codes.contains(topic.code()))
                        .map(Topic::label)
                        .toList());
    }
}
