package org.huiyin.testkit;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.springframework.context.ApplicationContext;

/** Does by hand, and for one petition, what the job executor does: it is off in tests. */
public final class Jobs {
    private final ManagementService management;
    private final RuntimeService runtime;
    private final EngineGateway gateway;
    private final PetitionId petition;

    private Jobs(ApplicationContext context, PetitionId petition) {
        this.management = context.getBean(ManagementService.class);
        this.runtime = context.getBean(RuntimeService.class);
        this.gateway = context.getBean(EngineGateway.class);
        this.petition = petition;
    }

    public static Jobs of(ApplicationContext context, PetitionId petition) {
        return new Jobs(context, petition);
    }

    /** Moves the time to the next timer of the petition and fires it. */
    public void fireNext() {
        Job next = open().get(0);
        Instant due = next.getDuedate().toInstant();
        if (due.isAfter(Time.now())) {
            Time.to(due);
        }
        run(next);
    }

    /** Runs what is due by now, and what becomes due through it. */
    public void runDue() {
        List<Job> due = due();
        while (!due.isEmpty()) {
            run(due.get(0));
            due = due();
        }
    }

    /** Due dates of the open jobs, the earliest first. */
    public List<Instant> dueDates() {
        return open().stream().map(Job::getDuedate).map(Date::toInstant).toList();
    }

    private void run(Job job) {
        gateway.asSystem(() -> management.executeJob(job.getId()));
    }

    private List<Job> due() {
        return open().stream()
                .filter(job -> !job.getDuedate().toInstant().isAfter(Time.now()))
                .toList();
    }

    private List<Job> open() {
        Set<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(petition.value()).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return List.of();
        }
        return management.createJobQuery().processInstanceIds(instances).list().stream()
                .sorted(Comparator.comparing(Job::getDuedate))
                .toList();
    }
}
