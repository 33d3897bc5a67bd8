package org.huiyin.dispatch;

/** What a receiving organ decides about a petition in its list. */
enum SignInDecision {
    SIGN,
    OBJECT
}
