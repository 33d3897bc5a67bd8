package org.huiyin.casefile;

import java.time.Duration;

/** Too many wrong query codes for one number: for a while the right one does not open it either. */
public class QueryCodeLocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration remaining;

    QueryCodeLocked(Duration remaining) {
        super("查询码连续输错次数过多，为保护您的信息已暂停查询，请" + (remaining.toMinutes() + 1) + "分钟后再试。");
        this.remaining = remaining;
    }

    /** How long it stays locked. */
    public Duration remaining() {
        return remaining;
    }
}
