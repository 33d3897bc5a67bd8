package org.huiyin.engine;

import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Writes the engine's history without reading from it when a task began: the task at hand knows. */
class TaskHistory extends DbHistoryEventHandler {
    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        DbEntityManager rows = getDbEntityManager();
        if (event instanceof HistoricTaskInstanceEventEntity told
                && !isInitialEvent(event)
                && rows.getCachedEntity(HistoricTaskInstanceEventEntity.class, event.getId()) == null) {
            @Nullable TaskEntity task = rows.getCachedEntity(TaskEntity.class, event.getId());
            if (task != null) {
                told.setStartTime(task.getCreateTime());
                rows.merge(told);
                return;
            }
        }
        super.insertOrUpdate(event);
    }
}
