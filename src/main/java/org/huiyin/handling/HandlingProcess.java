package org.huiyin.handling;

import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with processes/handling/petitionHandling.bpmn, and what we tell it. */
@Component
class HandlingProcess {
    static final String ID = "petitionHandling";
    static final String APPROVE_EXTENSION = "approveExtension";
    static final String EXTENSION_REQUESTED = "extensionRequested";
    static final String DRAFT_OPINION = "draftOpinion";
    static final String ANSWERED_TOGETHER = "answeredTogether";
    static final String EXTENSION_LAPSED = "extensionLapsed";

    /** The officer who answers for the matter; comes in from the organ's sign-in. */
    static final Variable<String> HANDLER = new Variable<>("handler", String.class);

    static final Variable<Boolean> ACCEPTED = new Variable<>("accepted", Boolean.class);
    static final Variable<Boolean> OPINION_SIGNED = new Variable<>("opinionSigned", Boolean.class);
    static final Variable<Boolean> EXTENSION_APPROVED = new Variable<>("extensionApproved", Boolean.class);
    static final Variable<Boolean> RECEIPT_DUE = new Variable<>("receiptDue", Boolean.class);
    /** Goes out to the lifecycle: whether there is an answer to evaluate and to have reviewed. */
    static final Variable<Boolean> ANSWERED = new Variable<>("answered", Boolean.class);

    private final EngineGateway gateway;

    HandlingProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    /** The head is asked; drafting and signing go on. */
    void extensionRequested(PetitionId petition) {
        gateway.startBeside(petition, ID, EXTENSION_REQUESTED);
    }

    /** The opinion on a joined matter has answered this one too: it is drafted and signed no more, only delivered. */
    void answeredTogether(PetitionId petition) {
        gateway.escalate(petition, DRAFT_OPINION, ANSWERED_TOGETHER);
    }

    boolean isBeingDrafted(PetitionId petition) {
        return gateway.openTasks(petition).stream()
                .anyMatch(task -> task.activity().equals(DRAFT_OPINION));
    }

    /** The head is asked no longer. */
    void extensionLapsed(PetitionId petition) {
        gateway.escalate(petition, APPROVE_EXTENSION, EXTENSION_LAPSED);
    }
}
