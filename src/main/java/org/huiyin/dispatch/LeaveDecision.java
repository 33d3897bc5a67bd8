package org.huiyin.dispatch;

/** What the form of {@code decideUpwardLeave} offers. */
enum LeaveDecision {
    GRANT,
    REFUSE
}
