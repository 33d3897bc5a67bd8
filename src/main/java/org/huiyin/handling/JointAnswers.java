package org.huiyin.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Link;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.Petition;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.signing.Draft;
import org.huiyin.signing.Drafts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 一并答复: the opinion on one matter may answer others that were linked to it as 共同信访. Nothing is merged: each petitioner has
 * a paper of his own with its own 文号, delivered to him alone, and his own clocks, evaluation and review; only the drafting
 * and signing of the joined matter are done by reference.
 */
@Service
@Transactional
class JointAnswers {
    private static final String FIELD = "together";
    private static final String LABEL = "一并答复的信访件";
    private static final int SHORTEST_NAME = 2;

    private final JointAnswerTable table;
    private final HandlingProcess process;
    private final Drafts drafts;
    private final Extensions extensions;
    private final CaseFile cases;
    private final Links links;
    private final Bars bars;
    private final Journal journal;

    JointAnswers(
            JointAnswerTable table,
            HandlingProcess process,
            Drafts drafts,
            Extensions extensions,
            CaseFile cases,
            Links links,
            Bars bars,
            Journal journal) {
        this.table = table;
        this.process = process;
        this.drafts = drafts;
        this.extensions = extensions;
        this.cases = cases;
        this.links = links;
        this.bars = bars;
        this.journal = journal;
    }

    /** The joined matters that an opinion on this one can answer now. */
    @Transactional(readOnly = true)
    List<Petition> choices(PetitionId lead) {
        Petition leading = cases.get(lead);
        return joined(lead).stream()
                .map(cases::get)
                .filter(other -> unfit(leading, other).isEmpty())
                .toList();
    }

    /** What the latest draft is to answer beside its own matter. */
    @Transactional(readOnly = true)
    List<Petition> chosen(PetitionId lead) {
        return table.of(lead).isEmpty()
                ? List.of()
                : drafts
                        .latest(lead, OpinionText.KIND)
                        .map(draft -> rows(lead, draft.version()))
                        .orElse(List.of())
                        .stream()
                        .map(cases::get)
                        .toList();
    }

    /** Keeps the draft, and which joined matters it is to answer; both are read by the one who signs. */
    void draft(PetitionId lead, OpinionText text, List<PetitionId> together, OfficerId by) {
        if (together.isEmpty()) {
            drafts.submit(lead, OpinionText.KIND, text, by);
            return;
        }
        cases.lockAll(Stream.concat(Stream.of(lead), together.stream()).toList());
        refuseUnfit(lead, together, text, by);
        int version = drafts.submit(lead, OpinionText.KIND, text, by);
        table.insert(lead, version, together.stream().distinct().toList());
    }

    /** Before anything is signed: all rows are held, and what was fit when it was drafted still is. */
    List<PetitionId> toSign(PetitionId lead, OfficerId by) {
        if (table.of(lead).isEmpty()) {
            return List.of();
        }
        Draft<OpinionText> draft = drafts.latest(lead, OpinionText.KIND).orElseThrow();
        List<PetitionId> together = rows(lead, draft.version());
        cases.lockAll(Stream.concat(Stream.of(lead), together.stream()).toList());
        try {
            refuseUnfit(lead, together, draft.text(), by);
        } catch (InvalidInput changed) {
            throw new InvalidInput(changed.errors().stream()
                    .map(error -> new FieldError("decision", "决定", error.message() + "请退回修改。"))
                    .toList());
        }
        return together;
    }

    /** Each joined matter gets a paper of its own and goes on to its own delivery. */
    @Article("32")
    void answer(PetitionId lead, List<PetitionId> together, OfficerId by) {
        if (together.isEmpty()) {
            return;
        }
        int version = drafts.latest(lead, OpinionText.KIND).orElseThrow().version();
        for (PetitionId joined : together) {
            Petition petition = cases.lock(joined);
            Paper opinion = drafts.signByReference(joined, lead, OpinionText.KIND, petition.organ(), by);
            table.answered(lead, version, joined, opinion.number());
            write(joined, lead, opinion.number());
            write(lead, joined, opinion.number());
            extensions.lapse(joined, opinion.number());
            process.answeredTogether(joined);
        }
    }

    private void write(PetitionId id, PetitionId other, String number) {
        journal.write(id, JournalKind.ANSWERED_TOGETHER, Map.of("petition", other.value(), "number", number));
    }

    private List<PetitionId> rows(PetitionId lead, int version) {
        return table.of(lead).stream()
                .filter(row -> row.version() == version)
                .map(JointAnswerTable.Row::petition)
                .toList();
    }

    private List<PetitionId> joined(PetitionId lead) {
        return links.inForce(lead).stream()
                .filter(link -> link.kind() == LinkKind.JOINT)
                .map((Link link) -> link.other(lead))
                .toList();
    }

    private void refuseUnfit(PetitionId lead, List<PetitionId> together, OpinionText text, OfficerId by) {
        Petition leading = cases.get(lead);
        Set<PetitionId> joined = Set.copyOf(joined(lead));
        for (PetitionId one : together) {
            if (!joined.contains(one) || bars.isBarred(by, one)) {
                throw wrong("所选的信访件没有与本件关联为共同信访，请从列表中选择。");
            }
            Petition other = cases.get(one);
            unfit(leading, other).ifPresent(why -> {
                throw wrong(one + why);
            });
        }
        together.forEach(one -> refuseNaming(lead, one, text));
    }

    /** Why the opinion on the one matter cannot answer the other, as the end of a sentence that begins with its number. */
    private Optional<String> unfit(Petition leading, Petition other) {
        if (leading.sealed() || other.sealed() || leading.confidential() || other.confidential()) {
            return Optional.of("或者本件单列办理、要求保密，只能单独答复。");
        }
        if (!other.organ().equals(leading.organ())) {
            return Optional.of("不由本机关办理，不能一并答复。");
        }
        if (!barred(leading).equals(barred(other))) {
            return Optional.of("与本件须回避的人不同，只能单独答复。");
        }
        return process.isBeingDrafted(other.id()) ? Optional.empty() : Optional.of("尚未受理，或者已经拟出、签发意见，不能一并答复。");
    }

    /** Whoever is kept from the one matter must not read of it in the other (articles 28 and 30). */
    private Set<OfficerId> barred(Petition petition) {
        return petition.guarded() ? bars.of(petition.id()).keySet() : Set.of();
    }

    /** No petitioner reads in his answer who else has written (article 30 forbids telling). */
    private void refuseNaming(PetitionId lead, PetitionId other, OpinionText text) {
        Set<String> own = marks(other);
        Set<String> foreign =
                marks(lead).stream().filter(mark -> !own.contains(mark)).collect(Collectors.toSet());
        List<FieldError> errors = new ArrayList<>();
        text.printed().forEach((field, words) -> {
            if (foreign.stream().anyMatch(words::contains)) {
                errors.add(new FieldError(field, label(field), "写有本件信访人的姓名、电话或者证件号码，不能送给其他信访人；请改称“信访人”，或者不一并答复。"));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private Set<String> marks(PetitionId id) {
        return cases.addressees(id).stream()
                .flatMap((Person person) -> Stream.of(person.name(), person.phone(), person.idNumber()))
                .filter(mark -> mark.length() >= SHORTEST_NAME)
                .collect(Collectors.toSet());
    }

    private static String label(String field) {
        return switch (field) {
            case "demands" -> "信访请求";
            case "findings" -> "查明的事实和理由";
            case "legalBasis" -> "法律法规依据";
            default -> "处理意见";
        };
    }

    private static InvalidInput wrong(String why) {
        return InvalidInput.of(FIELD, LABEL, why);
    }
}
