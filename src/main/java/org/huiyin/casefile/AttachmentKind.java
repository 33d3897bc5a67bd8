package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** What an attachment is to the matter. */
public enum AttachmentKind implements Labelled {
    SCAN("来信来访扫描件"),
    PETITIONER_MATERIAL("信访人提交的材料"),
    HANDLING_MATERIAL("调查办理材料"),
    RECEIPT("送达回执"),
    OTHER("其他材料");

    private final String label;

    AttachmentKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
