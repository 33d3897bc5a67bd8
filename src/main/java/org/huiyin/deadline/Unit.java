package org.huiyin.deadline;

/** What a length is counted in. In the regulation 日 is a calendar day; only 工作日 is a working day. */
public enum Unit {
    CALENDAR_DAY,
    WORKING_DAY,
    /** Minutes from the instant of the event. */
    CLOCK,
    /** No length: a paper sets the date. */
    DATE
}
