package org.huiyin.kernel;

/** 信访形式 (article 17). The code is part of the petition number. */
public enum Channel implements Labelled {
    LETTER("01", "来信"),
    VISIT("02", "来访"),
    ONLINE("03", "网上信访"),
    CALL("04", "来电"),
    MAILBOX("05", "领导信箱"),
    /** 下访、走访: officers went to the people. */
    FIELD("06", "走访下访"),
    FAX("07", "传真");

    private final String code;
    private final String label;

    Channel(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
