package org.huiyin.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one gateway from our verbs to the engine. Our rights decide before; then the call runs without the engine's own
 * checks, with the person kept for the journal. A call in nobody's name is refused: an engine without authentication
 * shows everything to everybody.
 */
@Component
public class EngineGateway {
    private final IdentityService identity;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService models;
    private final InstanceTable rows;
    private final TaskDueDates dueDates;

    EngineGateway(
            IdentityService identity,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            RepositoryService models,
            InstanceTable rows,
            TaskDueDates dueDates) {
        this.identity = identity;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.models = models;
        this.rows = rows;
        this.dueDates = dueDates;
    }

    /** Runs the work in the name of the person. */
    public <T> T as(OfficerId person, Supplier<T> work) {
        @Nullable Authentication login = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return Actor.with(person, work);
        } finally {
            if (login == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(login);
            }
        }
    }

    public void as(OfficerId person, Runnable work) {
        as(person, () -> {
            work.run();
            return true;
        });
    }

    /** For what happens by itself on the evidence of rows (a lapsed window, an import's next batch). */
    public <T> T asSystem(Supplier<T> work) {
        return as(OfficerId.SYSTEM, work);
    }

    public void asSystem(Runnable work) {
        as(OfficerId.SYSTEM, work);
    }

    /** Starts a process with the petition's number as business key; returns the instance id. */
    public String start(String processKey, PetitionId petition, Map<String, Object> routing) {
        return start(processKey, petition.value(), routing);
    }

    public String start(String processKey, String businessKey, Map<String, Object> routing) {
        return inName(() -> runtime.createProcessInstanceByKey(processKey)
                .businessKey(businessKey)
                .setVariables(routing)
                .execute()
                .getId());
    }

    /** Starts a process from its start form, validated just as from Tasklist; returns the business key it was given. */
    public String startFromForm(String processKey, Map<String, Object> typed) {
        return inName(() -> {
            String latest = models.createProcessDefinitionQuery()
                    .processDefinitionKey(processKey)
                    .latestVersion()
                    .singleResult()
                    .getId();
            return forms.submitStartForm(latest, typed).getBusinessKey();
        });
    }

    /** Leaves the receive task at which the petition waits; throws when none waits there. */
    public void signal(PetitionId petition, String activity) {
        signal(petition, activity, Map.of());
    }

    /** As {@link #signal(PetitionId, String)}, with what the gateway behind asks for. */
    public void signal(PetitionId petition, String activity, Map<String, Object> routing) {
        inName(() -> {
            Execution waiting = waiting(petition, activity)
                    .orElseThrow(() -> new IllegalStateException(petition + " does not wait at " + activity));
            runtime.signal(waiting.getId(), null, null, routing);
            return true;
        });
    }

    public boolean isWaiting(PetitionId petition, String activity) {
        return inName(() -> waiting(petition, activity).isPresent());
    }

    private Optional<Execution> waiting(PetitionId petition, String activity) {
        return Optional.ofNullable(runtime.createExecutionQuery()
                .processInstanceBusinessKey(petition.value())
                .activityId(activity)
                .singleResult());
    }

    /**
     * Begins the event sub-process of this start event beside what goes on in the petition's instance. An escalation thrown
     * there would do the same, but on its way it writes what the instance gives back, empty, into the calling one.
     */
    public void startBeside(PetitionId petition, String processKey, String startEvent) {
        inName(() -> {
            ProcessInstance running = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(petition.value())
                    .processDefinitionKey(processKey)
                    .singleResult();
            if (running == null) {
                throw new IllegalStateException(petition + " is not in " + processKey);
            }
            runtime.createProcessInstanceModification(running.getId())
                    .startBeforeActivity(startEvent)
                    .execute();
            return true;
        });
    }

    /** Leaves an open task by the escalation event on its border: what was asked for there is asked no longer. */
    public void escalate(PetitionId petition, String activity, String code) {
        inName(() -> {
            Task open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(petition.value())
                    .taskDefinitionKey(activity)
                    .singleResult();
            if (open == null) {
                throw new IllegalStateException(petition + " has no open " + activity);
            }
            tasks.handleEscalation(open.getId(), code);
            return true;
        });
    }

    /** Leaves the lamp (or other receive task) at which the one token of this instance stands. */
    public void signalExecutionOf(String instanceId) {
        inName(() -> {
            List<Execution> executions =
                    runtime.createExecutionQuery().processInstanceId(instanceId).list();
            if (executions.isEmpty() || executions.size() > 2) {
                throw new IllegalStateException("instance " + instanceId + " has not one token");
            }
            runtime.signal(executions.stream()
                    .map(Execution::getId)
                    .filter(id -> !id.equals(instanceId))
                    .findFirst()
                    .orElse(instanceId));
            return true;
        });
    }

    /** Ends instances that stand at a receive task and leave no history; those that have ended already are passed over. */
    public void endUnrecorded(List<String> instances) {
        if (!instances.isEmpty()) {
            inName(() -> {
                rows.remove(instances)
                        .forEach(left -> runtime.deleteProcessInstanceIfExists(left, "ended", true, true, true, true));
                return true;
            });
        }
    }

    public List<OpenTaskRow> openTasks(PetitionId petition) {
        return inName(() -> rows.openTasks(petition));
    }

    /** The acting person's open tasks of one kind, and those that are offered to these groups. */
    public List<WaitingTask> waiting(String activity, List<String> groups, int most) {
        OfficerId person = Actor.current();
        return inName(() -> rows.waiting(activity, groups, person, most));
    }

    /**
     * Article 24: what was offered to the groups of an organ is offered to those of the organ that took over its work, and the
     * petition goes on to it.
     */
    public void inherit(PetitionId petition, String from, String to) {
        inName(() -> {
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(petition.value()).list().stream()
                    .map(ProcessInstance::getProcessInstanceId)
                    .forEach(instance -> runtime.getVariables(instance).forEach((name, value) -> {
                        if (from.equals(value)) {
                            runtime.setVariable(instance, name, to);
                        }
                    }));
            rows.openTasks(petition)
                    .forEach(task -> task.candidateGroups().stream()
                            .filter(group -> group.startsWith(from + "."))
                            .forEach(group -> {
                                tasks.addCandidateGroup(task.id(), to + group.substring(from.length()));
                                tasks.deleteCandidateGroup(task.id(), group);
                            }));
            return true;
        });
    }

    /** Takes the task for the acting person. */
    public void claim(String taskId) {
        inName(() -> {
            tasks.claim(taskId, Actor.current().value());
            return true;
        });
    }

    /** Hands a task back to its group; one that was given to a person by name has no group and stays (R25). */
    public void handBack(String taskId) {
        inName(() -> {
            boolean hasGroup = tasks.getIdentityLinksForTask(taskId).stream()
                    .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType())
                            && !Actor.current().value().equals(link.getUserId()));
            if (!hasGroup) {
                throw InvalidInput.of("task", "待办", "指定由您本人办理，没有可以交回的组；如需更换承办人，请联系本单位负责人。");
            }
            tasks.setAssignee(taskId, null);
            return true;
        });
    }

    /** Completes the acting person's task with the fields of its form, validated just as from Tasklist. */
    public void complete(String taskId, Map<String, Object> typed) {
        try {
            inName(() -> {
                tasks.complete(taskId, typed);
                return true;
            });
        } catch (RuntimeException e) {
            throw Refusal.toCaller(e);
        }
    }

    /** Asks the models again by when the petition's open tasks are due. */
    public void renewDueDates(PetitionId petition) {
        inName(() -> {
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(petition.value())
                    .list()
                    .forEach(this::renewDueDate);
            return true;
        });
    }

    private void renewDueDate(Task task) {
        Optional<Instant> due = dueDates.of(task.getId());
        if (!due.equals(Optional.ofNullable(task.getDueDate()).map(Date::toInstant))) {
            tasks.setDueDate(task.getId(), due.map(Date::from).orElse(null));
        }
    }

    /**
     * How much the open tasks of a petition hurry.
     *
     * @param priority 50 is the engine's default, higher is more urgent
     * @param followUp from when on it is to be followed up; none if it need not be
     */
    public record Haste(int priority, Optional<Instant> followUp) {}

    /** For many petitions with two questions; a task that hurries as much already is left alone. */
    public void hurry(Map<PetitionId, Haste> petitions) {
        inName(() -> {
            String[] keys = petitions.keySet().stream().map(PetitionId::value).toArray(String[]::new);
            Map<String, List<Task>> open = tasks.createTaskQuery().processInstanceBusinessKeyIn(keys).list().stream()
                    .collect(Collectors.groupingBy(Task::getProcessInstanceId));
            instances(open.keySet()).forEach(instance -> {
                PetitionId petition = new PetitionId(instance.getBusinessKey());
                open.getOrDefault(instance.getId(), List.of())
                        .forEach(task -> hurry(task, Objects.requireNonNull(petitions.get(petition))));
            });
            return true;
        });
    }

    private void hurry(Task task, Haste haste) {
        if (task.getPriority() == haste.priority()) {
            return;
        }
        tasks.setPriority(task.getId(), haste.priority());
        tasks.setFollowUpDate(task.getId(), haste.followUp().map(Date::from).orElse(null));
    }

    private List<ProcessInstance> instances(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(ids).list();
    }

    private <T> T inName(Supplier<T> call) {
        return as(Actor.current(), call);
    }
}
