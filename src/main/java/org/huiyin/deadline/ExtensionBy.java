package org.huiyin.deadline;

import org.huiyin.kernel.Labelled;

/** Who may lengthen a clock. */
enum ExtensionBy implements Labelled {
    HEAD("承办机关负责人批准"),
    SETTER("指定期限的机关同意");

    private final String label;

    ExtensionBy(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
