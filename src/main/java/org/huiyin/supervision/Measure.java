package org.huiyin.supervision;

/** Of what kind a mark is: one part each of {@code supervision.marks_of}, which says what it counts (ADR 47). */
enum Measure {
    SORTING,
    ACCEPTANCE,
    HANDLING,
    RESOLUTION,
    RATING,
    OFFICE_RATING,
    REGISTERED,
    SENT,
    REVIEW_WINDOW,
    REVIEW_DECISION,
    ECHO
}
