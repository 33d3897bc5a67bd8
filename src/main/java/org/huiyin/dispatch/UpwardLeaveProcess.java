package org.huiyin.dispatch;

import java.util.Map;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with upwardLeave.bpmn, and what we tell it: one instance beside the matter for each request. */
@Component
class UpwardLeaveProcess {
    static final String ID = "upwardLeave";
    static final String DECIDE = "decideUpwardLeave";
    static final String REQUEST_LAPSED = "leaveRequestLapsed";

    static final Variable<String> SUPERIOR = new Variable<>("superior", String.class);

    private final EngineGateway gateway;

    UpwardLeaveProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    void requested(PetitionId petition, OrganId superior) {
        gateway.start(ID, petition, Map.of(SUPERIOR.name(), superior.value()));
    }

    /** The superior is asked no longer. */
    void lapsed(PetitionId petition) {
        gateway.escalate(petition, DECIDE, REQUEST_LAPSED);
    }
}
