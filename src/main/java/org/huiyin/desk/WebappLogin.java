package org.huiyin.desk;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is logged in at the webapps, and what of the engine he may see. Our addresses under {@code /camunda/api} pass the
 * webapps' login filter but stand on no list of closed doors, and an engine without authentication shows everything:
 * whoever serves them asks here first.
 */
@Component
class WebappLogin {
    /** A list shows fewer. */
    private static final int MOST = 100;

    private final IdentityService identity;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineGateway engine;

    WebappLogin(IdentityService identity, TaskService tasks, RuntimeService runtime, EngineGateway engine) {
        this.identity = identity;
        this.tasks = tasks;
        this.runtime = runtime;
        this.engine = engine;
    }

    OfficerId officer() {
        @Nullable Authentication login = identity.getCurrentAuthentication();
        if (login == null || login.getUserId() == null) {
            throw new NotLoggedIn();
        }
        return new OfficerId(login.getUserId());
    }

    /** The open task, if the engine lets the officer who is logged in read it. */
    Optional<TaskAtHand> task(String taskId) {
        return tasks(List.of(taskId)).stream().findFirst();
    }

    /** Of these tasks the open ones that the engine lets him read and that belong to a petition. */
    List<TaskAtHand> tasks(List<String> taskIds) {
        OfficerId officer = officer();
        List<Task> readable =
                tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).listPage(0, MOST);
        return readable.isEmpty() ? List.of() : engine.as(officer, () -> atHand(readable, withGroups(readable)));
    }

    /** What is offered to him and taken by nobody, as 本组待签收 lists it: the most pressing first. */
    List<TaskAtHand> offered(int most) {
        OfficerId officer = officer();
        List<Task> offered = offeredTo(officer)
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, most);
        return offered.isEmpty() ? List.of() : engine.as(officer, () -> atHand(offered, Set.of()));
    }

    /** The open tasks of this petition that are his, then those that are offered to him and taken by nobody. */
    List<TaskAtHand> stepsOf(PetitionId petition) {
        OfficerId officer = officer();
        return Stream.of(tasks.createTaskQuery().taskAssignee(officer.value()), offeredTo(officer))
                .flatMap(query ->
                        query.processInstanceBusinessKey(petition.value()).orderByTaskId().asc().list().stream())
                .map(task -> atHand(task, petition, false))
                .toList();
    }

    /** What came into his hands last. */
    Optional<TaskAtHand> newest() {
        OfficerId officer = officer();
        List<Task> newest = tasks.createTaskQuery()
                .taskAssignee(officer.value())
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1);
        return engine.as(officer, () -> atHand(newest, Set.of())).stream().findFirst();
    }

    long countOffered() {
        return offeredTo(officer()).count();
    }

    boolean isOffered(TaskAtHand task) {
        return offeredTo(officer()).taskId(task.id()).count() > 0;
    }

    private TaskQuery offeredTo(OfficerId officer) {
        return tasks.createTaskQuery().taskCandidateUser(officer.value()).taskUnassigned();
    }

    private Set<String> withGroups(List<Task> readable) {
        String[] ids = readable.stream().map(Task::getId).toArray(String[]::new);
        return tasks.createTaskQuery().taskIdIn(ids).withCandidateGroups().includeAssignedTasks().list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet());
    }

    private List<TaskAtHand> atHand(List<Task> readable, Set<String> withGroups) {
        Set<String> instances =
                readable.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, PetitionId> petitions =
                runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .filter(instance -> PetitionId.isNumber(String.valueOf(instance.getBusinessKey())))
                        .collect(Collectors.toMap(
                                ProcessInstance::getProcessInstanceId,
                                instance -> new PetitionId(instance.getBusinessKey())));
        return readable.stream()
                .flatMap(task -> Stream.ofNullable(petitions.get(task.getProcessInstanceId()))
                        .map(petition -> atHand(task, petition, withGroups.contains(task.getId()))))
                .toList();
    }

    private static TaskAtHand atHand(Task task, PetitionId petition, boolean hasGroup) {
        return new TaskAtHand(
                task.getId(),
                task.getName(),
                petition,
                Optional.ofNullable(task.getAssignee()).map(OfficerId::new),
                hasGroup,
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant),
                task.getCreateTime().toInstant());
    }
}
