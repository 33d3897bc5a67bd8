package org.huiyin.intake;

import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.Procedure;
import org.huiyin.kernel.Route;

/**
 * What an officer decided about a petition: its class, for 申诉求决 its route, and whether this organ handles it itself.
 *
 * @param simplified to be passed on at the pace of the simplified procedure; the organ that handles it decides
 */
record Classification(
        PetitionClass petitionClass,
        Optional<Route> route,
        boolean handledHere,
        Optional<OfficerId> handler,
        boolean simplified,
        String reason) {
    Classification {
        if (simplified && !leadsToAnAnswer(petitionClass, route)) {
            throw InvalidInput.of("simplified", "拟适用简易程序", "只有适用信访程序的申诉求决事项可以适用简易程序，请去掉勾选。");
        }
    }

    @Article("31")
    Way way() {
        return switch (petitionClass) {
            case ACCUSATION -> Way.APART;
            case SUGGESTION -> Way.FORWARD;
            case APPEAL -> leadsToAnAnswer(petitionClass, route) ? Way.FORWARD : Way.GUIDE;
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

    private static boolean leadsToAnAnswer(PetitionClass petitionClass, Optional<Route> route) {
        return petitionClass == PetitionClass.APPEAL
                && route.filter(way -> way == Route.PETITION).isPresent();
    }

    @Override
    public String toString() {
        return "Classification[" + petitionClass + "]";
    }
}
