package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * The last day of a period.
 *
 * @param raw the plain count, which organs work to
 * @param legal the same rolled to a working day, which petitioners' windows run to
 * @param provisional counted over a year whose days off are not published yet
 * @param explanation in Chinese, one line per reason
 */
public record Due(LocalDate raw, LocalDate legal, boolean provisional, List<String> explanation) {}
