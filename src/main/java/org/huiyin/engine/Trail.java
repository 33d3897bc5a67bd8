package org.huiyin.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.OfficerId;

/**
 * Which way an instance of a model went.
 *
 * @param whole from its beginning; one that is older than trails shows the tasks of that time and no flows
 * @param visits in the order in which they began
 * @param flows how often each was taken
 */
public record Trail(boolean whole, List<Visit> visits, Map<String, Integer> flows) {
    /**
     * A stay at an element of the model, or a passing through it.
     *
     * @param assignee of a task: whose it was in the end
     * @param endedBy in whose name it was left or cancelled
     * @param endedWith all that the same step entered: what cancelled a visit is among it
     * @param called the instance that it began
     */
    public record Visit(
            String element,
            VisitState state,
            Instant began,
            Optional<Instant> ended,
            Optional<OfficerId> assignee,
            Optional<OfficerId> endedBy,
            Set<String> endedWith,
            Optional<String> called) {}
}
