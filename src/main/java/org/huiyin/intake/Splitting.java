package org.huiyin.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.casefile.AccusedParties;
import org.huiyin.casefile.AccusedParty;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.FiledAttachment;
import org.huiyin.casefile.LetterAttachments;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.PetitionState;
import org.huiyin.casefile.Registration;
import org.huiyin.casefile.SplitItem;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 分拆: a letter with items of different classes becomes as many petitions, each with its own number, life and clocks from
 * the same receipt. It is done by whoever decides the class, before it is decided.
 */
@Service
@Transactional
public class Splitting {
    private static final String DECIDE_CLASS = "decideClass";
    private static final int MOST_ITEMS = 9;

    private final CaseFile cases;
    private final AccusedParties accused;
    private final LetterAttachments attachments;
    private final Intake intake;
    private final EngineGateway engine;

    Splitting(
            CaseFile cases,
            AccusedParties accused,
            LetterAttachments attachments,
            Intake intake,
            EngineGateway engine) {
        this.cases = cases;
        this.accused = accused;
        this.attachments = attachments;
        this.intake = intake;
        this.engine = engine;
    }

    /**
     * What is typed for one item; nothing of it has been checked.
     *
     * @param attachments those of the letter that belong to this item, by the keys of its list
     */
    public record Typed(String title, String content, String demand, String subject, List<String> attachments) {
        public Typed {
            attachments = List.copyOf(attachments);
        }

        /** Without any attachment of the letter. */
        public Typed(String title, String content, String demand, String subject) {
            this(title, content, demand, subject, List.of());
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** Whether this officer has the class of this petition to decide, and it is not decided yet. */
    @Transactional(readOnly = true)
    public boolean maySplit(PetitionId id, OfficerId officer) {
        Petition petition = cases.get(id);
        return isUndecided(petition) && holdsDecision(id, officer);
    }

    /** The other items with their numbers and query codes; the letter itself keeps its number, and what is kept in it. */
    @Article("21, 29, 30, 31")
    public List<Received> split(PetitionId id, Typed kept, List<Typed> others, OfficerId by) {
        Petition petition = cases.lock(id);
        if (!holdsDecision(id, by)) {
            throw InvalidInput.of("number", "信访件", "由领取了“判定类别与途径”待办的人分拆，请先领取待办。");
        }
        if (!isUndecided(petition)) {
            throw InvalidInput.of("number", "信访件", "类别已经判定，不能再分拆。");
        }
        if (others.isEmpty() || others.size() > MOST_ITEMS) {
            throw InvalidInput.of("items", "分拆出的事项", "应有1至" + MOST_ITEMS + "项，请核对。");
        }
        List<SplitItem> items = read(kept, others, keys(petition, by));
        List<Registration> registrations = cases.split(id, items.get(0), items.subList(1, items.size()));
        List<AccusedParty> against = accused.parties(id);
        List<Received> received = registrations.stream()
                .map(registration -> intake.receive(registration, against, petition.organ(), by))
                .toList();
        attachments.divide(id, chosen(id, kept, received, others), by);
        cases.recordSplit(id, received.stream().map(Received::number).toList());
        return received;
    }

    private Set<String> keys(Petition petition, OfficerId by) {
        return attachments.at(petition, by).stream().map(FiledAttachment::key).collect(Collectors.toSet());
    }

    private static Map<PetitionId, List<String>> chosen(
            PetitionId letter, Typed kept, List<Received> received, List<Typed> others) {
        Map<PetitionId, List<String>> chosen = new LinkedHashMap<>();
        chosen.put(letter, kept.attachments());
        for (int i = 0; i < received.size(); i++) {
            chosen.put(received.get(i).number(), others.get(i).attachments());
        }
        return chosen;
    }

    /** Says of every item what is wrong with it, by its place. */
    private static List<SplitItem> read(Typed kept, List<Typed> others, Set<String> keys) {
        List<FieldError> errors = new ArrayList<>();
        List<SplitItem> items = new ArrayList<>();
        read("kept.", "本件保留的事项：", kept, keys, errors).ifPresent(items::add);
        for (int i = 0; i < others.size(); i++) {
            read("items[" + i + "].", "分拆出的第" + (i + 1) + "项：", others.get(i), keys, errors)
                    .ifPresent(items::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return items;
    }

    private static Optional<SplitItem> read(
            String field, String label, Typed typed, Set<String> keys, List<FieldError> errors) {
        if (!keys.containsAll(typed.attachments())) {
            errors.add(new FieldError(field + "attachments", label + "附件", "来信没有这个附件，请刷新案卷后重新勾选。"));
        }
        try {
            return Optional.of(new SplitItem(typed.title(), typed.content(), typed.demand(), typed.subject()));
        } catch (InvalidInput wrong) {
            wrong.errors()
                    .forEach(error ->
                            errors.add(new FieldError(field + error.field(), label + error.label(), error.message())));
            return Optional.empty();
        }
    }

    private static boolean isUndecided(Petition petition) {
        return petition.state() == PetitionState.REGISTERED
                && petition.petitionClass().isEmpty();
    }

    private boolean holdsDecision(PetitionId id, OfficerId officer) {
        return engine.as(officer, () -> engine.openTasks(id)).stream()
                .anyMatch(task -> task.activity().equals(DECIDE_CLASS)
                        && task.assignee().filter(officer::equals).isPresent());
    }
}
