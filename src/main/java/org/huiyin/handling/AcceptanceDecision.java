package org.huiyin.handling;

/** What the form of {@code decideAcceptance} offers. */
enum AcceptanceDecision {
    ACCEPT,
    DECLINE
}
