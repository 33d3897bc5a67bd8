package org.huiyin.recusal;

import java.util.Map;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with recusalDecision.bpmn, and what we tell the engine: one instance beside the matter for each request. */
@Component
class RecusalProcess {
    static final String DECISION = "recusalDecision";
    static final Variable<String> DECIDER = new Variable<>("decider", String.class);
    static final Variable<Integer> REQUEST = new Variable<>("request", Integer.class);

    private final EngineGateway gateway;

    RecusalProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    void requested(PetitionId petition, int request, OfficerId decider) {
        gateway.start(DECISION, petition, Map.of(DECIDER.name(), decider.value(), REQUEST.name(), request));
    }
}
