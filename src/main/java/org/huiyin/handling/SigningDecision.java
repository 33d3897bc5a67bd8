package org.huiyin.handling;

/** What the form of {@code signOpinion} offers. */
enum SigningDecision {
    SIGN,
    RETURN
}
