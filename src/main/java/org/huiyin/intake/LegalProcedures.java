package org.huiyin.intake;

import java.util.List;
import java.util.Map;
import org.huiyin.engine.Decisions;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.Route;
import org.springframework.stereotype.Component;

/** Which procedures there are on each of the routes (1) to (5), as analysts keep them in {@code legalProcedure.dmn}. */
@Component
@Article("31")
class LegalProcedures {
    private final Decisions decisions;

    LegalProcedures(Decisions decisions) {
        this.decisions = decisions;
    }

    List<LegalProcedure> of(Route route) {
        if (route == Route.PETITION) {
            return List.of();
        }
        return decisions.evaluate("legalProcedure", Map.of("route", route.name())).stream()
                .map(LegalProcedure::of)
                .toList();
    }
}
