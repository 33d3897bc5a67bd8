package org.huiyin.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** A user task being completed: which petition, by whom, and where the way to go is written. */
public final class Step {
    private final DelegateTask task;

    Step(DelegateTask task) {
        this.task = task;
    }

    public PetitionId petition() {
        return new PetitionId(task.getExecution().getProcessBusinessKey());
    }

    public OfficerId officer() {
        return Actor.current();
    }

    public String taskId() {
        return task.getId();
    }

    public <T> T get(Variable<T> variable) {
        return variable.get(task.getExecution());
    }

    public <T> Optional<T> find(Variable<T> variable) {
        return variable.find(task.getExecution());
    }

    public <T> void set(Variable<T> variable, T value) {
        variable.set(task.getExecution(), value);
    }

    public <T> void answer(Variable<T> variable, T value) {
        variable.answer(task.getExecution(), value);
    }
}
