package org.huiyin.deadline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Counts a clock anew and writes it, by the rules in force when it is written; the journal tells it, the watch follows. */
@Component
class Moves {
    private final ClockTable clocks;
    private final Reckoner reckoner;
    private final RuleVersion rules;
    private final Journal journal;
    private final Watches watches;

    Moves(ClockTable clocks, Reckoner reckoner, RuleVersion rules, Journal journal, Watches watches) {
        this.clocks = clocks;
        this.reckoner = reckoner;
        this.rules = rules;
        this.journal = journal;
        this.watches = watches;
    }

    /**
     * Moves a clock.
     *
     * @param changed the clock with what has changed, its dates apart; asked again when the rules have changed meanwhile
     * @param facts what the journal keeps of the clock as it is then
     */
    Clock move(
            Supplier<Clock> changed, List<Hold> holds, JournalKind kind, Function<Clock, Map<String, String>> facts) {
        Clock moved = write(changed.get(), holds)
                .or(() -> rules.hasChanged() ? write(changed.get(), holds) : Optional.empty())
                .orElseThrow(() -> new OptimisticLockingFailureException("a clock was changed by another transaction"));
        journal.write(moved.petition(), kind, facts.apply(moved));
        watches.follow(moved);
        return moved;
    }

    private Optional<Clock> write(Clock changed, List<Hold> holds) {
        Counted counted = reckoner.count(changed.start(), changed.terms(), holds);
        return clocks.move(changed, counted, rules.current());
    }
}
