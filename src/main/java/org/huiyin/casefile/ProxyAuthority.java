package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** What entitles a proxy to file for somebody (R14). */
public enum ProxyAuthority implements Labelled {
    WRITTEN("书面授权"),
    GUARDIANSHIP("监护关系证明"),
    ORAL("口头委托并记录");

    private final String label;

    ProxyAuthority(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
