package org.huiyin.urgent;

import java.util.Map;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with processes/urgent/urgentReport.bpmn, and what we tell the engine: one instance for each addressee. */
@Component
class UrgentProcess {
    static final String ID = "urgentReport";
    static final Variable<String> ORGAN = new Variable<>("organ", String.class);
    static final Variable<String> ADDRESSEE = new Variable<>("addressee", String.class);

    private final EngineGateway gateway;

    UrgentProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    void report(PetitionId petition, OrganId organ, OfficerId addressee) {
        gateway.start(ID, petition, Map.of(ORGAN.name(), organ.value(), ADDRESSEE.name(), addressee.value()));
    }
}
