package org.huiyin.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's history keeps which processes a petition went through and who did which task when. Which way an instance went is
 * told by its trail (ADR 45), and why it went there by the journal; routing variables are the petition's row, and
 * what a decision table proposed is told by whoever asked it. The deadline watch leaves no history at all: the clock's row and the journal are its history, and there are five watches to
 * every petition.
 */
class LeanHistory extends AbstractHistoryLevel {
    private static final Set<HistoryEventTypes> NEVER = Set.of(
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END,
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.DMN_DECISION_EVALUATE,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS);

    @Override
    public int getId() {
        return 77;
    }

    @Override
    public String getName() {
        return "huiyin";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (type instanceof HistoryEventTypes known && NEVER.contains(known)) {
            return false;
        }
        if (entity instanceof ExecutionEntity execution && isWatch(execution.getProcessDefinitionId())) {
            return false;
        }
        if (entity instanceof JobEntity job && isWatch(job.getProcessDefinitionId())) {
            return false;
        }
        return HistoryLevel.HISTORY_LEVEL_FULL.isHistoryEventProduced(type, entity);
    }

    private static boolean isWatch(@Nullable String processDefinitionId) {
        return processDefinitionId != null && processDefinitionId.startsWith("deadlineWatch:");
    }
}
