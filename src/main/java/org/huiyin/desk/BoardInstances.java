package org.huiyin.desk;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Component;

/** The way from a matter to its instances in Cockpit: asked of the engine under the login, which shows what he may see. */
@Component
class BoardInstances {
    private static final String LIFE = "petitionLifecycle";
    private static final int DEEPEST = 6;

    private final RuntimeService runtime;
    private final RepositoryService models;
    private final Rights rights;

    BoardInstances(RuntimeService runtime, RepositoryService models, Rights rights) {
        this.runtime = runtime;
        this.models = models;
        this.rights = rights;
    }

    record Instance(String id, String model) {}

    boolean mayBeOpenedBy(OfficerId officer) {
        return rights.readsWholeModels(officer);
    }

    List<Instance> of(OfficerId officer, PetitionId petition) {
        if (!mayBeOpenedBy(officer)) {
            return List.of();
        }
        List<Instance> found = new ArrayList<>();
        List<ProcessInstance> level = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(petition.value())
                .processDefinitionKey(LIFE)
                .list();
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            level.forEach(instance -> found.add(new Instance(instance.getId(), model(instance))));
            level = level.stream().flatMap(instance -> below(instance).stream()).toList();
        }
        return found;
    }

    private List<ProcessInstance> below(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance.getProcessInstanceId())
                .list();
    }

    private String model(ProcessInstance instance) {
        return models.getProcessDefinition(instance.getProcessDefinitionId()).getName();
    }
}
