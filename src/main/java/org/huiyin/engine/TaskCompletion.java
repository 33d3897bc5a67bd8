package org.huiyin.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one way a user task is completed and a start form taken: by its assignee, with the fields of its own form and
 * nothing else. What was typed never becomes an engine variable; it lives in memory until the verb has stored it.
 */
@Component
class TaskCompletion {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskForms forms;
    private final BeanFactory beans;
    private final ObjectProvider<TypedSoFar> drafts;

    TaskCompletion(TaskForms forms, BeanFactory beans, ObjectProvider<TypedSoFar> drafts) {
        this.forms = forms;
        this.beans = beans;
        this.drafts = drafts;
    }

    Void complete(CommandContext command, String taskId, @Nullable Map<String, Object> typed) {
        TaskEntity task = find(command, taskId);
        requireAssignee(task);
        if (DelegationState.PENDING.equals(task.getDelegationState())) {
            throw Refusal.of("本系统不使用“委派”，请由承办人本人办理。");
        }
        FormDefinition form = forms.of(task, command);
        FormInput input = form.read(typed == null ? Map.of() : typed);
        try {
            return FormInput.during(taskId, input, () -> {
                new CompleteTaskCmd(taskId, null).execute(command);
                return null;
            });
        } catch (RuntimeException refused) {
            throw Refusal.inWordsOf(form, refused);
        }
    }

    ProcessInstance start(CommandContext command, String processDefinitionId, @Nullable Map<String, Object> typed) {
        FormInput input = forms.ofStart(processDefinitionId, command).read(typed == null ? Map.of() : typed);
        return FormInput.during(
                processDefinitionId,
                input,
                () -> new SubmitStartFormCmd(processDefinitionId, null, Map.of()).execute(command));
    }

    /**
     * Defaults and options for a form about to open, on top of the routing variables the reader may see anyway; over them
     * what he has typed before, except where the form only shows what the server says.
     */
    VariableMap open(CommandContext command, String taskId) {
        TaskEntity task = find(command, taskId);
        VariableMap shown = Variables.createVariables();
        for (Map.Entry<String, Object> entry : bean(task).open(openTask(task)).entrySet()) {
            shown.putValueTyped(entry.getKey(), shown(entry.getValue()));
        }
        FormDefinition form = forms.of(task, command);
        typedSoFar(task).forEach((key, value) -> {
            if (form.isTyped(key)) {
                shown.putValueTyped(key, typed(value));
            }
        });
        return shown;
    }

    private Map<String, @Nullable Object> typedSoFar(TaskEntity task) {
        return Actor.person()
                .filter(person -> person.value().equals(task.getAssignee()))
                .map(person -> drafts.getObject().of(task.getId(), person))
                .orElse(Map.of());
    }

    private static TypedValue typed(@Nullable Object value) {
        return value instanceof List<?> || value instanceof Map<?, ?>
                ? SpinValues.jsonValue(JSON.valueToTree(value).toString()).create()
                : Variables.untypedValue(value);
    }

    private UserTask bean(TaskEntity task) {
        return beans.getBean(task.getTaskDefinitionKey(), UserTask.class);
    }

    private static OpenTask openTask(TaskEntity task) {
        Map<String, Object> routing = new HashMap<>();
        task.getExecution().getVariables().forEach((name, value) -> {
            if (value != null) {
                routing.put(name, value);
            }
        });
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                new PetitionId(task.getExecution().getProcessBusinessKey()),
                Optional.ofNullable(task.getAssignee()),
                routing);
    }

    private static TypedValue shown(Object value) {
        if (value instanceof List<?> options) {
            return SpinValues.jsonValue(options.stream()
                            .map(Option.class::cast)
                            .map(option ->
                                    "{\"value\":" + quote(option.value()) + ",\"label\":" + quote(option.label()) + "}")
                            .collect(Collectors.joining(",", "[", "]")))
                    .create();
        }
        return Variables.untypedValue(value instanceof java.time.LocalDate day ? day.toString() : value);
    }

    private static String quote(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    private static void requireAssignee(TaskEntity task) {
        OfficerId person = Actor.current();
        if (task.getAssignee() == null) {
            throw Refusal.of("请先领取待办，再提交。");
        }
        if (!task.getAssignee().equals(person.value())) {
            throw Refusal.of("只有承办人本人可以提交这项待办。");
        }
        if (!task.getTaskDefinition().getTaskListeners().containsKey(TaskListener.EVENTNAME_COMPLETE)) {
            throw new IllegalStateException("nothing listens to " + task.getTaskDefinitionKey());
        }
    }

    private static TaskEntity find(CommandContext command, String taskId) {
        @Nullable TaskEntity task = command.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw Refusal.of("这项待办已办结或已转交，请刷新列表。");
        }
        Context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkReadTask(task));
        return task;
    }
}
