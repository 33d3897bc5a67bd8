package org.huiyin.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Letter;
import org.huiyin.engine.DecisionRow;
import org.huiyin.engine.Decisions;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Duty;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganLevel;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;

/**
 * Proposes the lowest competent organ (R6, article 22). The facts about each organ are looked up here; how they rank, and why,
 * is routing.dmn.
 */
@Service
class Routing {
    static final String TABLE = "routing";
    private static final int NOT_PROPOSED = 0;

    private final Decisions decisions;
    private final CaseFile cases;
    private final Organs organs;
    private final DutyLists duties;
    private final Places places;

    Routing(Decisions decisions, CaseFile cases, Organs organs, DutyLists duties, Places places) {
        this.decisions = decisions;
        this.cases = cases;
        this.organs = organs;
        this.duties = duties;
        this.places = places;
    }

    private record Ranked(Candidate candidate, double weight) {}

    /** @param passedOver organs that are not to be proposed, such as those whose objection was agreed to */
    Proposal propose(PetitionId id, OrganId sender, Set<OrganId> passedOver) {
        return propose(cases.letter(id), sender, passedOver);
    }

    Proposal propose(Letter letter, OrganId sender, Set<OrganId> passedOver) {
        Place place = places.of(letter, sender);
        List<Organ> competent = organs.receivers().stream()
                .filter(organ -> !organ.id().equals(sender) && !passedOver.contains(organ.id()))
                .toList();
        List<Organ> here = competent.stream()
                .filter(organ -> territory(place, organ) != Territory.OUTSIDE)
                .toList();
        Map<OrganId, DutyLists.Fit> fits = duties.fits(letter, here);
        List<Candidate> candidates = here.stream()
                .map(organ -> ranked(organ, territory(place, organ), fits.getOrDefault(organ.id(), DutyLists.Fit.NONE)))
                .filter(ranked -> ranked.candidate().order() != NOT_PROPOSED)
                .sorted(Comparator.comparingInt(
                                (Ranked ranked) -> ranked.candidate().order())
                        .thenComparing(
                                Comparator.comparingDouble(Ranked::weight).reversed())
                        .thenComparing(ranked -> ranked.candidate().organ().value()))
                .map(Ranked::candidate)
                .toList();
        DecisionRow none = row(DutyMatch.NONE.name(), Territory.UNKNOWN.name(), OrganLevel.CITY.name());
        return new Proposal(
                candidates,
                candidates.stream().findFirst().map(Candidate::row).orElse(none.rule()),
                none.text("reason"));
    }

    private Territory territory(Place place, Organ organ) {
        return place.of(organ, places.governmentOf(organ));
    }

    private Ranked ranked(Organ organ, Territory territory, DutyLists.Fit fit) {
        DecisionRow row =
                row(fit.match().name(), territory.name(), organ.level().name());
        String reason = row.text("reason") + fit.duty().map(Routing::inWords).orElse("");
        return new Ranked(
                new Candidate(organ.id(), organ.name(), row.number("order"), row.rule(), reason), fit.weight());
    }

    private DecisionRow row(String duty, String territory, String level) {
        return decisions
                .evaluate(TABLE, Map.of("duty", duty, "territory", territory, "level", level))
                .get(0);
    }

    private static String inWords(Duty duty) {
        return "（" + duty.subject() + "：" + duty.matters() + "）";
    }
}
