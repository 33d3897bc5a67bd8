package org.huiyin.deadline;

/** All that clocks are counted by: as it is in force, or with a change in it that is being tried. */
record Rules(Calendars calendars, LimitBook limits) {}
