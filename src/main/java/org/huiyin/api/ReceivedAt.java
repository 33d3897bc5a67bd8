package org.huiyin.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.engine.EngineClock;
import org.jspecify.annotations.Nullable;

/** When a letter was received, in the ways people and programs write it; without an offset it is Beijing time. */
final class ReceivedAt {
    static final String FORMATS = "不是可以读懂的时间，请写成 2026-11-20 或 2026-11-20 09:30。";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
            + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?)?");

    private ReceivedAt() {}

    static Optional<Instant> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(written, 1), number(written, 2), number(written, 3));
            LocalDateTime time = day.atTime(LocalTime.of(number(written, 4), number(written, 5), number(written, 6)));
            @Nullable String offset = written.group(7);
            return Optional.of(
                    offset == null
                            ? time.atZone(EngineClock.BEIJING).toInstant()
                            : time.toInstant(ZoneOffset.of(offset)));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int number(Matcher written, int group) {
        @Nullable String digits = written.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
