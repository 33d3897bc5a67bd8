package org.huiyin.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Everything that makes the community engine fit for personal data and for the law; docs/adr tells why. */
@Component
class EngineHardening extends AbstractProcessEnginePlugin {
    private final ApplicationContext context;
    private final ModelBeans beans;
    private final ObjectProvider<TaskCompletion> completion;
    private final ObjectProvider<DueTogether> crowds;
    private final ObjectProvider<TimerTable> timers;
    private final ObjectProvider<Doorkeeper> doorkeeper;
    private final ObjectProvider<TrailTable> trail;
    private final EngineClock clock;
    private final BlindSpots blindSpots;

    EngineHardening(
            ApplicationContext context,
            ModelBeans beans,
            ObjectProvider<TaskCompletion> completion,
            ObjectProvider<DueTogether> crowds,
            ObjectProvider<TimerTable> timers,
            ObjectProvider<Doorkeeper> doorkeeper,
            ObjectProvider<InstanceTable> rows,
            ObjectProvider<TrailTable> trail,
            EngineClock clock) {
        this.context = context;
        this.beans = beans;
        this.completion = completion;
        this.crowds = crowds;
        this.timers = timers;
        this.doorkeeper = doorkeeper;
        this.trail = trail;
        this.clock = clock;
        this.blindSpots = new BlindSpots(doorkeeper, rows);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        TaskCompletion guard = completion.getObject();
        engine.setTaskService(new GuardedTaskService(guard));
        engine.setFormService(new GuardedFormService(guard));
        engine.setRuntimeService(
                new GuardedRuntimeService(() -> engine.getIdentityService().getCurrentAuthentication() != null));
        engine.setExpressionManager(new GuardedExpressions(context, beans));
        engine.setResourceAuthorizationProvider(new RevokingAuthorizations());
        engine.setTaskMetricsEnabled(
                false); // a row for each assignment that only the vendor's licence count would read
        engine.setCustomSessionFactories(LeanSessions.all(blindSpots, () -> new TrailNotes(trail.getObject(), clock)));
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.setHistoryEventProducer(new LeanEvents());
        engine.getCustomHistoryEventHandlers().add(new HistoryWriter());
        engine.setDmnEngineConfiguration(tables());
        engine.setCustomJobHandlers(List.of(new TimersTogether(crowds, timers)));
        HistoryLevel level = new LeanHistory();
        engine.setCustomHistoryLevels(List.of(level));
        engine.setHistory(level.getName());
        List<BpmnParseListener> listeners = new ArrayList<>(
                engine.getCustomPostBPMNParseListeners() == null
                        ? List.of()
                        : engine.getCustomPostBPMNParseListeners());
        listeners.add(new ModelRules());
        listeners.add(new OfferedTasks(doorkeeper));
        listeners.add(new TrailKeeper());
        engine.setCustomPostBPMNParseListeners(listeners);
        List<CommandInterceptor> outermost = new ArrayList<>();
        outermost.add(new RepeatOnConflict());
        engine.setCustomPreCommandInterceptorsTxRequired(outermost);
    }

    private static DefaultDmnEngineConfiguration tables() {
        DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
        tables.setCustomPostDecisionTableEvaluationListeners(List.of(new MatchedRules()));
        tables.getTransformer().getTransformListeners().add(new DecisionRules());
        return tables;
    }

    /** Only now the engine has its deployers. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setDeploymentCache(new ModelMemory(engine.getDeployers()));
        engine.getSqlSessionFactory().getConfiguration().addInterceptor(blindSpots);
    }
}
