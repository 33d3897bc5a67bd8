package org.huiyin.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What a user task of a model asks of us; the bean is named after the activity, and so is its form. */
@FunctionalInterface
public interface UserTask extends TaskListener {
    /** Takes what was typed, calls one verb, writes the way to go. */
    void complete(Step step, FormInput input);

    /**
     * What the form shows when it opens: a field key with its default (String, Boolean, Number, LocalDate), or the
     * valuesKey of a select with a list of {@link Option}. Computed when asked for and stored nowhere.
     */
    default Map<String, Object> open(OpenTask task) {
        return Map.of();
    }

    @Override
    default void notify(DelegateTask task) {
        if (!EVENTNAME_COMPLETE.equals(task.getEventName())) {
            throw new IllegalStateException("a user task listens to its completion only: " + task.getEventName());
        }
        complete(new Step(task), FormInput.typedFor(task.getId()));
    }
}
