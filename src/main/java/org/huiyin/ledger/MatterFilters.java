package org.huiyin.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.casefile.EnterpriseSize;
import org.huiyin.casefile.Source;
import org.huiyin.casefile.Territories;
import org.huiyin.casefile.Territory;
import org.huiyin.casefile.Topic;
import org.huiyin.casefile.Topics;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Filters from what was written: codes or the Chinese words, topics and places as the city has them. */
@Component
public class MatterFilters {
    /** Any enterprise, whatever its size. */
    public static final String ANY = "ANY";

    public static final String ANY_LABEL = "全部企业";

    private final Topics topics;
    private final Territories territories;
    private final Organs organs;

    MatterFilters(Topics topics, Territories territories, Organs organs) {
        this.topics = topics;
        this.territories = territories;
        this.organs = organs;
    }

    public MatterFilter of(
            @Nullable String lamp,
            @Nullable String source,
            @Nullable String enterprise,
            @Nullable String topic,
            @Nullable String region,
            @Nullable String urgent) {
        Optional<OrganId> place = given(region).map(this::territory);
        return new MatterFilter(
                given(lamp).map(word -> Labelled.find(Lamp.class, word).orElseThrow(() -> none("lamp", "灯色"))),
                given(source).map(word -> Labelled.find(Source.class, word).orElseThrow(() -> none("source", "信访来源"))),
                given(enterprise).map(MatterFilters::enterprises).orElse(Set.of()),
                given(topic).map(this::topic),
                place,
                place.map(this::within).orElse(Set.of()),
                given(urgent).map(MatterFilters::yes).orElse(false));
    }

    /** What can be chosen; topics that are retired are still looked for. */
    public List<Topic> topics() {
        return topics.all();
    }

    public List<Territory> territories() {
        return territories.all();
    }

    private String topic(String word) {
        return topics.all().stream()
                .filter(topic -> topic.code().equals(word) || topic.label().equals(word))
                .findFirst()
                .map(Topic::code)
                .orElseThrow(() -> none("topic", "重点专题"));
    }

    private OrganId territory(String word) {
        return territories.find(word).map(Territory::organ).orElseThrow(() -> none("region", "问题属地（区划）"));
    }

    private Set<OrganId> within(OrganId place) {
        return territories.all().stream()
                .map(Territory::organ)
                .filter(other -> organs.isWithin(other, place))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<EnterpriseSize> enterprises(String word) {
        return word.equals(ANY) || word.equals(ANY_LABEL)
                ? EnumSet.allOf(EnterpriseSize.class)
                : EnumSet.of(Labelled.find(EnterpriseSize.class, word).orElseThrow(() -> none("enterprise", "企业规模")));
    }

    private static boolean yes(String word) {
        return switch (word) {
            case "true", "是" -> true;
            case "false", "否" -> false;
            default -> throw InvalidInput.of("urgent", "重大紧急", "请填写 true 或者 false。");
        };
    }

    private static InvalidInput none(String field, String label) {
        return InvalidInput.of(field, label, "没有这一项，请从列表中选择。");
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
