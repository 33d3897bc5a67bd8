package org.huiyin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
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

    /** On a node one crowd after the other: they must not take the processor from officers, who work meanwhile. */
    private final Semaphore oneAtATime = new Semaphore(1, true);

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
        Semaphore turn = crowd.isEmpty() ? new Semaphore(1) : oneAtATime;
        turn.acquireUninterruptibly();
        try {
            super.execute(configuration, execution, command, tenantId);
            crowd.forEach(each -> fire(timers.getObject().lockFree(each.others(OTHERS)), command));
        } finally {
            turn.release();
        }
    }

    /** Only the job executor works off a crowd; whoever fires one timer by hand fires that one. */
    private static boolean leads(ExecutionEntity execution, @Nullable JobEntity atHand) {
        return Context.getJobExecutorContext() != null
                && atHand != null
                && execution.getId().equals(atHand.getExecutionId())
                && atHand.getExceptionMessage() == null;
    }

    private static void fire(Set<String> timers, CommandContext command) {
        if (timers.isEmpty()) {
            return;
        }
        JobQueryImpl free = new JobQueryImpl();
        free.jobIds(timers);
        List<JobEntity> jobs = command.getJobManager().findJobsByQueryCriteria(free, null).stream()
                .map(JobEntity.class::cast)
                .toList();
        readInstances(jobs, command);
        jobs.forEach(job -> job.execute(command));
    }

    /** All executions in one query: otherwise the engine asks for each of them four times. */
    private static void readInstances(List<JobEntity> jobs, CommandContext command) {
        Map<String, List<JobEntity>> timers =
                jobs.stream().collect(Collectors.groupingBy(JobEntity::getProcessInstanceId));
        NativeExecutionQuery all =
                command.getProcessEngineConfiguration().getRuntimeService().createNativeExecutionQuery();
        List<String> names = new ArrayList<>();
        for (String instance : timers.keySet()) {
            String name = "instance" + names.size();
            names.add("#{" + name + "}");
            all.parameter(name, instance);
        }
        all.sql("select * from act_ru_execution where proc_inst_id_ in (" + String.join(", ", names) + ")");
        Map<String, List<ExecutionEntity>> executions = all.list().stream()
                .map(ExecutionEntity.class::cast)
                .collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId));
        executions
                .values()
                .forEach(tree -> tree.stream()
                        .filter(ExecutionEntity::isProcessInstanceExecution)
                        .forEach(instance -> instance.restoreProcessInstance(
                                tree,
                                List.of(),
                                List.of(),
                                List.of(),
                                timers.get(instance.getId()),
                                List.of(),
                                List.of())));
    }
}
