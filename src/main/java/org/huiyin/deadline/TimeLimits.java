package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** The time limits in force. */
@Component
class TimeLimits {
    private static final String ANY = "ANY";

    private final Supplier<List<TimeLimit>> rows;
    private final Organs organs;

    TimeLimits(TimeLimitTable table, Organs organs, RuleVersion version) {
        this.rows = version.follow(table::all);
        this.organs = organs;
    }

    /** An event of the time before our first row is counted by that row. */
    TimeLimit of(ClockKind kind, LocalDate on, OrganId holder) {
        List<TimeLimit> limits = rows.get().stream()
                .filter(limit -> limit.kind() == kind && isFor(holder, limit))
                .sorted(Comparator.comparing(TimeLimit::validFrom).reversed())
                .toList();
        return limits.stream()
                .filter(limit -> !limit.validFrom().isAfter(on))
                .findFirst()
                .orElseGet(() -> limits.get(limits.size() - 1));
    }

    private boolean isFor(OrganId holder, TimeLimit limit) {
        return limit.level().equals(ANY)
                || limit.level().equals(organs.get(holder).level().name());
    }
}
