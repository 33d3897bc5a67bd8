package org.huiyin.deadline;

import org.jspecify.annotations.Nullable;

/**
 * A change of calendars as it comes from outside.
 *
 * @param region six digits; none for the whole country
 * @param calendar the usual JSON of a year as text, so that a mistake is told with its line
 */
public record NewCalendar(
        @Nullable String region,
        @Nullable String calendar,
        @Nullable String reason) {}
