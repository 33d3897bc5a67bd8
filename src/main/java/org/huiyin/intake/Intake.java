package org.huiyin.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.AccusedParties;
import org.huiyin.casefile.AccusedParty;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.Registration;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.intake.RegistrationForm.Entry;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of 登记受理. A matter that ends here (answered on the spot, guided, opened by mistake) gets its end reason here; an
 * accusation does not end: it goes on, sealed, in a process of its own.
 */
@Service
@Transactional
public class Intake {
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final AccusationCircle circle;
    private final Proposals proposals;
    private final AccusedParties accused;
    private final IntakeTable table;
    private final IntakeProcess process;
    private final SimplifiedProcedure simplified;
    private final Clock clock;

    Intake(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            AccusationCircle circle,
            Proposals proposals,
            AccusedParties accused,
            IntakeTable table,
            IntakeProcess process,
            SimplifiedProcedure simplified,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.circle = circle;
        this.proposals = proposals;
        this.accused = accused;
        this.table = table;
        this.process = process;
        this.simplified = simplified;
        this.clock = clock;
    }

    /** Takes in what comes complete, from the web or another system: registered, and its life begun, in one transaction. */
    public Received receive(Registration registration, OrganId organ, OfficerId by) {
        return receive(registration, List.of(), organ, by);
    }

    /** As {@link #receive(Registration, OrganId, OfficerId)}, with whom it speaks against. */
    public Received receive(Registration registration, List<AccusedParty> against, OrganId organ, OfficerId by) {
        PetitionId id = cases.open(registration.channel(), organ, by);
        cases.register(id, registration);
        against.forEach(party -> accused.name(id, party, by));
        startSorting(id, organ, registration.receivedAt());
        cases.entrust(id, organ, Optional.empty());
        String queryCode = cases.newQueryCode(id);
        process.startLife(id, organ);
        return new Received(id, queryCode);
    }

    /** As the number of the draft names it; the draft is held from now on. */
    Channel channelOf(PetitionId draft) {
        return cases.lock(draft).channel();
    }

    /** Enters a draft in the register; false when the petitioner was answered on the spot, so that nothing is left to sort. */
    @Article("21")
    boolean register(PetitionId id, Entry entry, Optional<AccusedParty> against, OfficerId by) {
        Registration registration = entry.registration();
        Organ organ = organs.get(cases.lock(id).registeredBy());
        entry.answer()
                .ifPresent(spot ->
                        spot.refuseUnlessAllowed(registration, organ, organs.competentFor(registration.subject())));
        cases.register(id, registration);
        against.ifPresent(party -> accused.name(id, party, by));
        deadlines.met(id, ClockKind.D1, clock.instant(), "登记完成");
        startSorting(id, organ.id(), registration.receivedAt());
        entry.answer()
                .ifPresentOrElse(
                        spot -> answerOnTheSpot(id, organ, spot, by),
                        () -> cases.entrust(id, organ.id(), Optional.empty()));
        return entry.answer().isEmpty();
    }

    void voidDraft(PetitionId id, String reason) {
        deadlines.stopIfRunning(id, ClockKind.D1, "误开作废");
        cases.voidDraft(id, reason);
    }

    /** Class, route and who goes on with it (articles 28 to 31). */
    void decideClass(PetitionId id, Classification decision, OfficerId by) {
        Petition petition = cases.lock(id);
        refuseHandlingElsewhere(petition.organ(), decision);
        proposals.decided(id, proposals.of(petition), decision, by);
        cases.classify(id, decision.petitionClass(), decision.route(), decision.reason());
        if (decision.petitionClass() == PetitionClass.ACCUSATION) {
            setApart(petition);
        } else if (decision.nextStep() == NextStep.HANDLE) {
            decision.handler().ifPresent(handler -> accused.refuseBarred(id, handler));
            cases.entrust(id, petition.organ(), decision.handler());
            deadlines.hand(id, ClockKind.sorting(organs.get(petition.organ())), petition.organ(), decision.handler());
        }
        if (decision.simplified()) {
            markSimplified(id, decision, by);
        }
    }

    private void markSimplified(PetitionId id, Classification decision, OfficerId by) {
        if (decision.nextStep() == NextStep.HANDLE) {
            simplified.markForOwnOrgan(id, decision.handler().orElseThrow(), by);
        } else {
            simplified.mark(id, by);
        }
    }

    /** The notice that names procedure and body ends the matter here; the petitioner's right is in that procedure. */
    @Article("31")
    void guide(PetitionId id, Guidance guidance, OfficerId by) {
        Petition petition = cases.lock(id);
        guidance.refuseWrongDelivery(cases.hasAddressee(id));
        Paper notice = papers.issue(id, PaperKind.GUIDANCE_NOTICE, petition.organ(), by, guidance.content());
        papers.sent(id, PaperKind.GUIDANCE_NOTICE, guidance.deliveryMethod(), LocalDate.now(clock), "");
        table.guided(id, guidance, by, clock.instant());
        Map<String, String> facts = new HashMap<>(Map.of("number", notice.number()));
        petition.route().map(Route::name).ifPresent(route -> facts.put("route", route));
        journal.write(id, JournalKind.GUIDED, facts, Optional.of(guidance.guidance()));
        deadlines.met(
                id, ClockKind.sorting(organs.get(petition.organ())), clock.instant(), "导入法定途径告知书" + notice.number());
        cases.end(id, EndReason.GUIDED, notice.number());
    }

    /** Clocks run from receipt, not from registration: D2 for a 信访部门 (article 22), D3 for any other organ (article 23). */
    void startSorting(PetitionId id, OrganId organ, Instant receivedAt) {
        deadlines.start(id, ClockKind.sorting(organs.get(organ)), receivedAt, "收到信访事项", organ, Optional.empty());
    }

    private void answerOnTheSpot(PetitionId id, Organ organ, SpotAnswer spot, OfficerId by) {
        Paper record = papers.issue(
                id,
                PaperKind.SPOT_ANSWER,
                organ.id(),
                by,
                Map.of(
                        "spotAnswer",
                        spot.answer(),
                        "spotConfirmation",
                        spot.confirmation().label()));
        table.answered(id, spot, by, clock.instant());
        journal.write(
                id,
                JournalKind.ANSWERED_ON_THE_SPOT,
                Map.of(
                        "number",
                        record.number(),
                        "confirmation",
                        spot.confirmation().name()),
                Optional.of(spot.answer()));
        cases.entrust(id, organ.id(), Optional.of(by));
        deadlines.met(id, ClockKind.sorting(organ), clock.instant(), "当场答复记录" + record.number());
        cases.end(id, EndReason.ON_THE_SPOT, record.number());
    }

    @Article("30")
    private void setApart(Petition petition) {
        PetitionId id = petition.id();
        OrganId holder = circle.of(id, petition.organ())
                .orElseThrow(() -> InvalidInput.of("petitionClass", "信访事项类别", "没有检举控告专办员，检举控告件无人可办，请先由管理员指定专办员。"));
        deadlines.start(id, ClockKind.D19, petition.receivedAt(), "收到检举控告", holder, Optional.empty());
        deadlines.hand(id, ClockKind.sorting(organs.get(petition.organ())), holder, Optional.empty());
        cases.entrust(id, holder, Optional.empty());
        journal.write(id, JournalKind.SET_APART, Map.of("organ", holder.value()));
        process.startAccusation(id, holder);
    }

    private void refuseHandlingElsewhere(OrganId organ, Classification decision) {
        if (!decision.handledHere()) {
            return;
        }
        if (organs.isPetitionBureau(organ)) {
            throw InvalidInput.of("handledHere", "由本机关办理，不转送", "信访部门不办理实体事项，请转送有权处理的机关、单位。");
        }
        boolean worksHere = decision.handler()
                .filter(handler -> organs.mayWork(handler, organ, Role.HANDLE))
                .isPresent();
        if (!worksHere) {
            throw InvalidInput.of("handler", "承办人", "不是本机关的承办人，请从列表中选择。");
        }
    }
}
