package org.huiyin.intake;

import java.util.Map;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with processes/intake, and what we tell the engine: which lives begin. */
@Component
class IntakeProcess {
    static final String LIFECYCLE = "petitionLifecycle";
    static final String ACCUSATION = "accusationTransfer";
    static final String IMPORT = "petitionImport";

    /** In place of a channel: the petition is in the register already, no form of a channel has to be filled in. */
    static final String REGISTERED = "REGISTERED";

    static final Variable<String> CHANNEL = new Variable<>("channel", String.class);
    static final Variable<String> ORGAN = new Variable<>("organ", String.class);
    static final Variable<Boolean> TO_BE_SORTED = new Variable<>("toBeSorted", Boolean.class);
    static final Variable<String> WAY = new Variable<>("way", String.class);
    static final Variable<String> NEXT_STEP = new Variable<>("nextStep", String.class);
    static final Variable<String> PROCEDURE = new Variable<>("procedure", String.class);
    static final Variable<String> HANDLER = new Variable<>("handler", String.class);
    static final Variable<Boolean> IMPORT_DONE = new Variable<>("importDone", Boolean.class);

    private final EngineGateway gateway;

    IntakeProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    void startLife(PetitionId petition, OrganId organ) {
        gateway.start(LIFECYCLE, petition, Map.of(ORGAN.name(), organ.value(), CHANNEL.name(), REGISTERED));
    }

    void startAccusation(PetitionId petition, OrganId circle) {
        gateway.start(ACCUSATION, petition, Map.of(ORGAN.name(), circle.value()));
    }

    void startImport(String importId) {
        gateway.start(IMPORT, importId, Map.of());
    }
}
