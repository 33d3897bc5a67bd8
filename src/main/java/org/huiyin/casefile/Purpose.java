package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** 信访目的, as the petitioner says it; the class by law is decided by an officer. */
public enum Purpose implements Labelled {
    REQUEST("求决"),
    COMPLAINT("申诉"),
    ENQUIRY("咨询"),
    SUGGESTION("意见建议"),
    ACCUSATION("揭发控告"),
    OTHER("其他");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
