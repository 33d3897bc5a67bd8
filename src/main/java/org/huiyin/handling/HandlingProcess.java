package org.huiyin.handling;

import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with processes/handling, and what we tell its models. */
@Component
class HandlingProcess {
    static final String ID = "petitionHandling";
    static final String APPROVE_EXTENSION = "approveExtension";
    static final String GIVE_SIMPLIFIED_ANSWER = "giveSimplifiedAnswer";
    static final String CONVERTED_TO_ORDINARY = "convertedToOrdinary";
    static final String EXTENSION_REQUESTED = "extensionRequested";
    static final String DRAFT_OPINION = "draftOpinion";
    static final String ANSWERED_TOGETHER = "answeredTogether";
    static final String EXTENSION_LAPSED = "extensionLapsed";

    /** The officer who answers for the matter; comes in from the organ's sign-in. */
    static final Variable<String> HANDLER = new Variable<>("handler", String.class);

    static final Variable<Boolean> ACCEPTED = new Variable<>("accepted", Boolean.class);
    static final Variable<Boolean> SIMPLIFIED = new Variable<>("simplified", Boolean.class);
    static final Variable<Boolean> SIMPLIFIED_RECEIPT_DUE = new Variable<>("simplifiedReceiptDue", Boolean.class);
    /** Comes back from simplifiedHandling; not there when the matter left it for the ordinary procedure. */
    static final Variable<Boolean> SIMPLY_ANSWERED = new Variable<>("simplyAnswered", Boolean.class);

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

    /** The answer of the simplified procedure is not given: the matter goes on to the ordinary one. */
    void convertedToOrdinary(PetitionId petition) {
        gateway.escalate(petition, GIVE_SIMPLIFIED_ANSWER, CONVERTED_TO_ORDINARY);
    }

    /** The head is asked no longer. */
    void extensionLapsed(PetitionId petition) {
        gateway.escalate(petition, APPROVE_EXTENSION, EXTENSION_LAPSED);
    }
}
