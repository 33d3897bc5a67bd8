package org.huiyin.api;

import java.util.Set;
import java.util.function.Supplier;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.Circle;
import org.huiyin.casefile.NoSuchPetition;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.WorkInHand;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.ledger.OrganByOrgan;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Component;

/** What the acting person may see of petitions. A sealed matter does not exist for those outside its circle (art 30). */
@Component
class CaseRights {
    private final Bars bars;
    private final Rights rights;
    private final WorkInHand work;

    CaseRights(Bars bars, Rights rights, WorkInHand work) {
        this.bars = bars;
        this.rights = rights;
        this.work = work;
    }

    /** Refuses as if there were no such petition, so that numbers cannot be tried out. */
    Circle require(Right right, Petition petition) {
        OfficerId person = Actor.current();
        if (!bars.mayKnow(person, petition)) {
            throw new NoSuchPetition(petition.id());
        }
        if (petition.sealed()) {
            if (rights.may(person, Right.VIEW_SEALED, petition.organ())) {
                return Circle.INSIDE;
            }
        } else if (rights.may(person, right, petition.organ(), petition.registeredBy())
                || holdsTask(person, petition, right)) {
            return Circle.OUTSIDE;
        }
        throw new NoSuchPetition(petition.id());
    }

    /** By right over its organs, and not only because a task shows it to him. */
    boolean isOver(Right right, Petition petition) {
        return rights.may(Actor.current(), right, petition.organ(), petition.registeredBy());
    }

    /** Who is asked for a contribution may read the matter, and that is all (协办). */
    private boolean holdsTask(OfficerId person, Petition petition, Right right) {
        return right == Right.VIEW_CASE ? work.holdsTask(person, petition.id()) : work.handles(person, petition.id());
    }

    void require(Right right, OrganId organ, Supplier<RuntimeException> refusal) {
        if (!rights.may(Actor.current(), right, organ)) {
            throw refusal.get();
        }
    }

    void require(Right right, OrganId organ) {
        require(right, organ, () -> new RightMissing(right));
    }

    Reach reach() {
        OfficerId person = Actor.current();
        Set<OrganId> open = rights.reach(person, Right.VIEW_CASE);
        return new Reach(person, open, rights.reach(person, Right.VIEW_SEALED), rights.areAll(open));
    }

    /** The organs whose open and whose sealed matters the person may see; those he is barred from are none of them. */
    record Reach(OfficerId reader, Set<OrganId> open, Set<OrganId> sealed, boolean everywhere) {
        boolean isNothing() {
            return open.isEmpty() && sealed.isEmpty();
        }

        boolean isFewOrgans() {
            return OrganByOrgan.suits(everywhere, open, sealed);
        }
    }
}
