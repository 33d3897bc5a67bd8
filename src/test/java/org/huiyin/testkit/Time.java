package org.huiyin.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Moves the one clock of engine and application; given back after each test. */
public final class Time {
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private Time() {}

    /** Nine in the morning of that day, Beijing time. */
    public static void is(String day) {
        at(LocalDate.parse(day).atTime(9, 0));
    }

    /** Goes on from there: what waits for time to pass, such as a lock of the job executor, comes to its end. */
    public static void runsFrom(String day) {
        Instant to = LocalDate.parse(day).atTime(9, 0).atZone(BEIJING).toInstant();
        ClockUtil.offset(Duration.between(Instant.now(), to).toMillis());
    }

    public static void at(LocalDateTime beijing) {
        to(beijing.atZone(BEIJING).toInstant());
    }

    public static void to(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public static void passDays(long days) {
        to(now().plusSeconds(days * 86_400));
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    public static LocalDate today() {
        return now().atZone(BEIJING).toLocalDate();
    }
}
