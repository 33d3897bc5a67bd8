package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.springframework.stereotype.Component;

/** The lists from which a registration chooses: places, classes of content, focus topics. */
@Component
public class CaseLists {
    private final Territories territories;
    private final ContentClasses classes;
    private final TopicTable topics;

    CaseLists(Territories territories, ContentClasses classes, TopicTable topics) {
        this.territories = territories;
        this.classes = classes;
        this.topics = topics;
    }

    /** As they stand now; for many registrations asked once. */
    public Now now() {
        return new Now(territories, classes, topics.all());
    }

    /** The lists of one moment. */
    public record Now(Territories places, ContentClasses classes, List<Topic> topics) {
        /** Empty for nothing written; refuses what is no place of this city. */
        public Optional<OrganId> territory(String field, String text) {
            if (text.isBlank()) {
                return Optional.empty();
            }
            return Optional.of(places.find(text)
                    .orElseThrow(() -> InvalidInput.of(field, "问题属地（区划）", "没有这个区划，请填写本市的市、区县或者街镇名称；具体地点写在“问题属地”。"))
                    .organ());
        }

        public Optional<ContentClass> contentClass(String text) {
            return classes.find(text);
        }

        /** Duty lists are kept by the class at the top; words that are in no list stay as they were written. */
        public String subject(String text) {
            return contentClass(text).map(ContentClass::top).orElse(text);
        }

        public List<String> topicCodes(String field, List<String> asked) {
            return Topics.codes(
                    field, asked.stream().filter(one -> !one.isBlank()).toList(), topics);
        }
    }
}
