package org.huiyin.handling;

import org.huiyin.engine.Variable;

/** Names shared with processes/handling/petitionHandling.bpmn. */
final class HandlingProcess {
    static final String ID = "petitionHandling";

    /** The officer who answers for the matter; comes in from the organ's sign-in. */
    static final Variable<String> HANDLER = new Variable<>("handler", String.class);

    static final Variable<Boolean> ACCEPTED = new Variable<>("accepted", Boolean.class);
    static final Variable<Boolean> OPINION_SIGNED = new Variable<>("opinionSigned", Boolean.class);
    static final Variable<Boolean> RECEIPT_DUE = new Variable<>("receiptDue", Boolean.class);
    /** Goes out to the lifecycle: whether there is an answer to evaluate and to have reviewed. */
    static final Variable<Boolean> ANSWERED = new Variable<>("answered", Boolean.class);

    private HandlingProcess() {}
}
