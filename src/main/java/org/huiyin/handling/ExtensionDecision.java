package org.huiyin.handling;

/** What the form of {@code approveExtension} offers. */
enum ExtensionDecision {
    APPROVE,
    REFUSE
}
