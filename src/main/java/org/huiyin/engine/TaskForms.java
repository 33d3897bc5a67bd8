package org.huiyin.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.stereotype.Component;

/** The forms of the deployment a task belongs to: a running petition keeps the form it was started with. */
@Component
class TaskForms {
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, FormDefinition> forms = new ConcurrentHashMap<>();

    FormDefinition of(TaskEntity task, CommandContext command) {
        ProcessDefinitionEntity process = definition(task.getProcessDefinitionId());
        return form(process.getDeploymentId(), task.getTaskDefinitionKey(), command);
    }

    FormDefinition ofStart(String processDefinitionId, CommandContext command) {
        ProcessDefinitionEntity process = definition(processDefinitionId);
        return form(process.getDeploymentId(), process.getInitial().getId(), command);
    }

    private static ProcessDefinitionEntity definition(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }

    private FormDefinition form(String deploymentId, String id, CommandContext command) {
        return forms.computeIfAbsent(deploymentId + "/" + id, key -> read(deploymentId, id, command));
    }

    private FormDefinition read(String deploymentId, String id, CommandContext command) {
        CamundaFormDefinition form =
                command.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deploymentId, id);
        if (form == null) {
            throw new IllegalStateException("no form " + id + " in deployment " + deploymentId);
        }
        ResourceEntity resource = command.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deploymentId, form.getResourceName());
        try {
            return new FormDefinition(
                    json.readTree(resource.getBytes()),
                    command.getProcessEngineConfiguration()
                            .getDmnEngineConfiguration()
                            .getFeelEngine());
        } catch (IOException e) {
            throw new UncheckedIOException("form " + id + " is not readable", e);
        }
    }
}
