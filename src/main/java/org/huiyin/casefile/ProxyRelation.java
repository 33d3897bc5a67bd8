package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** What a proxy is to the person he files for (R14). */
public enum ProxyRelation implements Labelled {
    RELATIVE("亲属"),
    GUARDIAN("监护人"),
    COMMUNITY_WORKER("社区工作者"),
    VOLUNTEER("志愿者"),
    LAWYER("律师或者法律工作者"),
    EMPLOYEE("本单位工作人员"),
    OTHER("其他");

    private final String label;

    ProxyRelation(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
