package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** 信访来源: from where a matter came to this organ; how it was put forward is its {@link org.huiyin.kernel.Channel}. */
public enum Source implements Labelled {
    DIRECT("本级直接收到"),
    SUPERIOR("上级机关转来"),
    OTHER_ORGAN("其他机关转来"),
    DEPUTY("人大代表、政协委员转来"),
    HOTLINE("12345热线"),
    LEADER_MAILBOX("领导信箱"),
    LEADERS_VISIT("领导下访"),
    OUTREACH("走访"),
    MEETING("座谈会"),
    SURVEY("问卷"),
    SUGGESTION_BOX("意见箱");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** What is assumed where nothing else is said. */
    public static Source of(org.huiyin.kernel.Channel channel) {
        return switch (channel) {
            case MAILBOX -> LEADER_MAILBOX;
            case FIELD -> OUTREACH;
            default -> DIRECT;
        };
    }
}
