package org.huiyin.testkit;

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
