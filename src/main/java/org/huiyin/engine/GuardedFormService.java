package org.huiyin.engine;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** The form service that people reach through Tasklist; see {@link TaskCompletion}. */
class GuardedFormService extends FormServiceImpl {
    private final TaskCompletion completion;

    GuardedFormService(TaskCompletion completion) {
        this.completion = completion;
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        try {
            commandExecutor.execute(command -> completion.complete(command, taskId, properties));
        } catch (RuntimeException e) {
            throw Refusal.toPerson(e);
        }
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        submitTaskForm(taskId, properties);
        return Variables.createVariables();
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, (Map) properties);
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, @Nullable Map<String, Object> properties) {
        try {
            return commandExecutor.execute(command -> completion.start(command, processDefinitionId, properties));
        } catch (RuntimeException e) {
            throw Refusal.toPerson(e);
        }
    }

    /** The number of a petition is given by us; whatever business key a caller names is not taken. */
    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, @Nullable Map<String, Object> properties) {
        if (businessKey != null && !businessKey.isBlank()) {
            throw Refusal.of("信访编号由系统编排，请不要填写业务键。");
        }
        return submitStartForm(processDefinitionId, properties);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, (Map) properties);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(
            String processDefinitionId, @Nullable String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, businessKey, (Map) properties);
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> formVariables, boolean deserializeObjectValues) {
        VariableMap shown = super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues);
        VariableMap opened = commandExecutor.execute(command -> completion.open(command, taskId));
        opened.keySet().stream()
                .filter(name -> formVariables == null || formVariables.contains(name))
                .forEach(name -> shown.putValueTyped(name, opened.getValueTyped(name)));
        return shown;
    }
}
