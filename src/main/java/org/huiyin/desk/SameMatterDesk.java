package org.huiyin.desk;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.casefile.FinalOpinions;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.Probe;
import org.huiyin.casefile.SameMatterView;
import org.huiyin.casefile.SameMatterView.CandidateSheet;
import org.huiyin.casefile.SameMatterView.LinkSheet;
import org.huiyin.casefile.Sight;
import org.huiyin.casefile.ToldApart;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer sees of the same matter beside his form, and what he does about it. */
@Service
@Transactional
class SameMatterDesk {
    private final CaseAccess access;
    private final SameMatterView view;
    private final Links links;
    private final FinalOpinions opinions;
    private final Rights rights;
    private final EngineGateway engine;

    SameMatterDesk(
            CaseAccess access,
            SameMatterView view,
            Links links,
            FinalOpinions opinions,
            Rights rights,
            EngineGateway engine) {
        this.access = access;
        this.view = view;
        this.links = links;
        this.opinions = opinions;
        this.rights = rights;
        this.engine = engine;
    }

    /** The section of the case-file panel. */
    record Section(
            List<LinkSheet> links,
            List<CandidateSheet> candidates,
            List<OpinionLine> opinions,
            ToldApart toldApart,
            boolean mayLink) {}

    /** A re-review opinion that may be cited; one that was entered for this matter may be withdrawn. */
    record OpinionLine(long id, String text, boolean mayWithdraw) {}

    Section section(OfficerId officer, PetitionId id) {
        Petition petition = access.readable(officer, id);
        List<LinkSheet> linked = view.links(id, officer);
        List<String> known = linked.stream()
                .filter(LinkSheet::inForce)
                .map(LinkSheet::number)
                .toList();
        List<CandidateSheet> proposed = rights.mayAnywhere(officer, Right.FIND_SAME)
                ? view.candidates(id, officer).stream()
                        .filter(candidate -> !known.contains(candidate.number()))
                        .toList()
                : List.of();
        boolean mayLink = mayLink(officer, petition);
        return new Section(linked, proposed, opinions(id, mayLink), links.toldApart(id), mayLink);
    }

    private List<OpinionLine> opinions(PetitionId id, boolean mayLink) {
        return opinions.citable(id).stream()
                .map(opinion -> new OpinionLine(
                        opinion.id(),
                        opinion.organ() + opinion.number() + "（" + opinion.issuedOn() + "）",
                        mayLink && !opinion.inSystem() && opinion.petition().equals(id)))
                .toList();
    }

    void enterOpinion(OfficerId officer, PetitionId id, String number, String organ, LocalDate issuedOn) {
        requireLink(officer, id);
        engine.as(officer, () -> opinions.enter(id, number, organ, issuedOn, officer));
    }

    void withdrawOpinion(OfficerId officer, PetitionId id, long opinion, String reason) {
        requireLink(officer, id);
        engine.as(officer, () -> opinions.withdraw(id, opinion, reason, officer));
    }

    List<CandidateSheet> candidates(OfficerId officer, Probe typed) {
        rights.require(officer, Right.FIND_SAME);
        return view.candidates(typed, officer);
    }

    void link(OfficerId officer, PetitionId id, PetitionId earlier, LinkKind kind, String reason) {
        requireLink(officer, id);
        engine.as(officer, () -> links.link(id, earlier, kind, reason, officer, Sight.of(rights, officer)));
    }

    void withdraw(OfficerId officer, PetitionId id, long link, String reason) {
        requireLink(officer, id);
        engine.as(officer, () -> links.withdraw(id, link, reason, officer));
    }

    private void requireLink(OfficerId officer, PetitionId id) {
        if (!mayLink(officer, access.readable(officer, id))) {
            throw new NoRight("您没有为这件信访件关联其他事项的权限。");
        }
    }

    private boolean mayLink(OfficerId officer, Petition petition) {
        return !petition.isDraft() && rights.may(officer, Right.LINK, petition.organ(), petition.registeredBy());
    }
}
