package org.huiyin.handling;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.NoFurther;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Procedure;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.organ.Organs;
import org.huiyin.signing.Drafts;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The competent organ takes the matter on or declines it, drafts its opinion and signs it. Delivery follows. */
@Service
@Transactional
public class Handling {
    private static final String DECLINE_REASON = "declineReason";
    private static final String DECLINE_REASON_LABEL = "不予受理的理由";

    private final HandlingTable table;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Telling telling;
    private final Drafts drafts;
    private final Extensions extensions;
    private final JointAnswers together;
    private final Organs organs;
    private final SimplifiedProcedure simplified;
    private final NoFurther noFurther;
    private final Clock clock;

    Handling(
            HandlingTable table,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Telling telling,
            Drafts drafts,
            Extensions extensions,
            JointAnswers together,
            Organs organs,
            SimplifiedProcedure simplified,
            NoFurther noFurther,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.telling = telling;
        this.drafts = drafts;
        this.extensions = extensions;
        this.together = together;
        this.organs = organs;
        this.simplified = simplified;
        this.noFurther = noFurther;
        this.clock = clock;
    }

    /** R25: no matter is handled without an organ and a named officer of it. */
    void begin(PetitionId id, OfficerId handler) {
        Petition petition = cases.lock(id);
        organs.refuseStranger(handler, petition.organ());
    }

    /** The notice is issued, the clock of the notice is met, and on acceptance the 60 days begin; true when accepted. */
    @Article("23, 34")
    boolean decideAcceptance(PetitionId id, Acceptance acceptance, OfficerId by) {
        Petition petition = cases.lock(id);
        boolean forwarded = isForwarded(id);
        refuseDecliningWhatWasForwarded(acceptance, forwarded);
        Optional<String> basis = acceptance.isNeverAgain()
                ? Optional.of(noFurther.basis(petition, DECLINE_REASON, DECLINE_REASON_LABEL))
                : Optional.empty();
        begin(petition, acceptance, by);
        Paper notice = tell(petition, acceptance, basis, by);
        simplified.decided(id, notice.number(), clock.instant());
        if (!acceptance.isSimplified()) {
            simplified.notChosen(id);
        }
        deadlines.met(id, forwarded ? ClockKind.D4 : ClockKind.D3, clock.instant(), notice.number());
        table.decide(id, acceptance, by, clock.instant(), notice.number());
        journal.write(id, kind(acceptance), facts(acceptance, notice, basis), Optional.of(acceptance.explanation()));
        return acceptance.isAccepted();
    }

    /** The ten days of the simplified procedure, or the 60 of the ordinary one; neither where it is declined. */
    private void begin(Petition petition, Acceptance acceptance, OfficerId by) {
        PetitionId id = petition.id();
        if (acceptance.isSimplified()) {
            telling.refuseWrongSimplifiedDelivery(id, acceptance.deliveryMethod());
            simplified.accept(id, acceptance.simplifiedReason(), by, clock.instant());
            return;
        }
        telling.refuseWrongDelivery(id, acceptance.deliveryMethod());
        if (acceptance.isAccepted()) {
            deadlines.start(id, ClockKind.D6, clock.instant(), "决定受理", petition.organ(), petition.person());
        }
    }

    /** The opinion gets its number and names who reviews it and by when that may be asked; so do those of joined matters. */
    @Article("32, 35")
    void signOpinion(PetitionId id, OfficerId by) {
        List<PetitionId> others = together.toSign(id, by);
        Paper opinion = drafts.sign(id, OpinionText.KIND, cases.lock(id).organ(), by);
        extensions.lapse(id, opinion.number());
        together.answer(id, others, by);
    }

    /** What the petitioner himself asks for, as the first words of a draft. */
    @Transactional(readOnly = true)
    String demands(PetitionId id) {
        return cases.letter(id).demand();
    }

    @Transactional(readOnly = true)
    boolean hasAddressee(PetitionId id) {
        return cases.hasAddressee(id);
    }

    /** A matter that was forwarded runs under D4; one that came directly under D3. */
    private boolean isForwarded(PetitionId id) {
        return deadlines
                .find(id, ClockKind.D4)
                .filter(notice -> notice.state() != ClockState.CANCELLED)
                .isPresent();
    }

    @Article("23")
    private static void refuseDecliningWhatWasForwarded(Acceptance acceptance, boolean forwarded) {
        if (forwarded && acceptance.declined().equals(Optional.of(DeclineReason.NOT_COMPETENT))) {
            throw InvalidInput.of(
                    DECLINE_REASON, DECLINE_REASON_LABEL, "转送来的事项不属于本机关职权的，应当在五个工作日内向转送机关提出异议，不得以不予受理代替。");
        }
    }

    private static JournalKind kind(Acceptance acceptance) {
        if (acceptance.isNeverAgain()) {
            return JournalKind.NOT_ACCEPTED_AGAIN;
        }
        return acceptance.isAccepted() ? JournalKind.ACCEPTED : JournalKind.DECLINED;
    }

    private Paper tell(Petition petition, Acceptance acceptance, Optional<String> basis, OfficerId by) {
        if (basis.isPresent()) {
            Map<String, String> content = new HashMap<>(Map.of("finalBasis", basis.get()));
            content.put("explanation", acceptance.explanation());
            return telling.tell(petition, PaperKind.NO_FURTHER_NOTICE, content, acceptance.deliveryMethod(), by);
        }
        Map<String, String> content = content(petition.id(), acceptance);
        return acceptance.isAccepted()
                ? telling.tellEndOfHandling(
                        petition,
                        PaperKind.ACCEPTANCE_NOTICE,
                        content,
                        acceptance.deliveryMethod(),
                        handling(acceptance),
                        by)
                : telling.tell(petition, PaperKind.DECLINE_NOTICE, content, acceptance.deliveryMethod(), by);
    }

    private Map<String, String> content(PetitionId id, Acceptance acceptance) {
        Map<String, String> content = new HashMap<>();
        content.put("explanation", acceptance.explanation());
        acceptance
                .declined()
                .ifPresentOrElse(
                        reason -> {
                            content.put(DECLINE_REASON, reason.label());
                            content.put("whereToGo", acceptance.whereToGo());
                        },
                        () -> deadlines.find(id, handling(acceptance)).ifPresent(handling -> {
                            content.put("acceptedOn", handling.start().on().toString());
                            content.put("dueOn", handling.rawDue().toString());
                        }));
        if (acceptance.isSimplified()) {
            content.put("simplified", Procedure.SIMPLIFIED.label());
        }
        return content;
    }

    private static ClockKind handling(Acceptance acceptance) {
        return acceptance.isSimplified() ? ClockKind.D10 : ClockKind.D6;
    }

    private static Map<String, String> facts(Acceptance acceptance, Paper notice, Optional<String> basis) {
        if (basis.isPresent()) {
            return Map.of("number", notice.number(), "evidence", basis.get());
        }
        return acceptance
                .declined()
                .map(reason -> Map.of("number", notice.number(), DECLINE_REASON, reason.name()))
                .orElseGet(() -> Map.of("number", notice.number()));
    }
}
