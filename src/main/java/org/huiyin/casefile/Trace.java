package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** By what a matter was come upon. */
enum Trace implements Labelled {
    NUMBER("来件提到该信访编号"),
    SOURCE("来源编号相同"),
    ID_NUMBER("同一证件号码"),
    PHONE("同一电话"),
    NAME_AND_ADDRESS("姓名和住址相同"),
    /** Two accusations only, and for their circle only (article 30). */
    ACCUSED("被举报人相同"),
    SAME_TEXT("文字完全相同"),
    WORDS("文字相似");

    private final String label;

    Trace(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    boolean isPerson() {
        return this == ID_NUMBER || this == PHONE || this == NAME_AND_ADDRESS;
    }
}
