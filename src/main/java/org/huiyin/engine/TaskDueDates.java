package org.huiyin.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** By when an open task is due now, by the expression in its model: the engine itself asks only when the task is created. */
@Component
class TaskDueDates {
    private final ProcessEngine engine;

    TaskDueDates(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Empty when the model gives no date today. */
    Optional<Instant> of(String taskId) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> due(context, taskId));
    }

    private static Optional<Instant> due(CommandContext context, String taskId) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        return Optional.ofNullable(task.getTaskDefinition().getDueDateExpression())
                .flatMap(due -> Optional.ofNullable((Date) due.getValue(task.getExecution())))
                .map(Date::toInstant);
    }
}
