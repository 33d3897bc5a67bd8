package org.huiyin.deadline;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.PetitionId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Counts a clock anew and writes it, by the rules in force when it is written. The journal tells it; its watch and the due
 * dates of open tasks follow when its dates or its state have changed.
 */
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

    /** How the journal tells a movement: the kind, facts of the clock as it is then, and what a person typed. */
    record Entry(JournalKind kind, Function<Clock, Map<String, String>> facts, Optional<String> typed) {
        static Entry of(JournalKind kind, Function<Clock, Map<String, String>> facts) {
            return new Entry(kind, facts, Optional.empty());
        }
    }

    /** @param change what has changed, the dates apart; asked again when the rules have changed meanwhile */
    Clock move(Clock clock, UnaryOperator<Clock> change, Entry entry) {
        Clock moved = write(change.apply(clock))
                .or(() -> rules.hasChanged() ? write(change.apply(clock)) : Optional.empty())
                .orElseThrow(() -> new OptimisticLockingFailureException(
                        "clock " + clock.id() + " was changed by another transaction"));
        journal.write(clock.petition(), entry.kind(), entry.facts().apply(moved), entry.typed());
        if (!moved.span().equals(clock.span()) || moved.state() != clock.state()) {
            watches.follow(moved);
            watches.renewDueDates(clock.petition());
        }
        return moved;
    }

    /** Another clock runs in place of the one by which open tasks were due. */
    void renewDueDates(PetitionId petition) {
        watches.renewDueDates(petition);
    }

    private Optional<Clock> write(Clock changed) {
        return clocks.move(changed, reckoner.count(changed), rules.current());
    }
}
