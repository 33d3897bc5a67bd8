package org.huiyin.supervision;

import org.huiyin.kernel.Labelled;

/** By what the matters of a period are told apart. */
public enum FlowKind implements Labelled {
    CHANNEL("收到：按信访形式"),
    CLASS("收到：按类别"),
    SUBJECT("收到：按内容分类"),
    TERRITORY("收到：按问题属地"),
    /** 社区、小区、村. */
    COMMUNITY("收到：按社区小区"),
    /** A matter stands in as many as it has. */
    TOPIC("收到：按重点专题"),
    ENDED("办结：按办结原因");

    private final String label;

    FlowKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
