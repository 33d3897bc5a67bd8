package org.huiyin.deadline;

import java.util.List;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.kernel.OfficerId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** Counts clocks by the calendar in force. */
@Component
class Reckoner {
    private final TimeLimits limits;
    private final WorkingCalendar calendar;
    private final Organs organs;
    private final java.time.Clock time;

    Reckoner(TimeLimits limits, WorkingCalendar calendar, Organs organs, java.time.Clock time) {
        this.limits = limits;
        this.calendar = calendar;
        this.organs = organs;
        this.time = time;
    }

    Counted count(Start start, Terms terms, List<Hold> holds) {
        return count(new Facts(limits.of(terms), start, terms, holds), calendar.of(terms.countedFor()));
    }

    /** By this calendar instead, which may be one to try. */
    Counted count(Facts facts, WorkingDays days) {
        return new Reckoning(days, time.getZone(), this::name).of(facts);
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
