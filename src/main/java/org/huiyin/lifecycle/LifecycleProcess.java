package org.huiyin.lifecycle;

import org.huiyin.engine.Variable;

/** Names shared with processes/lifecycle/petitionLifecycle.bpmn. */
final class LifecycleProcess {
    static final String ID = "petitionLifecycle";

    /** The organ that has the matter in hand: first the one that registered it, then the competent one. */
    static final Variable<String> ORGAN = new Variable<>("organ", String.class);
    /** The officer who opened the draft and owes its registration. */
    static final Variable<String> STARTER = new Variable<>("starter", String.class);

    static final Variable<String> CHANNEL = new Variable<>("channel", String.class);

    private LifecycleProcess() {}
}
