package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which clocks a change of rules can touch at all; what it does to each is counted.
 *
 * @param kind none for all kinds
 * @param startsFrom first day of the event a clock runs from
 * @param startsTo last day of it
 * @param endsFrom first day it may end on
 */
record RuleReach(Optional<ClockKind> kind, LocalDate startsFrom, LocalDate startsTo, LocalDate endsFrom) {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** A notice speaks of its year, of the December before and of the January after. */
    static RuleReach of(RuleProposal proposal) {
        if (proposal instanceof CalendarProposal calendar) {
            Comparator<CalendarNotice> byYear = Comparator.comparing(CalendarNotice::year);
            int first = calendar.notices().stream().min(byYear).orElseThrow().year();
            int last = calendar.notices().stream().max(byYear).orElseThrow().year();
            return new RuleReach(
                    Optional.empty(), FIRST, LocalDate.of(last + 1, 1, 31), LocalDate.of(first - 1, 12, 1));
        }
        TimeLimitProposal limit = (TimeLimitProposal) proposal;
        return new RuleReach(
                Optional.of(ClockKind.ofCode(String.valueOf(limit.kind()))),
                LocalDate.parse(String.valueOf(limit.validFrom()).strip()),
                LAST,
                FIRST);
    }
}
