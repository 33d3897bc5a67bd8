package org.huiyin.deadline;

import org.jspecify.annotations.Nullable;

/**
 * A time limit as somebody proposes it. What is left out stays as in the national row of this clock.
 *
 * @param kind D-number
 * @param region six digits; none is the whole country
 * @param organ whose own row it is, with all below it; none for a region
 * @param level level of the holder, where the clock has a length for each (D2a)
 * @param validFrom first day of the events that are counted by it, {@code yyyy-MM-dd}
 * @param length days, or minutes where the unit is those
 */
public record TimeLimitProposal(
        @Nullable String kind,
        @Nullable String region,
        @Nullable String organ,
        @Nullable String level,
        @Nullable String validFrom,
        @Nullable Integer length,
        @Nullable String unit,
        @Nullable String law,
        @Nullable String article,
        @Nullable String basis,
        @Nullable Integer yellowPercent,
        @Nullable Integer yellowWorkingDays,
        @Nullable Integer redWorkingDays,
        @Nullable Integer redPercent)
        implements RuleProposal {
    /** Nothing is proposed yet; read, it asks for what is missing. */
    public static TimeLimitProposal none() {
        return new TimeLimitProposal(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Override
    public RuleSubject subject() {
        return RuleSubject.TIME_LIMIT;
    }
}
