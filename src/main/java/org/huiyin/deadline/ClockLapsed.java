package org.huiyin.deadline;

import org.huiyin.kernel.PetitionId;

/** A running clock passed its end: an organ is late, or a petitioner's window has closed. */
public record ClockLapsed(PetitionId petition, ClockKind kind) {}
