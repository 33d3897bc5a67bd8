package org.huiyin.casefile;

import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Component;

/**
 * Who may open and who may bring attachments, beyond reading the case: a scanned letter shows names and numbers, so opening it
 * asks for what unmasking asks for. A sealed matter is for its circle only, whatever task one holds (art 30).
 */
@Article("30")
@Component
public class AttachmentRights {
    private final Rights rights;
    private final WorkInHand work;

    AttachmentRights(Rights rights, WorkInHand work) {
        this.rights = rights;
        this.work = work;
    }

    public boolean mayOpen(OfficerId officer, Petition petition) {
        return may(officer, Right.UNMASK, petition) && maySeeIdentity(officer, petition);
    }

    /**
     * Who asked for secrecy stands in the scan of his letter: it opens to those whom the file names, as his name does, and not
     * to an organ that is asked for its view (协办).
     */
    private boolean maySeeIdentity(OfficerId officer, Petition petition) {
        return !petition.confidential()
                || petition.openedBy().equals(officer)
                || petition.person().filter(officer::equals).isPresent()
                || work.handles(officer, petition.id());
    }

    /** Adds, and withdraws what was added by mistake. */
    public boolean mayAdd(OfficerId officer, Petition petition) {
        return may(officer, Right.ATTACH, petition);
    }

    private boolean may(OfficerId officer, Right right, Petition petition) {
        boolean inCircle = !petition.sealed() || rights.mayAnywhere(officer, Right.VIEW_SEALED);
        return inCircle
                && (rights.may(officer, right, petition.organ(), petition.registeredBy())
                        || work.holdsTask(officer, petition.id()));
    }
}
