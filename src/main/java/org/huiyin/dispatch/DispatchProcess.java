package org.huiyin.dispatch;

import org.huiyin.engine.Variable;

/** Names shared with petitionDispatch.bpmn and accusationTransfer.bpmn. */
final class DispatchProcess {
    /** The organ that forwards and reviews objections. */
    static final Variable<String> SENDER = new Variable<>("sender", String.class);
    /** The organ that has the petition; goes back to the lifecycle. */
    static final Variable<String> ORGAN = new Variable<>("organ", String.class);

    static final Variable<String> HANDLER = new Variable<>("handler", String.class);
    static final Variable<Boolean> SIGNED_IN = new Variable<>("signedIn", Boolean.class);
    static final Variable<Boolean> OBJECTION_AGREED = new Variable<>("objectionAgreed", Boolean.class);
    /** The discipline body an accusation goes to; known in its own process only. */
    static final Variable<String> BODY = new Variable<>("body", String.class);

    private DispatchProcess() {}
}
