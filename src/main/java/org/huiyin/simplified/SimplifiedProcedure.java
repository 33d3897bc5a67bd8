package org.huiyin.simplified;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.MatterLinked;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockLapsed;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Movements;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Procedure;
import org.huiyin.kernel.Route;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 简易程序 (信访事项简易办理办法, R46): whoever sorts may mark a matter for it, so that it is passed on in a day (D8) and decided
 * on in three (D9); the organ that handles it decides (D10). It is left for the ordinary procedure at any time before the
 * answer, by the handler with a reason or by rule, and the ordinary clocks run from the same days.
 */
@Service
@Transactional
public class SimplifiedProcedure {
    private static final int LONGEST_REASON = 500;
    private static final String REASON = "reason";

    private final Eligibility eligibility;
    private final ChoiceTable choices;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Movements movements;
    private final ApplicationEventPublisher events;

    SimplifiedProcedure(
            Eligibility eligibility,
            ChoiceTable choices,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Movements movements,
            ApplicationEventPublisher events) {
        this.eligibility = eligibility;
        this.choices = choices;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.movements = movements;
        this.events = events;
    }

    /** What the table says of it, were it an appeal that is answered here. */
    @Transactional(readOnly = true)
    public Proposal proposal(PetitionId id) {
        return eligibility.of(cases.get(id), PetitionClass.APPEAL, Optional.of(Route.PETITION));
    }

    /** Marked for it, or handled by it. */
    @Transactional(readOnly = true)
    public boolean isMarked(PetitionId id) {
        return cases.get(id).simplified();
    }

    /** Whoever sorts marks it, and its day to pass it on began with the receipt. */
    public void mark(PetitionId id, OfficerId by) {
        Petition petition = chosen(id, Stage.SORTING, "", by);
        deadlines.start(id, ClockKind.D8, petition.receivedAt(), "收到信访事项", petition.organ(), Optional.empty());
    }

    /** Whoever sorts marks it for his own organ: nobody passes it on, and three days to decide began with the receipt. */
    public void markForOwnOrgan(PetitionId id, OfficerId handler, OfficerId by) {
        Petition petition = chosen(id, Stage.SORTING, "", by);
        deadlines.start(id, ClockKind.D9, petition.receivedAt(), "收到信访事项", petition.organ(), Optional.of(handler));
    }

    /** One level has passed a marked matter on; nothing happens with others. */
    public void passedOn(PetitionId id, String evidence, Instant at) {
        if (cases.lock(id).simplified()) {
            met(id, ClockKind.D8, evidence, at);
        }
    }

    /** A marked matter has come to the next 信访部门, which has its own day. */
    public void arrivedAtBureau(PetitionId id, OrganId bureau, String evidence, Instant at) {
        if (cases.lock(id).simplified()) {
            deadlines.start(id, ClockKind.D8, at, evidence, bureau, Optional.empty());
        }
    }

    /** A marked matter has come to the organ that decides whether to accept it. */
    public void arrivedAtOrgan(PetitionId id, OrganId organ, String evidence, Instant at) {
        if (cases.lock(id).simplified()) {
            deadlines.start(id, ClockKind.D9, at, evidence, organ, Optional.empty());
        }
    }

    /** The organ has named who handles a marked matter. */
    public void signedIn(PetitionId id, OrganId organ, OfficerId handler) {
        if (cases.lock(id).simplified() && isOpen(id, ClockKind.D9)) {
            deadlines.hand(id, ClockKind.D9, organ, Optional.of(handler));
        }
    }

    /** The organ that handles the matter accepts it by this procedure: ten working days for the answer. */
    public void accept(PetitionId id, String reason, OfficerId by, Instant at) {
        Petition petition = chosen(id, Stage.ACCEPTANCE, reason, by);
        deadlines.start(id, ClockKind.D10, at, "决定受理", petition.organ(), petition.person());
    }

    /** A decision about acceptance was told: what the organ had three days for is done. */
    public void decided(PetitionId id, String evidence, Instant at) {
        met(id, ClockKind.D9, evidence, at);
    }

    /** The organ did not follow the mark: it accepts by the ordinary procedure, or not at all. */
    public void notChosen(PetitionId id) {
        if (cases.lock(id).simplified()) {
            leave(id, "承办单位没有决定适用", false);
        }
    }

    /** Whether this officer may take it back to the ordinary procedure now. */
    @Transactional(readOnly = true)
    public boolean mayLeave(PetitionId id, OfficerId by) {
        Petition petition = cases.get(id);
        return petition.person().equals(Optional.of(by)) && isUnanswered(petition);
    }

    /** By the handler, before he has answered. */
    public void toOrdinary(PetitionId id, String reason, OfficerId by) {
        Petition petition = cases.lock(id);
        if (!petition.person().equals(Optional.of(by))) {
            throw InvalidInput.of(REASON, "转为普通程序", "只有承办人本人可以转为普通程序。");
        }
        if (!isUnanswered(petition)) {
            throw InvalidInput.of(REASON, "转为普通程序", petition.simplified() ? "本件已经简易答复，不再转换程序。" : "本件没有适用简易程序，无须转换。");
        }
        String why = reason(reason);
        if (why.isEmpty()) {
            throw InvalidInput.of(REASON, "转为普通程序的理由", "必须填写；已经受理的，会写入告知书。");
        }
        leave(id, why, false);
    }

    /** By rule, when something has happened that shuts the procedure to it; nothing happens with others, or when answered. */
    public void exclude(PetitionId id, Exclusion exclusion) {
        Petition petition = cases.lock(id);
        if (isUnanswered(petition)) {
            leave(id, exclusion.label(), true);
        }
    }

    @EventListener
    void on(MatterLinked linked) {
        if (linked.kind() == LinkKind.REPEAT) {
            exclude(linked.petition(), Exclusion.REPEATED);
        }
    }

    /** What is not answered in ten days goes on by the ordinary procedure, counted from its acceptance. */
    @EventListener
    void on(ClockLapsed lapsed) {
        if (lapsed.kind() == ClockKind.D10) {
            exclude(lapsed.petition(), Exclusion.LAPSED);
        }
    }

    private Petition chosen(PetitionId id, Stage stage, String typed, OfficerId by) {
        Petition petition = cases.lock(id);
        Proposal proposal = eligibility.of(petition, petition.petitionClass().orElseThrow(), petition.route());
        String reason = reason(typed);
        refuse(proposal, stage, reason);
        choices.insert(id, stage, proposal, by);
        cases.simplify(id, true);
        journal.write(
                id,
                JournalKind.SIMPLIFIED_CHOSEN,
                Map.of("simplifiedStage", stage.name(), "simplifiedRow", proposal.row()),
                Optional.of(reason));
        return petition;
    }

    /** The mark of who sorts decides nothing, so only the organ that decides has to say why it sees it otherwise. */
    private static void refuse(Proposal proposal, Stage stage, String reason) {
        if (proposal.excluded()) {
            throw InvalidInput.of(
                    field(stage),
                    Procedure.SIMPLIFIED.label(),
                    "依据" + proposal.basis() + "不得适用：" + proposal.reason() + "。请选择普通程序。");
        }
        if (stage == Stage.ACCEPTANCE && proposal.explained() && reason.isEmpty()) {
            throw InvalidInput.of(
                    "simplifiedReason", "适用简易程序的理由", "与系统建议不一致，请写明属于简易办理办法第四条的哪一种情形。系统建议为：" + proposal.words());
        }
    }

    private static String field(Stage stage) {
        return stage == Stage.SORTING ? "simplified" : "procedure";
    }

    @Article("34")
    private void leave(PetitionId id, String reason, boolean byRule) {
        boolean accepted = isOpen(id, ClockKind.D10);
        if (accepted || isOpen(id, ClockKind.D8) || isOpen(id, ClockKind.D9)) {
            movements.toOrdinary(id, reason);
        }
        cases.simplify(id, false);
        journal.write(
                id,
                accepted ? JournalKind.BACK_TO_ORDINARY : JournalKind.SIMPLIFIED_DROPPED,
                Map.of(),
                Optional.of(reason));
        events.publishEvent(new BackToOrdinary(id, reason, accepted, byRule));
    }

    /** Chosen, and its answer not given yet: either nobody has decided on acceptance, or the ten days run. */
    private boolean isUnanswered(Petition petition) {
        return petition.simplified()
                && petition.isOpen()
                && deadlines
                        .find(petition.id(), ClockKind.D10)
                        .map(Clock::isOpen)
                        .orElse(true);
    }

    private void met(PetitionId id, ClockKind kind, String evidence, Instant at) {
        if (isOpen(id, kind)) {
            deadlines.met(id, kind, at, evidence);
        }
    }

    private boolean isOpen(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).filter(Clock::isOpen).isPresent();
    }

    private static String reason(String typed) {
        return CleanText.of(REASON, "理由", typed, LONGEST_REASON);
    }
}
