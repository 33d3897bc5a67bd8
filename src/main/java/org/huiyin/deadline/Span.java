package org.huiyin.deadline;

import java.time.LocalDate;

/** How far a clock reaches, by its time limit and the calendar. */
public record Span(LocalDate rawDue, LocalDate legalDue, boolean provisional, Turns turns) {}
