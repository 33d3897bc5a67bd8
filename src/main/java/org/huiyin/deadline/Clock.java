package org.huiyin.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** One statutory clock of one petition, as its row says. */
public record Clock(
        long id,
        PetitionId petition,
        ClockKind kind,
        Start start,
        Terms terms,
        Span span,
        ClockState state,
        Lamp lamp,
        OrganId holder,
        Optional<OfficerId> person,
        Optional<End> end,
        Optional<String> watch,
        int version) {

    /** The event a clock runs from, the day it falls on in Beijing, and what proves it. */
    public record Start(Instant at, LocalDate on, String evidence) {}

    /** When and by what a clock was met or cancelled. */
    public record End(Instant at, String evidence) {}

    public LocalDate rawDue() {
        return span.rawDue();
    }

    public LocalDate legalDue() {
        return span.legalDue();
    }

    public boolean provisional() {
        return span.provisional();
    }

    public boolean isRunning() {
        return state == ClockState.RUNNING;
    }

    public Optional<Instant> endedAt() {
        return end.map(End::at);
    }

    /** The end of the lamp; nothing follows on 超期, and nothing turns while the clock is held. */
    Optional<Instant> turnsAt() {
        return lamp == Lamp.OVERDUE || isHeld()
                ? Optional.empty()
                : Optional.of(span.turns().endOf(lamp));
    }

    /** Running or held: it has not ended. */
    public boolean isOpen() {
        return isRunning() || state == ClockState.HELD;
    }

    public boolean isHeld() {
        return state == ClockState.HELD;
    }

    Clock from(Start other, Terms by) {
        return new Clock(id, petition, kind, other, by, span, state, lamp, holder, person, end, watch, version);
    }

    Clock with(Terms by) {
        return from(start, by);
    }

    Clock in(ClockState now, Lamp showing) {
        return new Clock(id, petition, kind, start, terms, span, now, showing, holder, person, end, watch, version);
    }

    Clock turnedTo(Lamp to) {
        return new Clock(id, petition, kind, start, terms, span, state, to, holder, person, end, watch, version);
    }

    /** As its row is after one more change. */
    Clock writtenAgain() {
        return new Clock(id, petition, kind, start, terms, span, state, lamp, holder, person, end, watch, version + 1);
    }

    Clock handedTo(OrganId organ, Optional<OfficerId> officer) {
        return new Clock(id, petition, kind, start, terms, span, state, lamp, organ, officer, end, watch, version);
    }

    /** The lamp that stays is the one of the deed, not of its entry; while a clock is held no lamp turns. */
    Clock ended(ClockState as, End by) {
        Lamp due = span.turns().at(by.at());
        Lamp last = isHeld() && due.compareTo(lamp) > 0 ? lamp : due;
        return new Clock(
                id, petition, kind, start, terms, span, as, last, holder, person, Optional.of(by), watch, version);
    }
}
