package org.huiyin.dispatch;

import java.util.Map;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with assignmentReport.bpmn, and what we tell it. */
@Component
class AssignmentProcess {
    static final String ID = "assignmentReport";

    static final Variable<Boolean> REPORT_ACCEPTED = new Variable<>("reportAccepted", Boolean.class);

    private final EngineGateway gateway;

    AssignmentProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    /** The handler owes a report to whoever assigned the matter; it runs beside the handling. */
    void begin(PetitionId petition, OrganId assignedBy, OfficerId handler) {
        gateway.start(
                ID,
                petition,
                Map.of(
                        DispatchProcess.SENDER.name(),
                        assignedBy.value(),
                        DispatchProcess.HANDLER.name(),
                        handler.value()));
    }
}
