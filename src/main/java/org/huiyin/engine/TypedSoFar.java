package org.huiyin.engine;

import java.util.Map;
import org.huiyin.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * What the assignee of a task has typed into its form without sending it; kept outside of the engine, and laid over the
 * defaults when he opens the form again (ADR 23).
 */
public interface TypedSoFar {
    /** By field, as a form sends it; a field that he has emptied is there with null. */
    Map<String, @Nullable Object> of(String taskId, OfficerId person);
}
