package org.huiyin.suggestion;

import org.huiyin.engine.Variable;

/** Names shared with processes/suggestion/suggestionHandling.bpmn. */
final class SuggestionProcess {
    static final String ID = "suggestionHandling";

    /** The officer who answers for the suggestion; comes in from the organ's sign-in. */
    static final Variable<String> HANDLER = new Variable<>("handler", String.class);

    static final Variable<Boolean> REPLY_SIGNED = new Variable<>("replySigned", Boolean.class);

    private SuggestionProcess() {}
}
