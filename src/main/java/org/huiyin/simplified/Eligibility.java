package org.huiyin.simplified;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Letter;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.Decisions;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.springframework.stereotype.Component;

/** Gathers what is known of a matter and asks {@code simplifiedEligibility} about it. */
@Component
class Eligibility {
    static final String TABLE = "simplifiedEligibility";
    static final String WORDS = "simplifiedWords";

    /** More words say no more. */
    private static final int MOST = 9;

    private final CaseFile cases;
    private final Links links;
    private final Deadlines deadlines;
    private final Decisions decisions;
    private final SeveralBodies several;

    /** What a word of a letter may be a sign of; the words are rows of {@code simplifiedWords.dmn}. */
    enum Mark {
        DAILY,
        HARD
    }

    Eligibility(CaseFile cases, Links links, Deadlines deadlines, Decisions decisions, SeveralBodies several) {
        this.cases = cases;
        this.links = links;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.several = several;
    }

    Proposal of(Petition petition, PetitionClass petitionClass, Optional<Route> route) {
        PetitionId id = petition.id();
        Letter letter = cases.letter(id);
        String text = letter.title() + "。" + letter.content() + "。" + letter.demand();
        Map<String, Object> facts = new HashMap<>();
        facts.put("way", way(petitionClass, route));
        facts.put("assigned", isOpen(id, ClockKind.D11));
        facts.put("repeated", !links.repeated(id).isEmpty());
        facts.put("several", several.concern(id));
        facts.put("joint", petition.isJoint() || petition.isCollectiveVisit());
        facts.put("pressing", isOpen(id, ClockKind.T2));
        facts.put("affected", cases.circumstances(id).affectedCount().orElse(1));
        facts.put("hard", score(Mark.HARD, text));
        facts.put("purpose", petition.purpose().name());
        facts.put("daily", score(Mark.DAILY, text));
        facts.put("length", letter.content().length());
        return Proposal.of(decisions.evaluate(TABLE, facts).get(0));
    }

    private static String way(PetitionClass petitionClass, Optional<Route> route) {
        return switch (petitionClass) {
            case APPEAL -> route.filter(way -> way == Route.PETITION).isPresent() ? "PETITION" : "LEGAL";
            case SUGGESTION -> "SUGGESTION";
            case ACCUSATION -> "ACCUSATION";
        };
    }

    private boolean isOpen(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).filter(Clock::isOpen).isPresent();
    }

    /** Each word counts once. */
    private int score(Mark mark, String text) {
        int score = decisions.evaluate(WORDS, Map.of("mark", mark.name())).stream()
                .mapToInt(row -> row.number("weight")
                        * (int) Arrays.stream(row.text("words").split("、", -1))
                                .filter(text::contains)
                                .count())
                .sum();
        return Math.min(MOST, score);
    }
}
