package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.RuleChange.Entry;
import org.huiyin.deadline.Terms.Recounted;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the running clocks anew by the rules in force after a change. One call is one batch in one transaction; a batch
 * that is repeated finds its clocks counted already and goes on. A date that was told never moves earlier.
 */
@Service
@Transactional
class RuleRecount {
    /** An officer whose petition is in it waits until the batch is done: less than a second. */
    static final int BATCH = 50;

    private final RuleChangeTable changes;
    private final ClockTable clocks;
    private final RuleEffects effects;
    private final RuleDrafts drafts;
    private final Moves moves;
    private final CaseFile cases;
    private final java.time.Clock time;

    RuleRecount(
            RuleChangeTable changes,
            ClockTable clocks,
            RuleEffects effects,
            RuleDrafts drafts,
            Moves moves,
            CaseFile cases,
            java.time.Clock time) {
        this.changes = changes;
        this.clocks = clocks;
        this.effects = effects;
        this.drafts = drafts;
        this.moves = moves;
        this.cases = cases;
        this.time = time;
    }

    /**
     * What became of one clock.
     *
     * @param kept it would end earlier, had its date not been told
     */
    private record Outcome(boolean moved, boolean kept) {}

    /** The next clocks; true when none is left. */
    boolean batch(long id) {
        RuleChange change = changes.find(id).orElseThrow(() -> new NoSuchRuleChange(id));
        if (change.state() != RuleChangeState.APPROVED) {
            return true;
        }
        RuleReach reach = RuleReach.of(RuleContent.read(change.subject(), changes.content(id)));
        List<Clock> batch = clocks.open(reach, changes.recountedTo(id), BATCH);
        lockAll(batch);
        List<Outcome> outcomes = batch.stream()
                .flatMap(found -> stillOpen(found).stream())
                .map(clock -> recount(clock, change))
                .toList();
        boolean done = batch.size() < BATCH;
        changes.recounted(
                id,
                done ? Long.MAX_VALUE : batch.get(BATCH - 1).id(),
                (int) outcomes.stream().filter(Outcome::moved).count(),
                (int) outcomes.stream().filter(Outcome::kept).count());
        if (done) {
            finish(id);
        }
        return done;
    }

    /** Two recounts that meet take the petitions in the same order. */
    private void lockAll(List<Clock> batch) {
        List<PetitionId> petitions =
                batch.stream().map(Clock::petition).distinct().toList();
        cases.lockAll(petitions);
        clocks.readAhead(petitions);
    }

    /** As it is now that nobody else can change it. */
    private Optional<Clock> stillOpen(Clock found) {
        return clocks.of(found.petition()).stream()
                .filter(clock -> clock.id() == found.id() && clock.isOpen())
                .findFirst();
    }

    private Outcome recount(Clock clock, RuleChange change) {
        Rules inForce = drafts.inForce();
        TimeLimit limit = effects.limit(clock, inForce);
        Counted anew = effects.anew(clock, limit, inForce);
        boolean floored = anew.untold().isPresent();
        boolean sameRow = limit.id() == clock.terms().limit();
        if (sameRow && anew.span().equals(clock.span())) {
            boolean differs = clocks.explain(clock.id(), anew.why());
            return new Outcome(false, differs && floored);
        }
        Recounted recounted = new Recounted(LocalDate.now(time), change.title());
        moves.move(
                clock,
                now -> now.with(now.terms().by(limit).recounted(recounted)),
                Moves.Entry.of(JournalKind.CLOCK_RECOUNTED, moved -> facts(clock, moved, change)));
        return new Outcome(true, floored);
    }

    private static Map<String, String> facts(Clock before, Clock after, RuleChange change) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("clock", after.kind().code());
        facts.put("rawBefore", before.rawDue().toString());
        facts.put("rawDue", after.rawDue().toString());
        facts.put("legalBefore", before.legalDue().toString());
        facts.put("legalDue", after.legalDue().toString());
        facts.put("because", change.title());
        return facts;
    }

    private void finish(long id) {
        RuleChange done = changes.find(id).orElseThrow(() -> new NoSuchRuleChange(id));
        String note = "%d个期限有变化，%d个因日期已经告知而不提前".formatted(done.moved(), done.kept());
        changes.become(id, new Entry(time.instant(), Actor.current(), RuleChangeState.APPLIED, note));
    }
}
