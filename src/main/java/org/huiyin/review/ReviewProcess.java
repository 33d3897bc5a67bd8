package org.huiyin.review;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with processes/review/petitionReview.bpmn, and what we tell it. */
@Component
class ReviewProcess {
    static final String ID = "petitionReview";
    static final String AWAIT_REVIEW_REQUEST = "awaitReviewRequest";
    static final Variable<Boolean> REVIEW_REQUESTED = new Variable<>("reviewRequested", Boolean.class);
    /** Whose reviewers see the task; stays with the instance as long as the review does. */
    static final Variable<String> REVIEW_ORGAN = new Variable<>("reviewOrgan", String.class);

    private final EngineGateway gateway;

    ReviewProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    boolean awaitsRequest(PetitionId petition) {
        return gateway.isWaiting(petition, AWAIT_REVIEW_REQUEST);
    }

    void requested(PetitionId petition, OrganId reviewOrgan) {
        gateway.signal(
                petition,
                AWAIT_REVIEW_REQUEST,
                Map.of(REVIEW_REQUESTED.name(), answer(true), REVIEW_ORGAN.name(), reviewOrgan.value()));
    }

    void lapsed(PetitionId petition) {
        gateway.signal(petition, AWAIT_REVIEW_REQUEST, Map.of(REVIEW_REQUESTED.name(), answer(false)));
    }

    private static Object answer(boolean requested) {
        return Variables.booleanValue(requested, true);
    }
}
