package org.huiyin.notice;

import org.huiyin.kernel.Labelled;

/** How a paper goes out. */
public enum DeliveryMethod implements Labelled {
    IN_PERSON("当面"),
    POST("邮寄"),
    ELECTRONIC("网络或短信"),
    /** By telephone, where the simplified procedure allows it. */
    PHONE("电话"),
    /** Said to his face, where the simplified procedure allows it. */
    ORAL("当面口头"),
    PUBLISHED("公布于查询码下"),
    NOT_DUE("依法无须告知");

    private final String label;

    DeliveryMethod(String label) {
        this.label = label;
    }

    public boolean isSpoken() {
        return this == PHONE || this == ORAL;
    }

    /** It leads nowhere without a name, an address or a telephone. */
    public boolean needsAddressee() {
        return this == POST || this == ELECTRONIC || this == PHONE;
    }

    /** It puts the written answer into nobody's hands: he has it when he says so himself (article 35). */
    public boolean leavesItToBeFetched() {
        return this == PUBLISHED || isSpoken();
    }

    @Override
    public String label() {
        return label;
    }
}
