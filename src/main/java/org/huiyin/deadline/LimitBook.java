package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.deadline.TimeLimit.Extending;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organs;

/**
 * Which of many time limits holds for an organ on a day: its own before that of an organ above it, the nearest first; then
 * by region, the smallest first; then a row for its level of government before one for all; then the newest.
 */
final class LimitBook {
    private static final String ANY = "ANY";

    private final Map<ClockKind, List<TimeLimit>> byKind;
    private final Map<Long, TimeLimit> byId;
    private final Organs organs;

    LimitBook(Collection<TimeLimit> rows, Organs organs) {
        this.byKind = rows.stream().collect(Collectors.groupingBy(TimeLimit::kind));
        this.byId = rows.stream().collect(Collectors.toMap(TimeLimit::id, Function.identity()));
        this.organs = organs;
    }

    List<TimeLimit> rows() {
        return byKind.values().stream().flatMap(List::stream).toList();
    }

    Optional<TimeLimit> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** As the country calls this clock. */
    String name(ClockKind kind) {
        return rows(kind).stream()
                .filter(TimeLimit::isNational)
                .map(TimeLimit::name)
                .findFirst()
                .orElse(kind.code());
    }

    boolean mayHold(ClockKind kind) {
        return rows(kind).stream().anyMatch(TimeLimit::holdAllowed);
    }

    /** An event of the time before our first row is counted by the oldest national one. */
    TimeLimit of(ClockKind kind, LocalDate on, OrganId organ) {
        List<TimeLimit> fitting =
                rows(kind).stream().filter(limit -> isFor(organ, limit)).toList();
        return fitting.stream()
                .filter(limit -> !limit.validFrom().isAfter(on))
                .min(nearest())
                .or(() ->
                        fitting.stream().filter(TimeLimit::isNational).min(Comparator.comparing(TimeLimit::validFrom)))
                .orElseThrow(() -> new IllegalStateException("no time limit " + kind.code() + " for " + organ));
    }

    /** Who may lengthen this, and by how much; where the row names another clock, that one's row of the same day says it. */
    Optional<ExtensionRule> extension(TimeLimit limit, LocalDate on, OrganId organ) {
        return limit.extension()
                .map(extending -> extending
                        .clock()
                        .map(clock -> lent(extending, of(clock, on, organ)))
                        .orElseGet(() -> new ExtensionRule(
                                extending.by(),
                                extending.days(),
                                extending.article().orElse(""))));
    }

    private List<TimeLimit> rows(ClockKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    private static ExtensionRule lent(Extending extending, TimeLimit other) {
        return new ExtensionRule(extending.by(), other.length(), other.source());
    }

    private boolean isFor(OrganId holder, TimeLimit limit) {
        return (limit.level().equals(ANY)
                        || limit.level().equals(organs.get(holder).level().name()))
                && new Region(organs.get(holder).region()).widening().contains(limit.region())
                && limit.organ().map(owner -> organs.isWithin(holder, owner)).orElse(true);
    }

    private Comparator<TimeLimit> nearest() {
        return Comparator.comparing((TimeLimit limit) -> limit.organ().isEmpty())
                .thenComparing(this::lowerFirst)
                .thenComparing(limit -> -limit.region().widening().size())
                .thenComparing(limit -> limit.level().equals(ANY))
                .thenComparing(TimeLimit::validFrom, Comparator.reverseOrder());
    }

    /** Both lie above the same organ, so one of them is within the other. */
    private int lowerFirst(TimeLimit one, TimeLimit other) {
        if (one.organ().equals(other.organ())) {
            return 0;
        }
        return organs.isWithin(one.organ().orElseThrow(), other.organ().orElseThrow()) ? -1 : 1;
    }
}
