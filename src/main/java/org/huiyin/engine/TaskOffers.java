package org.huiyin.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Offers the open tasks of a petition anew, after it has changed who must have nothing to do with it. */
@Component
public class TaskOffers {
    private static final Set<String> OPEN = Set.of("Created", "Updated");

    private final ProcessEngine engine;
    private final EngineGateway gateway;
    private final InstanceTable rows;
    private final OfferedTasks offers;

    TaskOffers(ProcessEngine engine, EngineGateway gateway, InstanceTable rows, ObjectProvider<Doorkeeper> doorkeeper) {
        this.engine = engine;
        this.gateway = gateway;
        this.rows = rows;
        this.offers = new OfferedTasks(doorkeeper);
    }

    /** A task that is just being completed is left alone: whoever completes it has learnt of the matter already. */
    public void renew(PetitionId petition) {
        List<OpenTaskRow> open = rows.openTasks(petition);
        if (!open.isEmpty()) {
            gateway.as(
                    Actor.current(),
                    () -> commands().getCommandExecutorTxRequired().execute(command -> {
                        open.forEach(task -> renew(command, task.id()));
                        return true;
                    }));
        }
    }

    /** Where the models of this petition name the one officer, they name the other, and his open tasks are the other's. */
    public void rename(PetitionId petition, OfficerId from, OfficerId to) {
        gateway.as(Actor.current(), () -> {
            List<ProcessInstance> instances = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(petition.value())
                    .list();
            for (ProcessInstance instance : instances) {
                engine.getRuntimeService().getVariablesLocal(instance.getId()).forEach((name, value) -> {
                    if (from.value().equals(value)) {
                        engine.getRuntimeService().setVariableLocal(instance.getId(), name, to.value());
                    }
                });
            }
            for (OpenTaskRow task : rows.openTasks(petition)) {
                if (task.assignee().filter(from::equals).isPresent()) {
                    engine.getTaskService().setAssignee(task.id(), to.value());
                }
            }
        });
    }

    /** What the models give this officer by name is offered to these persons, one by one, until one of them takes it. */
    public void offerInstead(PetitionId petition, OfficerId named, Set<OfficerId> persons) {
        gateway.as(
                Actor.current(),
                () -> rows.openTasks(petition).stream()
                        .filter(task -> task.assignee().filter(named::equals).isPresent())
                        .forEach(task -> {
                            engine.getTaskService().setAssignee(task.id(), null);
                            persons.forEach(
                                    person -> engine.getTaskService().addCandidateUser(task.id(), person.value()));
                        }));
    }

    private void renew(CommandContext command, String id) {
        @Nullable TaskEntity task = command.getTaskManager().findTaskById(id);
        if (task != null && OPEN.contains(String.valueOf(task.getTaskState()))) {
            offers.offerAnew(task);
        }
    }

    private ProcessEngineConfigurationImpl commands() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
