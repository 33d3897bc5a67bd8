package org.huiyin.intake;

import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.Procedure;
import org.huiyin.kernel.Route;

/** What an officer decided about a petition: its class, for 申诉求决 its route, and whether this organ handles it itself. */
record Classification(
        PetitionClass petitionClass,
        Optional<Route> route,
        boolean handledHere,
        Optional<OfficerId> handler,
        String reason) {

    @Article("31")
    Way way() {
        return switch (petitionClass) {
            case ACCUSATION -> Way.APART;
            case SUGGESTION -> Way.FORWARD;
            case APPEAL -> route.filter(way -> way == Route.PETITION).isPresent() ? Way.FORWARD : Way.GUIDE;
        };
    }

    NextStep nextStep() {
        if (way() != Way.FORWARD) {
            return NextStep.END;
        }
        return handledHere ? NextStep.HANDLE : NextStep.DISPATCH;
    }

    /** Only a matter that goes on has one: nothing in the engine tells an accusation from an enquiry that ended. */
    Optional<Procedure> procedure() {
        if (way() != Way.FORWARD) {
            return Optional.empty();
        }
        return Optional.of(petitionClass == PetitionClass.SUGGESTION ? Procedure.SUGGESTION : Procedure.ORDINARY);
    }

    @Override
    public String toString() {
        return "Classification[" + petitionClass + "]";
    }
}
