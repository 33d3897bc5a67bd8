package org.huiyin.evaluation;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with processes/evaluation/petitionEvaluation.bpmn, and what we tell it. */
@Component
class EvaluationProcess {
    static final String ID = "petitionEvaluation";
    static final String AWAIT_EVALUATION = "awaitEvaluation";
    static final Variable<Boolean> EVALUATED = new Variable<>("evaluated", Boolean.class);

    private final EngineGateway gateway;

    EvaluationProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    boolean awaitsEvaluation(PetitionId petition) {
        return gateway.isWaiting(petition, AWAIT_EVALUATION);
    }

    void evaluated(PetitionId petition) {
        leave(petition, true);
    }

    void lapsed(PetitionId petition) {
        leave(petition, false);
    }

    private void leave(PetitionId petition, boolean evaluated) {
        gateway.signal(petition, AWAIT_EVALUATION, Map.of(EVALUATED.name(), Variables.booleanValue(evaluated, true)));
    }
}
