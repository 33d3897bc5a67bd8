package org.huiyin.supervision;

import java.time.LocalDate;
import java.util.List;

/** What came in, or ended, in each of these periods, told apart by one quality; the values with the most matters first. */
public record Flow(FlowKind kind, Grain grain, List<LocalDate> starts, List<Series> series) {
    /**
     * What has one value.
     *
     * @param counts one for each period
     */
    public record Series(String value, String label, List<Long> counts) {
        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }
}
