package org.huiyin.deadline;

import java.time.LocalDate;

/** A counted period: the day it runs from, the last day, and the last day rolled to a working day. */
record Period(LocalDate start, LocalDate raw, LocalDate legal, Unit unit, int length) {}
