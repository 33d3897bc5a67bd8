package org.huiyin.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came in, or ended, in each of these periods, told apart by one quality; the values with the most matters first. */
public record Flow(FlowKind kind, Grain grain, List<LocalDate> starts, List<Series> series) {
    /**
     * What has one value.
     *
     * @param value none for all values together that have too few matters to be told apart
     * @param counts one for each period
     */
    public record Series(@Nullable String value, String label, List<Long> counts) {
        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Of those in order the first, and all others as one. */
    static List<Series> most(List<Series> series, int most) {
        if (series.size() <= most) {
            return series;
        }
        List<Series> rest = series.subList(most, series.size());
        List<Long> together = IntStream.range(0, rest.get(0).counts().size())
                .mapToObj(at ->
                        rest.stream().mapToLong(one -> one.counts().get(at)).sum())
                .toList();
        return Stream.concat(
                        series.stream().limit(most), Stream.of(new Series(null, "其他" + rest.size() + "项", together)))
                .toList();
    }
}
