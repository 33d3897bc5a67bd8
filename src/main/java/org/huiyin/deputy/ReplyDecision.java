package org.huiyin.deputy;

/** What the form of {@code tellDeputy} offers. */
enum ReplyDecision {
    TELL,
    NOT_NEEDED
}
