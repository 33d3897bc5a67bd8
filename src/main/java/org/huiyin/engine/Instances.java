package org.huiyin.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.huiyin.kernel.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What our verbs tell one instance, where several of the same model run beside a petition: it is addressed by its id, which
 * the row of the module keeps.
 */
@Component
public class Instances {
    private final EngineGateway gateway;
    private final RuntimeService runtime;
    private final TaskService tasks;

    Instances(EngineGateway gateway, RuntimeService runtime, TaskService tasks) {
        this.gateway = gateway;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Who has its open task of this kind in hand. */
    public Optional<OfficerId> assignee(String instance, String activity) {
        return inName(() -> task(instance, activity).map(Task::getAssignee).map(OfficerId::new));
    }

    /** Other routing from now on. */
    public void set(String instance, Map<String, Object> routing) {
        inName(() -> {
            runtime.setVariables(instance, routing);
            return true;
        });
    }

    /** Leaves the receive task at which it waits: one of these. */
    public void signal(String instance, Collection<String> activities) {
        inName(() -> {
            Execution waiting = activities.stream()
                    .flatMap(activity ->
                            runtime
                                    .createExecutionQuery()
                                    .processInstanceId(instance)
                                    .activityId(activity)
                                    .list()
                                    .stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(instance + " waits at none of " + activities));
            runtime.signal(waiting.getId());
            return true;
        });
    }

    /** Leaves its open task by the escalation on the border: what was asked there is asked no longer. */
    public void escalate(String instance, String activity, String code) {
        inName(() -> {
            Task open = task(instance, activity)
                    .orElseThrow(() -> new IllegalStateException(instance + " has no open " + activity));
            tasks.handleEscalation(open.getId(), code);
            return true;
        });
    }

    /** Its open task of this kind is nobody's, and offered again. */
    public void release(String instance, String activity) {
        inName(() -> {
            task(instance, activity).ifPresent(open -> tasks.setAssignee(open.getId(), null));
            return true;
        });
    }

    private Optional<Task> task(String instance, String activity) {
        @Nullable
        Task open = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(activity)
                .singleResult();
        return Optional.ofNullable(open);
    }

    private <T> T inName(Supplier<T> call) {
        return gateway.as(Actor.current(), call);
    }
}
