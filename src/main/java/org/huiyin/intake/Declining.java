package org.huiyin.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.NoFurther;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same matter is not taken up again: after a re-review opinion, by a local rule, or while it is handled below. The notice
 * names what it rests on; without that there is none, and a lapsed window alone is no such thing.
 */
@Service
@Transactional
class Declining {
    private static final Set<PetitionState> TAKEN_UP =
            Set.of(PetitionState.FORWARDED, PetitionState.SIGNED_IN, PetitionState.ACCEPTED);
    private static final String FIELD = "disposal";
    private static final String LABEL = "处置";

    private final CaseFile cases;
    private final Proposals proposals;
    private final Links links;
    private final NoFurther noFurther;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final Clock clock;

    Declining(
            CaseFile cases,
            Proposals proposals,
            Links links,
            NoFurther noFurther,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            Clock clock) {
        this.cases = cases;
        this.proposals = proposals;
        this.links = links;
        this.noFurther = noFurther;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.clock = clock;
    }

    /** The class is decided all the same; then the notice ends the matter. */
    void decline(PetitionId id, Classification decision, Disposal disposal, DeliveryMethod method, OfficerId by) {
        Petition petition = cases.lock(id);
        if (decision.petitionClass() == PetitionClass.ACCUSATION) {
            throw refused("检举控告转送有权处理的机关，不作不予受理或者不再受理的处置，请选“按程序办理”。");
        }
        OwedNotice.refuseWrongDelivery("disposalDelivery", method, cases.hasAddressee(id));
        proposals.decided(id, proposals.of(petition), decision, by);
        cases.classify(id, decision.petitionClass(), decision.route(), decision.reason());
        if (disposal == Disposal.NO_FURTHER) {
            acceptNoMore(petition, decision.reason(), method, by);
        } else {
            leaveWhereItIs(petition, decision.reason(), method, by);
        }
    }

    @Article("36")
    private void acceptNoMore(Petition petition, String explanation, DeliveryMethod method, OfficerId by) {
        PetitionId id = petition.id();
        String basis = noFurther.basis(petition, FIELD, LABEL);
        Map<String, String> content = Map.of("finalBasis", basis, "explanation", explanation);
        Paper notice = tell(petition, PaperKind.NO_FURTHER_NOTICE, content, method, by);
        journal.write(
                id,
                JournalKind.NOT_ACCEPTED_AGAIN,
                Map.of("number", notice.number(), "evidence", basis),
                Optional.of(explanation));
        cases.end(id, EndReason.NOT_ACCEPTED_AGAIN, notice.number());
    }

    @Article("19")
    private void leaveWhereItIs(Petition petition, String explanation, DeliveryMethod method, OfficerId by) {
        PetitionId id = petition.id();
        Petition running = inHandlingBelow(petition);
        String organ = organs.get(running.organ()).name();
        Map<String, String> content = Map.of(
                "declineReason",
                "该信访事项已由" + organ + "受理或者正在办理，尚在规定期限内。",
                "whereToGo",
                organ + "（该信访事项编号" + running.id() + "）。办理情况可以凭该件的查询码查询。",
                "explanation",
                explanation);
        Paper notice = tell(petition, PaperKind.DECLINE_NOTICE, content, method, by);
        journal.write(
                id,
                JournalKind.DECLINED,
                Map.of("number", notice.number(), "petition", running.id().value(), "declineReason", "IN_HANDLING"),
                Optional.of(explanation));
        cases.end(id, EndReason.DECLINED, notice.number());
    }

    private Paper tell(
            Petition petition, PaperKind kind, Map<String, String> content, DeliveryMethod method, OfficerId by) {
        PetitionId id = petition.id();
        Map<String, String> said = new HashMap<>(content);
        said.values().removeIf(String::isEmpty);
        Paper notice = papers.issue(id, kind, petition.organ(), by, said);
        papers.sent(id, kind, method, LocalDate.now(clock), "");
        deadlines.met(
                id, ClockKind.sorting(organs.get(petition.organ())), clock.instant(), kind.label() + notice.number());
        return notice;
    }

    private Petition inHandlingBelow(Petition petition) {
        Organ here = organs.get(petition.organ());
        List<Petition> running = links.repeated(petition.id()).stream()
                .filter(earlier -> TAKEN_UP.contains(earlier.state()))
                .sorted(Comparator.comparing(Petition::receivedAt).reversed())
                .toList();
        if (running.isEmpty()) {
            throw refused("没有关联到正在办理的原件。请先在案卷“同一信访事项”中把本件关联为重复信访；原件已办结的，不适用第十九条。");
        }
        Petition earlier = running.get(0);
        if (!isSuperior(here, organs.get(earlier.organ()))) {
            throw refused("第十九条只适用于办理机关的上级机关。原件由" + organs.get(earlier.organ()).name() + "办理，请按程序办理或者转送该机关。");
        }
        if (isOverdue(earlier.id())) {
            throw refused("原件已超过规定期限，不适用第十九条，请按程序办理。");
        }
        return earlier;
    }

    private boolean isOverdue(PetitionId id) {
        LocalDate today = LocalDate.now(clock);
        return deadlines.of(id).stream().anyMatch(running -> running.isRunning() && today.isAfter(running.rawDue()));
    }

    private boolean isSuperior(Organ here, Organ handling) {
        OrganId territory = here.block().orElse(here.id());
        return here.level().compareTo(handling.level()) < 0
                && (organs.isWithin(handling.id(), territory) || handling.line().equals(Optional.of(here.id())));
    }

    private static InvalidInput refused(String sentence) {
        return InvalidInput.of(FIELD, LABEL, sentence);
    }
}
