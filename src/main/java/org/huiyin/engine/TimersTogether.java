package org.huiyin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.NativeExecutionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Fires a boundary timer, and with it those of its process that are due too ({@link DueTogether}). */
final class TimersTogether extends TimerExecuteNestedActivityJobHandler {
    /** The timer at hand and so many others are one transaction; more would hold petitions locked for too long. */
    private static final int OTHERS = 99;

    private final CrowdTurns turns = new CrowdTurns();

    private final ObjectProvider<DueTogether> crowds;
    private final ObjectProvider<TimerTable> timers;

    TimersTogether(ObjectProvider<DueTogether> crowds, ObjectProvider<TimerTable> timers) {
        this.crowds = crowds;
        this.timers = timers;
    }

    @Override
    public void execute(
            TimerJobConfiguration configuration,
            ExecutionEntity execution,
            CommandContext command,
            @Nullable String tenantId) {
        if (!leads(execution, command.getCurrentJob())) {
            super.execute(configuration, execution, command, tenantId);
            return;
        }
        String process = execution.getProcessDefinition().getKey();
        List<DueTogether> crowd = crowds.stream()
                .filter(each -> each.processKey().equals(process))
                .toList();
        if (!crowd.isEmpty()) {
            turns.takeUntilCompletion();
        }
        super.execute(configuration, execution, command, tenantId);
        crowd.forEach(each -> fireOthers(each, command));
    }

    /** Only the job executor works off a crowd; whoever fires one timer by hand fires that one. */
    private static boolean leads(ExecutionEntity execution, @Nullable JobEntity atHand) {
        return Context.getJobExecutorContext() != null
                && atHand != null
                && execution.getId().equals(atHand.getExecutionId())
                && atHand.getExceptionMessage() == null;
    }

    private void fireOthers(DueTogether crowd, CommandContext command) {
        List<String> instances = crowd.others(OTHERS);
        Set<String> free = timers.getObject().lockFree(instances);
        if (free.isEmpty()) {
            return;
        }
        List<JobEntity> jobs = jobsOf(instances, command);
        List<JobEntity> due =
                jobs.stream().filter(job -> free.contains(job.getId())).toList();
        readExecutions(due.stream().map(JobEntity::getProcessInstanceId).collect(Collectors.toSet()), jobs, command);
        due.forEach(job -> job.execute(command));
    }

    private static List<JobEntity> jobsOf(List<String> instances, CommandContext command) {
        JobQueryImpl all = new JobQueryImpl();
        all.processInstanceIds(Set.copyOf(instances));
        return command.getJobManager().findJobsByQueryCriteria(all, null).stream()
                .map(JobEntity.class::cast)
                .toList();
    }

    /** All executions in one query and their jobs at hand: otherwise the engine asks for each of them five times. */
    private static void readExecutions(Set<String> instances, List<JobEntity> jobs, CommandContext command) {
        NativeExecutionQuery all =
                command.getProcessEngineConfiguration().getRuntimeService().createNativeExecutionQuery();
        List<String> names = new ArrayList<>();
        for (String instance : instances) {
            String name = "instance" + names.size();
            names.add("#{" + name + "}");
            all.parameter(name, instance);
        }
        all.sql("select * from act_ru_execution where proc_inst_id_ in (" + String.join(", ", names) + ")");
        List<ExecutionEntity> executions =
                all.list().stream().map(ExecutionEntity.class::cast).toList();
        Map<String, List<JobEntity>> jobsOfEach = new HashMap<>();
        executions.forEach(execution -> jobsOfEach.put(execution.getId(), new ArrayList<>()));
        jobs.forEach(job ->
                jobsOfEach.getOrDefault(job.getExecutionId(), new ArrayList<>()).add(job));
        ((LeanSessions.Jobs) command.getJobManager()).readAhead(jobsOfEach);
        restore(executions, jobs);
    }

    private static void restore(List<ExecutionEntity> executions, List<JobEntity> jobs) {
        Map<String, List<JobEntity>> ofInstance =
                jobs.stream().collect(Collectors.groupingBy(JobEntity::getProcessInstanceId));
        executions.stream()
                .collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId))
                .values()
                .forEach(tree -> tree.stream()
                        .filter(ExecutionEntity::isProcessInstanceExecution)
                        .forEach(instance -> instance.restoreProcessInstance(
                                tree,
                                List.of(),
                                List.of(),
                                List.of(),
                                ofInstance.getOrDefault(instance.getId(), List.of()),
                                List.of(),
                                List.of())));
    }
}
