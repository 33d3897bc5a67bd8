package org.huiyin.deadline;

import org.jspecify.annotations.Nullable;

/** A new time limit as it comes from outside. */
public record NewTimeLimit(
        @Nullable TimeLimitProposal timeLimit, @Nullable String reason) {
    TimeLimitProposal proposal() {
        return timeLimit == null ? TimeLimitProposal.none() : timeLimit;
    }
}
