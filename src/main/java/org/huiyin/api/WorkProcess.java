package org.huiyin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.spin.json.SpinJsonNode;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** The lists of open work as the engine keeps them, and its refusals in our words. */
@Component
class WorkProcess {
    private static final int MOST = 500;

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final EngineGateway gateway;
    private final ObjectMapper json;

    WorkProcess(
            TaskService tasks, FormService forms, RuntimeService runtime, EngineGateway gateway, ObjectMapper json) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.gateway = gateway;
        this.json = json;
    }

    List<WorkItem> of(OfficerId person, Optional<PetitionId> petition) {
        return items(query(petition).taskAssignee(person.value()));
    }

    /** What waits for anybody of these groups. */
    List<WorkItem> offeredTo(Collection<String> groups, Optional<PetitionId> petition) {
        return groups.isEmpty() ? List.of() : items(query(petition).taskCandidateGroupIn(List.copyOf(groups)));
    }

    /** What waits for this person among others, because not his whole group may have it. */
    List<WorkItem> offeredTo(OfficerId person, Optional<PetitionId> petition) {
        return items(query(petition).taskCandidateUser(person.value()).withCandidateUsers());
    }

    Optional<WorkItem> find(String taskId) {
        return items(tasks.createTaskQuery().taskId(taskId)).stream().findFirst();
    }

    boolean isOfferedTo(String taskId, OfficerId person, Collection<String> groups) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> groups.contains(String.valueOf(link.getGroupId()))
                        || person.value().equals(link.getUserId()));
    }

    void claim(String taskId) {
        refusingInOurWords(() -> {
            gateway.claim(taskId);
            return true;
        });
    }

    void complete(String taskId, Map<String, Object> typed) {
        refusingInOurWords(() -> {
            gateway.complete(taskId, typed);
            return true;
        });
    }

    /** The form as its author drew it. */
    JsonNode form(String taskId) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return json.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Defaults and options that the open form shows. */
    Map<String, Object> values(String taskId) {
        Map<String, Object> values = new LinkedHashMap<>();
        forms.getTaskFormVariables(taskId).forEach((name, value) -> {
            if (value != null) {
                values.put(name, value instanceof SpinJsonNode node ? tree(node.toString()) : value);
            }
        });
        return values;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TaskQuery query(Optional<PetitionId> petition) {
        TaskQuery query = tasks.createTaskQuery();
        petition.ifPresent(id -> query.processInstanceBusinessKey(id.value()));
        return query;
    }

    private List<WorkItem> items(TaskQuery query) {
        List<Task> found = query.orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, MOST);
        Map<String, String> petitions = petitions(found);
        return found.stream()
                .map(task -> new WorkItem(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        Optional.ofNullable(petitions.get(task.getProcessInstanceId())),
                        Optional.ofNullable(task.getAssignee()),
                        task.getPriority(),
                        Times.beijing(task.getCreateTime().toInstant()),
                        Optional.ofNullable(task.getDueDate())
                                .map(Date::toInstant)
                                .map(Times::beijing)))
                .toList();
    }

    private Map<String, String> petitions(List<Task> found) {
        Map<String, String> numbers = new LinkedHashMap<>();
        if (!found.isEmpty()) {
            List<ProcessInstance> instances = runtime.createProcessInstanceQuery()
                    .processInstanceIds(
                            found.stream().map(Task::getProcessInstanceId).collect(java.util.stream.Collectors.toSet()))
                    .list();
            instances.forEach(instance -> numbers.put(instance.getProcessInstanceId(), instance.getBusinessKey()));
        }
        return numbers;
    }

    private static <T> T refusingInOurWords(Supplier<T> call) {
        try {
            return call.get();
        } catch (TaskAlreadyClaimedException taken) {
            throw new Conflict("这项待办已被他人领取，请刷新列表。");
        } catch (NullValueException | NotFoundException gone) {
            throw new NotFound("没有这项待办，或者它已经办结。");
        } catch (OptimisticLockingException conflict) {
            throw new Conflict("这件事项刚刚有人改动过，请重新读取后再办。");
        } catch (BadUserRequestException refused) {
            throw new Conflict(Problems.text(refused));
        }
    }
}
