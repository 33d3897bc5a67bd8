package org.huiyin.portal;

import org.huiyin.casefile.Petition;
import org.huiyin.portal.Standing.Stage;

/** How far along the way a petition is. */
final class Stages {
    private Stages() {}

    static Stage of(Petition petition) {
        return switch (petition.state()) {
            case DRAFT, REGISTERED -> Stage.REGISTERED;
            case FORWARDED, SIGNED_IN -> Stage.SENT_ON;
            case ACCEPTED -> Stage.IN_HANDLING;
            case ANSWERED, UNDER_REVIEW, REVIEWED -> Stage.ANSWERED;
            case ENDED, VOID -> Stage.ENDED;
        };
    }
}
