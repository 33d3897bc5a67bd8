package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** The time limits in force. */
@Component
class TimeLimits {
    private final RuleVersion version;
    private final Supplier<LimitBook> book;

    TimeLimits(TimeLimitTable table, Organs organs, RuleVersion version) {
        this.version = version;
        this.book = version.follow(() -> new LimitBook(table.all(), organs));
    }

    TimeLimit of(ClockKind kind, LocalDate on, OrganId organ) {
        return book.get().of(kind, on, organ);
    }

    /** The row that a clock is counted by. */
    TimeLimit of(Clock clock) {
        return of(clock.terms());
    }

    TimeLimit of(Terms terms) {
        return book.get()
                .find(terms.limit())
                .or(() -> version.hasChanged() ? book.get().find(terms.limit()) : Optional.empty())
                .orElseThrow(() -> new IllegalStateException("no time limit " + terms.limit()));
    }

    Optional<ExtensionRule> extension(Clock clock) {
        return book.get().extension(of(clock), clock.start().on(), clock.terms().countedFor());
    }

    String name(ClockKind kind) {
        return book.get().name(kind);
    }

    boolean mayHold(ClockKind kind) {
        return book.get().mayHold(kind);
    }

    List<TimeLimit> rows() {
        return book.get().rows();
    }

    LimitBook book() {
        return book.get();
    }
}
