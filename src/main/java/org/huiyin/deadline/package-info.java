/**
 * 期限: the statutory clocks D1 to D24, the working-day calendar, and the watch that turns a lamp beside each clock.
 *
 * <p>A length of time is a row of {@code deadline.time_limit} with its article, never a number in a model or in Java.
 * The day of the event is not counted; {@code raw_due} is the plain count that organs work to, {@code legal_due} the
 * date rolled to a working day that petitioners' windows run to. {@code processes/deadline/deadlineWatch.bpmn} follows
 * the row of the clock and holds one open timer for it.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "期限",
        allowedDependencies = {"kernel", "engine", "organ", "casefile"})
@org.jspecify.annotations.NullMarked
package org.huiyin.deadline;
