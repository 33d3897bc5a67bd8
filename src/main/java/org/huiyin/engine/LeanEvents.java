package org.huiyin.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/** Every event of the history names its model, which the engine has in memory: it need not be read again for its name. */
class LeanEvents extends CacheAwareHistoryEventProducer {
    @Override
    protected @Nullable ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        @Nullable
        ProcessDefinitionEntity known =
                Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
        return known == null ? super.getProcessDefinitionEntity(id) : known;
    }
}
