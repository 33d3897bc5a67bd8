package org.huiyin.intake;

/** What follows intake: the answers of the lifecycle's gateway {@code whereNext}. */
enum NextStep {
    DISPATCH,
    HANDLE,
    END
}
