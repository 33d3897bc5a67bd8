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
        Span span,
        ClockState state,
        Lamp lamp,
        OrganId holder,
        Optional<OfficerId> person,
        Optional<Instant> endedAt,
        Optional<String> watch,
        int version) {

    /** The event a clock runs from, the day it falls on in Beijing, and what proves it. */
    public record Start(Instant at, LocalDate on, String evidence) {}

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

    boolean isOpen() {
        return isRunning() || state == ClockState.HELD;
    }
}
