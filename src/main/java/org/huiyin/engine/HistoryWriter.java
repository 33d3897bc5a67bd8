package org.huiyin.engine;

import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Writes the engine's history without reading from it when a task or process began, which it does for the duration alone:
 * the task at hand knows, and how long a process lasted is the difference of two columns of its row.
 */
class HistoryWriter extends DbHistoryEventHandler {
    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        DbEntityManager rows = getDbEntityManager();
        boolean later = !isInitialEvent(event) && rows.getCachedEntity(event.getClass(), event.getId()) == null;
        if (later && event instanceof HistoricTaskInstanceEventEntity told) {
            @Nullable TaskEntity task = rows.getCachedEntity(TaskEntity.class, event.getId());
            if (task != null) {
                told.setStartTime(task.getCreateTime());
                rows.merge(told);
                return;
            }
        }
        if (later && event instanceof HistoricProcessInstanceEventEntity told) {
            rows.merge(told);
            return;
        }
        super.insertOrUpdate(event);
    }
}
