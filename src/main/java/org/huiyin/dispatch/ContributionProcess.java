package org.huiyin.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.WorkInHand;
import org.huiyin.deadline.DueForProcess;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Instances;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with contribution.bpmn, and what we tell the engine: one instance beside the matter for each organ asked. */
@Component
class ContributionProcess {
    static final String ID = "contribution";
    static final String GIVE = WorkInHand.CONTRIBUTION;
    static final String WITHDRAWN = "contributionWithdrawn";

    static final Variable<String> HELPER = new Variable<>("helper", String.class);
    static final Variable<Integer> REQUEST = new Variable<>("request", Integer.class);
    static final Variable<String> LAMP = new Variable<>("lamp", String.class);

    private static final List<String> LAMPS = List.of("awaitInTime", "awaitDueSoon", "awaitOverdue");

    private final EngineGateway gateway;
    private final Instances instances;

    ContributionProcess(EngineGateway gateway, Instances instances) {
        this.gateway = gateway;
        this.instances = instances;
    }

    String begin(Helper helper) {
        return gateway.start(
                ID,
                helper.petition(),
                Map.of(
                        HELPER.name(), helper.organ().value(),
                        REQUEST.name(), Math.toIntExact(helper.id()),
                        DueForProcess.DUE_BY.name(), DueForProcess.endOf(helper.due())));
    }

    Optional<OfficerId> atWork(String instance) {
        return instances.assignee(instance, GIVE);
    }

    /** The task and the watch beside it follow the row. */
    void dueChanged(PetitionId petition, String instance, LocalDate due) {
        instances.set(instance, Map.of(DueForProcess.DUE_BY.name(), DueForProcess.endOf(due)));
        gateway.renewDueDates(petition);
        instances.signal(instance, LAMPS);
    }

    void withdrawn(String instance) {
        instances.escalate(instance, GIVE, WITHDRAWN);
    }

    /** Article 24: what was offered to the one organ is offered to the other. */
    void inherited(PetitionId petition, OrganId from, OrganId to) {
        gateway.inherit(petition, from.value(), to.value());
    }

    void release(String instance) {
        instances.release(instance, GIVE);
    }
}
