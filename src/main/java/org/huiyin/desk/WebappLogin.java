package org.huiyin.desk;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
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
        OfficerId officer = officer();
        @Nullable Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return task == null ? Optional.empty() : engine.as(officer, () -> atHand(task));
    }

    private Optional<TaskAtHand> atHand(Task task) {
        @Nullable
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (instance == null || !PetitionId.isNumber(String.valueOf(instance.getBusinessKey()))) {
            return Optional.empty();
        }
        boolean hasGroup = tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null);
        return Optional.of(new TaskAtHand(
                task.getId(),
                task.getName(),
                new PetitionId(instance.getBusinessKey()),
                Optional.ofNullable(task.getAssignee()).map(OfficerId::new),
                hasGroup));
    }
}
