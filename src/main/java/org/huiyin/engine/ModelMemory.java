package org.huiyin.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine keeps parsed models in memory but asks the database in every command whether they still exist, three to six
 * times for each step of a person. Here it asks again only after {@link #LOOK_AGAIN}, as for the organs: a model that is
 * deployed, suspended or withdrawn on another node is seen within that time. What a transaction has deployed itself is
 * remembered only after it, for it may still be rolled back.
 */
class ModelMemory extends DeploymentCache {
    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Parsed models kept, of all versions; as many as the engine keeps by itself. */
    private static final int MODELS = 1000;

    private final Map<String, Found> found = new ConcurrentHashMap<>();

    ModelMemory(List<Deployer> deployers) {
        super(new DefaultCacheFactory(), MODELS);
        setDeployers(deployers);
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
        return remembered("id " + id, () -> super.findDeployedProcessDefinitionById(id));
    }

    @Override
    public ProcessDefinitionEntity findDeployedLatestProcessDefinitionByKey(String key) {
        return remembered("latest " + key, () -> super.findDeployedLatestProcessDefinitionByKey(key));
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionByDeploymentAndKey(String deployment, String key) {
        return remembered(
                "key " + key + " in " + deployment,
                () -> super.findDeployedProcessDefinitionByDeploymentAndKey(deployment, key));
    }

    @Override
    public void addProcessDefinition(ProcessDefinitionEntity model) {
        super.addProcessDefinition(model);
        forget();
    }

    @Override
    public void removeProcessDefinition(String id) {
        super.removeProcessDefinition(id);
        forget();
    }

    @Override
    public void discardProcessDefinitionCache() {
        super.discardProcessDefinitionCache();
        forget();
    }

    @Override
    public DecisionDefinition findDeployedLatestDecisionDefinitionByKey(String key) {
        return remembered("latest table " + key, () -> super.findDeployedLatestDecisionDefinitionByKey(key));
    }

    @Override
    public void addDecisionDefinition(DecisionDefinitionEntity table) {
        super.addDecisionDefinition(table);
        forget();
    }

    @Override
    public void removeDecisionDefinition(String id) {
        super.removeDecisionDefinition(id);
        forget();
    }

    @Override
    public void discardDecisionDefinitionCache() {
        super.discardDecisionDefinitionCache();
        forget();
    }

    /** What is asked tells what is found: the same question is always answered with the same kind of model. */
    @SuppressWarnings("unchecked")
    private <M> M remembered(String question, Supplier<M> asking) {
        @Nullable Found before = found.get(question);
        if (before != null && System.nanoTime() - before.at() < LOOK_AGAIN.toNanos()) {
            return (M) before.model();
        }
        M model = asking.get();
        if (TransactionSynchronizationManager.getResource(this) == null) {
            found.put(question, new Found(Objects.requireNonNull(model), System.nanoTime()));
        }
        return model;
    }

    private void forget() {
        found.clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getResource(this) == null) {
            ResourceHolderSupport changed = new ResourceHolderSupport() {};
            TransactionSynchronizationManager.bindResource(this, changed);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(changed, this) {});
        }
    }

    private record Found(Object model, long at) {}
}
