package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A time limit as people and programs read it.
 *
 * @param scope the country, a region or an organ, in words
 * @param span the length in words
 * @param state CURRENT holds today, FUTURE will, PAST has been replaced by a later row of the same scope
 */
public record TimeLimitSheet(
        String kind,
        String name,
        String scope,
        String region,
        Optional<String> organ,
        String level,
        LocalDate validFrom,
        Optional<Integer> length,
        String unit,
        String span,
        String startsWith,
        String law,
        String article,
        String basis,
        String basisName,
        boolean petitionerWindow,
        Optional<String> holdArticle,
        String warning,
        int yellowPercent,
        int yellowWorkingDays,
        int redWorkingDays,
        int redPercent,
        String state) {}
