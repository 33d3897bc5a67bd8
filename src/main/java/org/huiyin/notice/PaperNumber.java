package org.huiyin.notice;

/** 文号 as in 滨建信访受〔2026〕12号. */
record PaperNumber(String organShortName, PaperKind kind, int year, int serial) {
    String text() {
        return organShortName + kind.word() + "〔" + year + "〕" + serial + "号";
    }
}
