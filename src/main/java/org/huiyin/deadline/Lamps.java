package org.huiyin.deadline;

import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns lamps by the row and the time. Asked twice, it turns once; asked late, it skips what has passed. */
@Service
@Transactional
class Lamps {
    private final ClockTable clocks;
    private final CaseFile caseFile;
    private final Journal journal;
    private final Watches watches;
    private final java.time.Clock time;

    Lamps(ClockTable clocks, CaseFile caseFile, Journal journal, Watches watches, java.time.Clock time) {
        this.clocks = clocks;
        this.caseFile = caseFile;
        this.journal = journal;
        this.watches = watches;
        this.time = time;
    }

    /** From now on this watch follows the clock. */
    Optional<Clock> begin(long clock, String watch) {
        return turn(clocks.follow(clock, watch));
    }

    /** The clock of this watch with the lamp it has now; none when it has stopped. */
    Optional<Clock> turn(PetitionId petition, String watch) {
        caseFile.lock(petition);
        return turn(clocks.watchedBy(petition, watch));
    }

    private Optional<Clock> turn(Clock clock) {
        if (!clock.isOpen()) {
            return Optional.empty();
        }
        if (clock.isHeld()) {
            watches.hurry(clock.petition());
            return Optional.of(clock);
        }
        Lamp lamp = clock.span().turns().at(time.instant());
        return Optional.of(lamp == clock.lamp() ? clock : turn(clock, lamp));
    }

    private Clock turn(Clock clock, Lamp lamp) {
        Clock turned = clock.turnedTo(lamp);
        clocks.turn(turned);
        JournalKind kind = lamp == Lamp.OVERDUE ? JournalKind.CLOCK_LAPSED : JournalKind.CLOCK_TURNED;
        journal.write(clock.petition(), kind, ClockFacts.turned(clock.kind(), lamp));
        watches.turned(turned);
        if (lamp == Lamp.OVERDUE) {
            watches.renewDueDates(clock.petition());
            watches.publish(new ClockLapsed(clock.petition(), clock.kind()));
        }
        return turned;
    }
}
