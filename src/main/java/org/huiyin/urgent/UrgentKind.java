package org.huiyin.urgent;

import org.huiyin.kernel.Labelled;

/** 重大紧急情况: what is happening, or about to. */
public enum UrgentKind implements Labelled {
    CROWD("群体聚集"),
    LIFE_AND_SAFETY("危及人身或者财产安全"),
    EXTREME_ACT("可能发生极端行为"),
    PUBLIC_SERVICE("供水供电等公共服务中断"),
    PUBLIC_ATTENTION("引发社会广泛关注"),
    OTHER("其他可能造成社会影响的情况");

    private final String label;

    UrgentKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
