package org.huiyin.testkit;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Lets every node and every flow of every model tell {@link PathCoverage} when a token passes it. */
@Component
class PathRecorder extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Listeners());
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Listeners extends AbstractBpmnParseListener {
        @Override
        public void parseProcess(Element process, ProcessDefinitionEntity definition) {
            PathCoverage.of(definition.getKey());
            definition.getActivities().forEach(Listeners::listenTo);
        }

        @Override
        public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
            String process = key(scope);
            PathCoverage.of(process).exists(transition.getId());
            transition.addListener(
                    ExecutionListener.EVENTNAME_TAKE,
                    execution -> PathCoverage.of(process).passed(transition.getId()));
        }

        private static void listenTo(ActivityImpl activity) {
            String process = key(activity);
            PathCoverage.of(process).exists(activity.getId());
            activity.addListener(
                    ExecutionListener.EVENTNAME_START,
                    execution -> PathCoverage.of(process).passed(activity.getId()));
            activity.getActivities().forEach(Listeners::listenTo);
        }

        private static String key(ScopeImpl scope) {
            ProcessDefinitionImpl definition = scope.getProcessDefinition();
            return ((ProcessDefinitionEntity) definition).getKey();
        }
    }
}
