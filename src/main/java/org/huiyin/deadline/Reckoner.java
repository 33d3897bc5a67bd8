package org.huiyin.deadline;

import java.util.List;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.deadline.Reckoning.Dates;
import org.huiyin.kernel.OfficerId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** Counts clocks by the calendar in force. */
@Component
class Reckoner {
    private final TimeLimits limits;
    private final HoldTable holds;
    private final WorkingCalendar calendar;
    private final Organs organs;
    private final java.time.Clock time;

    Reckoner(TimeLimits limits, HoldTable holds, WorkingCalendar calendar, Organs organs, java.time.Clock time) {
        this.limits = limits;
        this.holds = holds;
        this.calendar = calendar;
        this.organs = organs;
        this.time = time;
    }

    /** A clock that begins. */
    Counted count(Start start, Terms terms) {
        return count(new Facts(limits.of(terms), start, terms, List.of()), calendar.of(terms.countedFor()));
    }

    /** A clock that has begun, by its terms as they are now. */
    Counted count(Clock clock) {
        Terms terms = clock.terms();
        return count(facts(clock, limits.of(terms)), calendar.of(terms.countedFor()));
    }

    /** By this calendar instead, which may be one to try. */
    Counted count(Facts facts, WorkingDays days) {
        return reckoning(days).of(facts);
    }

    Dates dates(Facts facts, WorkingDays days) {
        return reckoning(days).dates(facts);
    }

    /** What a clock is counted from if this is its limit; its holds are read only where some row of the kind allows them. */
    Facts facts(Clock clock, TimeLimit limit) {
        List<Hold> held = limits.mayHold(clock.kind()) ? holds.of(clock.id()) : List.of();
        return new Facts(limit, clock.start(), clock.terms().by(limit), held);
    }

    private Reckoning reckoning(WorkingDays days) {
        return new Reckoning(days, time.getZone(), this::name);
    }

    private String name(OfficerId officer) {
        return organs.findOfficer(officer)
                .map(found -> found.name()
                        + organs.find(found.organ())
                                .map(Organ::name)
                                .map(organ -> "（" + organ + "）")
                                .orElse(""))
                .orElse(officer.equals(OfficerId.SYSTEM) ? "系统" : officer.value());
    }
}
