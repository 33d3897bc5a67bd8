package org.huiyin.supervision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an indicator says for a period, as it is shown and given to other systems: never a rate without what it was made of.
 *
 * @param difference what is in the denominator and not in the numerator
 * @param days of a mean all days together
 * @param rate from 0 to 1, where the indicator is one and enough matters stand behind it
 * @param mean days for each matter, likewise
 * @param note why there is neither
 * @param provisional the period is not over, so it will change
 * @param ofToday whatever the period, it is as of today
 * @param counted what is counted, in a sentence
 * @param basis by which rule, or that it is a target of ours
 */
public record Reading(
        String code,
        String label,
        IndicatorKind kind,
        long numerator,
        long denominator,
        long difference,
        Optional<BigDecimal> rate,
        Optional<BigDecimal> mean,
        Optional<Long> days,
        String note,
        boolean provisional,
        boolean ofToday,
        String counted,
        String basis,
        List<Piece> parts) {
    /** How many matters came out so. */
    public record Piece(String code, String label, boolean inNumerator, long matters) {}
}
