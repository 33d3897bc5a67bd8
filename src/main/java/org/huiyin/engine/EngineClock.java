package org.huiyin.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The engine's clock and ours are one, so moving time moves timers and statutory days together. */
@Component
public class EngineClock extends Clock {
    /** Statutory days are days in Beijing time. */
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Override
    public ZoneId getZone() {
        return BEIJING;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are counted in Beijing time");
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
