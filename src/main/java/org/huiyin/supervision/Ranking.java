package org.huiyin.supervision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * R9: what most of the matters of a period are about, or where.
 *
 * @param unnamed matters of which nobody has said it yet
 * @param others values that are not listed
 */
public record Ranking(FlowKind kind, Grain grain, LocalDate start, List<Place> places, long unnamed, long others) {
    private static final int LISTED = 15;

    /**
     * One of them.
     *
     * @param before in the period before
     */
    public record Place(String value, String label, long matters, long before) {}

    static Ranking of(FlowKind kind, Grain grain, LocalDate start, List<Place> all) {
        List<Place> named = all.stream()
                .filter(place -> !place.value().equals(BoardWords.UNKNOWN))
                .sorted(Comparator.comparingLong(Place::matters)
                        .thenComparingLong(Place::before)
                        .reversed()
                        .thenComparing(Place::value))
                .toList();
        long unnamed = all.stream()
                .filter(place -> place.value().equals(BoardWords.UNKNOWN))
                .mapToLong(Place::matters)
                .sum();
        return new Ranking(
                kind, grain, start, named.stream().limit(LISTED).toList(), unnamed, Math.max(0, named.size() - LISTED));
    }
}
