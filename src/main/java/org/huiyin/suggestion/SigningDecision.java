package org.huiyin.suggestion;

/** What the form of {@code signSuggestionReply} offers. */
enum SigningDecision {
    SIGN,
    RETURN
}
