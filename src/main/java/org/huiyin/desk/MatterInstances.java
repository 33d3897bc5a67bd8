package org.huiyin.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Component;

/**
 * The instances of a matter, running and ended: asked of the engine's history under the login, which shows what he may see. The
 * watches of its clocks leave no history.
 */
@Component
class MatterInstances {
    private final HistoryService history;
    private final Rights rights;

    MatterInstances(HistoryService history, Rights rights) {
        this.history = history;
        this.rights = rights;
    }

    /**
     * @param definition the version of the model that it follows
     * @param level 0 for what was not called by another one that he sees
     */
    record Instance(
            String id,
            String definition,
            String model,
            int version,
            Instant began,
            Optional<Instant> ended,
            boolean completed,
            Optional<String> caller,
            int level) {
        boolean running() {
            return ended.isEmpty();
        }
    }

    boolean mayBeOpenedBy(OfficerId officer) {
        return rights.readsWholeModels(officer);
    }

    /** In the order in which they began, and who called before what it called. */
    List<Instance> of(PetitionId petition) {
        List<HistoricProcessInstance> found = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(petition.value())
                .list();
        Map<String, String> callers = new HashMap<>();
        found.stream()
                .filter(instance -> instance.getSuperProcessInstanceId() != null)
                .forEach(instance -> callers.put(instance.getId(), instance.getSuperProcessInstanceId()));
        Map<String, Integer> levels = new HashMap<>();
        found.forEach(instance -> levels.put(instance.getId(), level(instance.getId(), callers)));
        return found.stream()
                .map(instance -> instance(instance, levels.getOrDefault(instance.getId(), 0)))
                .sorted(Comparator.comparing(Instance::began)
                        .thenComparing(Instance::level)
                        .thenComparing(Instance::id))
                .toList();
    }

    private static int level(String instance, Map<String, String> callers) {
        int level = 0;
        for (Optional<String> caller = Optional.ofNullable(callers.get(instance));
                caller.isPresent();
                caller = caller.map(callers::get)) {
            level++;
        }
        return level;
    }

    private static Instance instance(HistoricProcessInstance instance, int level) {
        return new Instance(
                instance.getId(),
                instance.getProcessDefinitionId(),
                Optional.ofNullable(instance.getProcessDefinitionName()).orElse(instance.getProcessDefinitionKey()),
                instance.getProcessDefinitionVersion(),
                instance.getStartTime().toInstant(),
                Optional.ofNullable(instance.getEndTime()).map(Date::toInstant),
                HistoricProcessInstance.STATE_COMPLETED.equals(instance.getState()),
                Optional.ofNullable(instance.getSuperProcessInstanceId()),
                level);
    }
}
