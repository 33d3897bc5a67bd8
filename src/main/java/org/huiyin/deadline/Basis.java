package org.huiyin.deadline;

import org.huiyin.kernel.Labelled;

/** How firm a time limit is. */
enum Basis implements Labelled {
    LAW("条例规定"),
    RULE("国家规范性文件规定"),
    LOCAL("地方规定，作默认值"),
    INTERNAL("内部要求，不是法定期限");

    private final String label;

    Basis(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
