package org.huiyin.signing;

import org.huiyin.engine.FormInput;

/** What every form offers in which a draft is decided on. */
public enum SigningDecision {
    SIGN,
    RETURN;

    public static SigningDecision of(FormInput input) {
        return input.choice("decision", SigningDecision.class);
    }

    /** What the head wrote to the drafter; there is no return without it. */
    public static String comment(FormInput input) {
        return input.text("signComment");
    }
}
