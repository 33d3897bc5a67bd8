package org.huiyin.desk;

import java.util.Optional;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Circle;
import org.huiyin.casefile.NoSuchPetition;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.PetitionState;
import org.huiyin.casefile.WorkInHand;
import org.huiyin.dispatch.Helpers;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Component;

/** Who may read which case file: by right over its organs, or because a task of it is his; never who is barred from it. */
@Component
class CaseAccess {
    private final CaseFile cases;
    private final Bars bars;
    private final Rights rights;
    private final Organs organs;
    private final Helpers helpers;
    private final WorkInHand work;

    CaseAccess(CaseFile cases, Bars bars, Rights rights, Organs organs, Helpers helpers, WorkInHand work) {
        this.cases = cases;
        this.bars = bars;
        this.rights = rights;
        this.organs = organs;
        this.helpers = helpers;
        this.work = work;
    }

    /** The petition, or the same answer as for one that is not there when the officer may not read it. */
    Petition readable(OfficerId officer, PetitionId id) {
        Petition petition = cases.get(id);
        Right right = petition.sealed() ? Right.VIEW_SEALED : Right.VIEW_CASE;
        if (bars.mayKnow(officer, petition)
                && (over(officer, right, petition) || (inCircle(officer, petition) && holdsTaskOf(officer, id)))) {
            return petition;
        }
        throw new NoSuchPetition(id);
    }

    /** The petition of a task that the engine shows him. */
    Optional<Petition> beside(OfficerId officer, PetitionId id) {
        return Optional.of(cases.get(id))
                .filter(petition -> inCircle(officer, petition) && bars.mayKnow(officer, petition));
    }

    /** As the panel beside a form: by right, or because his organ is asked to help and he has not taken the task yet. */
    Petition opened(OfficerId officer, PetitionId id) {
        return beside(officer, id)
                .filter(petition -> onlyHelps(officer, petition))
                .orElseGet(() -> readable(officer, id));
    }

    boolean mayUnmask(OfficerId officer, Petition petition) {
        return inCircle(officer, petition)
                && (over(officer, Right.UNMASK, petition) || work.handles(officer, petition.id()))
                && maySeeIdentity(officer, petition);
    }

    /**
     * Who asked for secrecy is shown only to those whom the file names: who took the matter in, who answers for it in
     * person, who has its task in hand. A right over the organ is not enough.
     */
    boolean maySeeIdentity(OfficerId officer, Petition petition) {
        return !petition.confidential()
                || petition.openedBy().equals(officer)
                || petition.person().filter(officer::equals).isPresent()
                || work.handles(officer, petition.id());
    }

    /** By right over its organs, or because the task in his hands is of it; a matter that has ended is not changed. */
    boolean mayNameAccused(OfficerId officer, Petition petition) {
        return petition.isOpen()
                && !petition.isDraft()
                && inCircle(officer, petition)
                && (over(officer, Right.NAME_ACCUSED, petition) || work.handles(officer, petition.id()));
    }

    boolean mayGiveQueryCode(OfficerId officer, Petition petition) {
        return !petition.isDraft()
                && petition.state() != PetitionState.VOID
                && !petition.sealed()
                && maySeeIdentity(officer, petition)
                && over(officer, Right.NEW_QUERY_CODE, petition);
    }

    /** Whoever handles the matter, by right over its organs or by a task of it (R58). */
    boolean mayFlagUrgent(OfficerId officer, Petition petition) {
        return inCircle(officer, petition)
                && (over(officer, Right.FLAG_URGENT, petition) || holdsTaskOf(officer, petition.id()));
    }

    /** A task alone opens no sealed matter to one outside of its circle. */
    @Article("30")
    private boolean inCircle(OfficerId officer, Petition petition) {
        return !petition.sealed() || seesSealed(officer);
    }

    boolean seesSealed(OfficerId officer) {
        return rights.mayAnywhere(officer, Right.VIEW_SEALED);
    }

    Circle circle(OfficerId officer, Petition petition) {
        return inCircle(officer, petition) ? Circle.INSIDE : Circle.OUTSIDE;
    }

    boolean over(OfficerId officer, Right right, Petition petition) {
        return rights.may(officer, right, petition.organ(), petition.registeredBy());
    }

    boolean holdsTaskOf(OfficerId officer, PetitionId id) {
        return work.holdsTask(officer, id);
    }

    /** R5: his organ is asked for a contribution, and nothing else shows him the matter: he sees the facts, not the work. */
    boolean onlyHelps(OfficerId officer, Petition petition) {
        Right right = petition.sealed() ? Right.VIEW_SEALED : Right.VIEW_CASE;
        return organs.organOf(officer)
                .filter(organ -> helpers.of(petition.id()).stream()
                        .anyMatch(helper -> helper.isOpen() && helper.organ().equals(organ.id())))
                .filter(organ -> !over(officer, right, petition) && !work.handles(officer, petition.id()))
                .isPresent();
    }
}
