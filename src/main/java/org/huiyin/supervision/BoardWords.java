package org.huiyin.supervision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.casefile.ContentClass;
import org.huiyin.casefile.ContentClasses;
import org.huiyin.casefile.Topic;
import org.huiyin.casefile.Topics;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** The words for the codes of the board's rows. */
@Component
class BoardWords {
    /** What nobody has said yet. */
    static final String UNKNOWN = "-";

    private static final String BELOW_THE_TOP = "0000";
    private static final int TOP_DIGITS = 2;

    private final Organs organs;
    private final ContentClasses classes;
    private final Topics topics;

    BoardWords(Organs organs, ContentClasses classes, Topics topics) {
        this.organs = organs;
        this.classes = classes;
        this.topics = topics;
    }

    String of(FlowKind kind, String value) {
        return switch (kind) {
            case CHANNEL -> Channel.valueOf(value).label();
            case CLASS -> value.equals(UNKNOWN) ? "尚未判定" : petitionClass(value);
            case SUBJECT ->
                value.equals(UNKNOWN)
                        ? "未分类"
                        : classes.find(value + BELOW_THE_TOP)
                                .map(ContentClass::top)
                                .orElse(value);
            case TERRITORY -> value.equals(UNKNOWN) ? "未填写" : organ(value);
            case COMMUNITY -> value.equals(UNKNOWN) ? "未写明社区小区" : value;
            case TOPIC -> topic(value);
            case ENDED -> value.equals(UNKNOWN) ? "未注明" : endReason(value);
        };
    }

    /** All values there can be, in an order that does not change with what is shown; none where there is no list of them. */
    List<String> values(FlowKind kind) {
        Stream<String> known = switch (kind) {
            case CHANNEL -> names(Channel.values());
            case CLASS -> names(PetitionClass.values());
            case SUBJECT -> classes.all().stream().map(found -> found.code().substring(0, TOP_DIGITS));
            case TERRITORY ->
                organs.all().stream().map(organ -> organ.id().value()).sorted();
            case TOPIC -> topics.all().stream().map(Topic::code).sorted();
            case ENDED -> names(EndReason.values());
            case COMMUNITY -> Stream.empty();
        };
        return Stream.concat(known.distinct(), Stream.of(UNKNOWN)).toList();
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name);
    }

    private String topic(String code) {
        return topics.all().stream()
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .map(Topic::label)
                .orElse(code);
    }

    String endReason(String code) {
        return code.equals(UNKNOWN) ? "" : EndReason.valueOf(code).label();
    }

    String petitionClass(String code) {
        return code.equals(UNKNOWN) ? "" : PetitionClass.valueOf(code).label();
    }

    static String lamp(String lamp) {
        return lamp.equals("NONE") ? "无在走期限" : Lamp.valueOf(lamp).label();
    }

    String organ(String id) {
        return organs.find(new OrganId(id)).map(Organ::name).orElse(id);
    }

    /** Who answers for a matter: whom its file names, else the organ's first-responsible person (R25). */
    String holder(String organ, Optional<String> person) {
        return person.map(this::officer)
                .orElseGet(() -> organs.find(new OrganId(organ))
                        .map(known -> officer(known.firstResponsible().value()) + "（第一责任人）")
                        .orElse(""));
    }

    String officer(String id) {
        return organs.findOfficer(new OfficerId(id)).map(Officer::name).orElse(id);
    }
}
