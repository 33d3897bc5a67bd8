package org.huiyin.portal;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.portal.Standing.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of the journal concerns the petitioner, in words for him: no officer, nothing typed, nothing internal. */
@Component
class Events {
    private static final Map<JournalKind, String> WORDS = Map.ofEntries(
            entry(JournalKind.REGISTERED, "已登记"),
            entry(JournalKind.IMPORTED, "已登记"),
            entry(JournalKind.FORWARDED, "已转送有权处理的机关"),
            entry(JournalKind.ASSIGNED, "已交办有权处理的机关"),
            entry(JournalKind.PASSED_ON, "已转送下级信访部门，由其继续转送"),
            entry(JournalKind.RETURNED_TO_BUREAU, "下级信访部门已退回，正在重新转送"),
            entry(JournalKind.COMPETENCE_DECIDED, "上级已指定办理机关"),
            entry(JournalKind.SIGNED_IN, "承办机关已签收"),
            entry(JournalKind.OBJECTION_AGREED, "承办机关提出不属于其职权，正在重新确定机关"),
            entry(JournalKind.GUIDED, "已告知应当通过的法定途径"),
            entry(JournalKind.ANSWERED_ON_THE_SPOT, "已当场答复"),
            entry(JournalKind.ACCEPTED, "已受理"),
            entry(JournalKind.SIMPLY_ANSWERED, "已按简易程序答复"),
            entry(JournalKind.BACK_TO_ORDINARY, "转为普通程序办理"),
            entry(JournalKind.DECLINED, "不予受理"),
            entry(JournalKind.NOT_ACCEPTED_AGAIN, "不再受理"),
            entry(JournalKind.EXTENSION_APPROVED, "办理期限已延长，理由见延期告知书"),
            entry(JournalKind.ANSWER_SENT, "已送出答复"),
            entry(JournalKind.ANSWER_PUBLISHED, "答复已在本页公布"),
            entry(JournalKind.RECEIPT_ACKNOWLEDGED, "您已确认收到答复"),
            entry(JournalKind.EVALUATED, "您已作出评价"),
            entry(JournalKind.REVIEW_REQUESTED, "您已申请复查"),
            entry(JournalKind.REVIEW_DECIDED, "已作出复查意见"),
            entry(JournalKind.RECUSAL_ASKED, "您已申请承办人回避"),
            entry(JournalKind.RECUSAL_GRANTED, "承办人已经回避，由其他人办理"),
            entry(JournalKind.RECUSAL_REFUSED, "承办机关已审查回避申请，决定不予回避"),
            entry(JournalKind.ENDED, "已办结"));

    /** Of a sealed matter nothing is told but that it was received and went where it belongs (art 30). */
    private static final Map<JournalKind, String> WORDS_WHEN_SEALED = Map.of(
            JournalKind.REGISTERED, "已登记",
            JournalKind.IMPORTED, "已登记",
            JournalKind.ENDED, "已依法转送有权处理的机关");

    private static final Set<JournalKind> ON_THE_FORM = Set.of(
            JournalKind.FORWARDED,
            JournalKind.ASSIGNED,
            JournalKind.PASSED_ON,
            JournalKind.COMPETENCE_DECIDED,
            JournalKind.SIGNED_IN,
            JournalKind.ACCEPTED,
            JournalKind.REVIEW_REQUESTED);

    private final Organs organs;
    private final Clock clock;

    Events(Organs organs, Clock clock) {
        this.organs = organs;
        this.clock = clock;
    }

    List<Event> of(Petition petition, List<JournalEntry> journal) {
        Map<JournalKind, String> words = petition.sealed() ? WORDS_WHEN_SEALED : WORDS;
        return journal.stream()
                .flatMap(entry -> event(words.get(entry.kind()), entry, petition.sealed()))
                .toList();
    }

    private Stream<Event> event(@Nullable String what, JournalEntry entry, boolean sealed) {
        if (what == null) {
            return Stream.empty();
        }
        Optional<String> organ = sealed || !ON_THE_FORM.contains(entry.kind()) ? Optional.empty() : organ(entry);
        return Stream.of(new Event(LocalDate.ofInstant(entry.at(), clock.getZone()), what, organ));
    }

    private Optional<String> organ(JournalEntry entry) {
        return Stream.of("receivingOrgan", "reviewOrgan", "organ")
                .map(entry.facts()::get)
                .filter(id -> id != null && OrganId.isId(id))
                .findFirst()
                .flatMap(id -> organs.find(new OrganId(id)))
                .map(Organ::name);
    }
}
