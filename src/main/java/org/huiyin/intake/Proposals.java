package org.huiyin.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Letter;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.Proceeding;
import org.huiyin.engine.DecisionRow;
import org.huiyin.engine.Decisions;
import org.huiyin.intake.Proposal.Answer;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.springframework.stereotype.Component;

/** Asks the tables {@code acceptance} and {@code route} what a petition is, and keeps what they said beside what was decided. */
@Component
class Proposals {
    private final CaseFile cases;
    private final WordList words;
    private final Decisions decisions;
    private final ProposalTable table;
    private final Journal journal;

    Proposals(CaseFile cases, WordList words, Decisions decisions, ProposalTable table, Journal journal) {
        this.cases = cases;
        this.words = words;
        this.decisions = decisions;
        this.table = table;
        this.journal = journal;
    }

    @Article("29, 30, 31")
    Proposal of(Petition petition) {
        Letter letter = cases.letter(petition.id());
        Signs signs = words.read(letter);
        Map<String, Object> begun = new HashMap<>();
        for (Proceeding proceeding : Proceeding.values()) {
            begun.put(proceeding.fact(), letter.proceedings().contains(proceeding));
        }
        Answer<PetitionClass> petitionClass = Answer.of(
                one(
                        "acceptance",
                        signs.facts(Map.of(
                                "purpose",
                                petition.purpose().name(),
                                "proceedingBegun",
                                !letter.proceedings().isEmpty()))),
                "petitionClass",
                PetitionClass.class);
        return new Proposal(
                petitionClass,
                petitionClass.value() == PetitionClass.APPEAL
                        ? Optional.of(Answer.of(one("route", signs.facts(begun)), "route", Route.class))
                        : Optional.empty(),
                signs);
    }

    /** R21: what was proposed and what a named officer decided, both kept, and his reason where he saw it otherwise. */
    void decided(PetitionId id, Proposal proposal, Classification decision, OfficerId by) {
        if (proposal.isOverruledBy(decision) && decision.reason().isBlank()) {
            throw InvalidInput.of("classReason", "判定说明", "与系统建议不一致，请写明理由。系统建议为：" + proposal.words());
        }
        table.insert(id, proposal, decision, by);
        Map<String, String> facts = new HashMap<>();
        facts.put("petitionClass", proposal.petitionClass().value().name());
        facts.put("classRow", proposal.petitionClass().row());
        proposal.route().ifPresent(route -> {
            facts.put("route", route.value().name());
            facts.put("routeRow", route.row());
        });
        journal.write(id, JournalKind.CLASS_PROPOSED, facts);
    }

    private DecisionRow one(String key, Map<String, Object> facts) {
        return decisions.evaluate(key, facts).get(0);
    }
}
