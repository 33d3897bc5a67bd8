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
    /** To a 信访部门, which forwards it once more. */
    static final Variable<Boolean> PASSED_ON = new Variable<>("passedOn", Boolean.class);

    /** The objection makes it a dispute that a superior decides. */
    static final Variable<Boolean> CONTESTED = new Variable<>("contested", Boolean.class);
    /** The superior, or the office of the joint conference, that decides. */
    static final Variable<String> ARBITER = new Variable<>("arbiter", String.class);

    static final Variable<Boolean> OBJECTION_AGREED = new Variable<>("objectionAgreed", Boolean.class);
    /** The discipline body an accusation goes to; known in its own process only. */
    static final Variable<String> BODY = new Variable<>("body", String.class);

    private DispatchProcess() {}
}
