package org.huiyin.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * An officer at work in Tasklist: logged in with his groups and with the engine's authorizations on, through the same
 * services that the webapp calls. {@code Desk.as("dispatch").complete(petition, "forwardPetition", Map.of(...))}.
 */
public final class Desk {
    private static @Nullable ApplicationContext context;

    private final OfficerId officer;

    private Desk(OfficerId officer) {
        this.officer = officer;
    }

    static void standsIn(ApplicationContext running) {
        context = running;
    }

    public static Desk as(String officer) {
        return new Desk(new OfficerId(officer));
    }

    public static Desk as(OfficerId officer) {
        return new Desk(officer);
    }

    /** Opens the start form of the lifecycle and starts it; the registration task is then in this officer's list. */
    public PetitionId receive(Channel channel) {
        return inside(() -> {
            ProcessDefinition lifecycle = engine().getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("petitionLifecycle")
                    .latestVersion()
                    .singleResult();
            if (lifecycle == null) {
                throw new AssertionError(officer + " may not start petitionLifecycle");
            }
            ProcessInstance started = forms().submitStartForm(lifecycle.getId(), Map.of("channel", channel.name()));
            return new PetitionId(started.getBusinessKey());
        });
    }

    /** What the officer sees in his lists of this petition: names of activities. */
    public List<String> sees(PetitionId petition) {
        return inside(
                () -> list(petition).stream().map(Task::getTaskDefinitionKey).toList());
    }

    public boolean sees(PetitionId petition, String activity) {
        return sees(petition).contains(activity);
    }

    /** Keys of the processes of this petition, running and ended, that the officer may read in Cockpit. */
    public List<String> seesInstances(PetitionId petition) {
        return inside(() -> engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(petition.value())
                .list()
                .stream()
                .map(HistoricProcessInstance::getProcessDefinitionKey)
                .toList());
    }

    /** How many watches of clocks of this petition the officer finds in Cockpit. */
    public long watches(PetitionId petition) {
        return inside(() -> engine().getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("deadlineWatch")
                .processInstanceBusinessKey(petition.value())
                .count());
    }

    /** Defaults, options and routing variables of the form as it opens. */
    public VariableMap open(PetitionId petition, String activity) {
        Task task = task(petition, activity);
        return inside(() -> forms().getTaskFormVariables(task.getId()));
    }

    /** Takes the task when it is still the group's. */
    public Desk claim(PetitionId petition, String activity) {
        Task task = task(petition, activity);
        if (task.getAssignee() == null) {
            inside(() -> {
                tasks().claim(task.getId(), officer.value());
                return true;
            });
        }
        return this;
    }

    /** Claims the task where needed and submits its form; what the server refuses comes out as {@link InvalidInput}. */
    public void complete(PetitionId petition, String activity, Map<String, Object> typed) {
        claim(petition, activity);
        submit(petition, activity, typed);
    }

    /** Submits the form without claiming first. */
    public void submit(PetitionId petition, String activity, Map<String, Object> typed) {
        Task task = task(petition, activity);
        try {
            inside(() -> {
                forms().submitTaskForm(task.getId(), typed);
                return true;
            });
        } catch (RuntimeException refused) {
            throw inputOf(refused);
        }
    }

    /** The task as this officer sees it; an error when it is not in his lists. */
    public Task task(PetitionId petition, String activity) {
        return inside(() -> list(petition).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(activity))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        officer + " does not see " + activity + " of " + petition + ", but " + list(petition))));
    }

    private List<Task> list(PetitionId petition) {
        return tasks().createTaskQuery()
                .processInstanceBusinessKey(petition.value())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private <T> T inside(Supplier<T> work) {
        IdentityService identity = engine().getIdentityService();
        identity.clearAuthentication();
        List<String> groups = identity.createGroupQuery().groupMember(officer.value()).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(officer.value(), groups);
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static RuntimeException inputOf(RuntimeException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput input) {
                return input;
            }
        }
        return refused;
    }

    private static TaskService tasks() {
        return engine().getTaskService();
    }

    private static FormService forms() {
        return engine().getFormService();
    }

    private static ProcessEngine engine() {
        return running().getBean(ProcessEngine.class);
    }

    static ApplicationContext running() {
        if (context == null) {
            throw new IllegalStateException("a desk stands in a @HuiyinTest only");
        }
        return context;
    }
}
