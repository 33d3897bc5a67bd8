package org.huiyin.deputy;

import java.time.LocalDate;
import java.util.Map;
import org.huiyin.deadline.DueForProcess;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with deputyReply.bpmn, and what we tell it: one instance beside the matter for each reply that is owed. */
@Component
class DeputyReplyProcess {
    static final String ID = "deputyReply";

    /** The organ that took the matter from the deputy. */
    static final Variable<String> ORGAN = new Variable<>("organ", String.class);

    private final EngineGateway gateway;

    DeputyReplyProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    void begin(PetitionId petition, OrganId organ, LocalDate dueOn) {
        gateway.start(
                ID,
                petition,
                Map.of(ORGAN.name(), organ.value(), DueForProcess.DUE_BY.name(), DueForProcess.endOf(dueOn)));
    }
}
