package org.huiyin.engine;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.huiyin.engine.TrailMark.Sign;
import org.jspecify.annotations.Nullable;

/** Lets every element and every flow of a model tell where its instances go. The watches of clocks leave no trail (ADR 6). */
class TrailKeeper extends AbstractBpmnParseListener {
    private static final Set<String> WITHOUT_TRAIL = Set.of("deadlineWatch");

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        if (isKept(definition)) {
            ExecutionListener began = TrailKeeper::began;
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, began);
            definition.getActivities().forEach(TrailKeeper::follow);
        }
    }

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
        ProcessDefinitionImpl model = scope.getProcessDefinition();
        if (isKept((ProcessDefinitionEntity) model)) {
            TrailMark mark = TrailMark.took(transition.getId());
            ExecutionListener took = token -> notes().note(token.getProcessInstanceId(), mark);
            transition.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, took);
        }
    }

    private static void follow(ActivityImpl activity) {
        String element = activity.getId();
        ExecutionListener entered = token -> visit(token, element, Sign.ENTERED);
        ExecutionListener left = token -> visit(token, element, token.isCanceled() ? Sign.CANCELLED : Sign.LEFT);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, entered);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, left);
        activity.getActivities().forEach(TrailKeeper::follow);
    }

    private static void visit(DelegateExecution token, String element, Sign sign) {
        notes().note(token.getProcessInstanceId(), TrailMark.of(sign, element, token.getActivityInstanceId()));
    }

    /** The one that called knows which of its visits it was. */
    private static void began(DelegateExecution token) {
        String instance = token.getProcessInstanceId();
        @Nullable DelegateExecution caller = token.getSuperExecution();
        if (caller != null) {
            notes().note(
                            caller.getProcessInstanceId(),
                            TrailMark.of(Sign.CALLED, instance, caller.getActivityInstanceId()));
        }
        notes().note(instance, TrailMark.began());
    }

    private static boolean isKept(ProcessDefinitionEntity model) {
        return !WITHOUT_TRAIL.contains(model.getKey());
    }

    private static TrailNotes notes() {
        return Objects.requireNonNull(Context.getCommandContext()).getSession(TrailNotes.class);
    }
}
