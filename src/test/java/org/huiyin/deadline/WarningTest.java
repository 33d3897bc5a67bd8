package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 2026-06-01 is a Monday; no day is published, so every Monday to Friday works. */
class WarningTest {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final WorkingDays DAYS = new WorkingDays(Map.of(), Set.of(2026), List.of());
    private static final Warning LONG = new Warning(20, 3, 0, 0);
    private static final Warning SHORT = new Warning(20, 1, 0, 0);

    @Test
    void aLongClockIsYellowWhenAFifthIsLeft() {
        Turns turns = LONG.onDays(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-31"), DAYS, BEIJING);

        assertThat(turns.yellowAt()).isEqualTo(midnight("2026-07-19"));
        assertThat(turns.redAt()).isEqualTo(midnight("2026-07-31"));
        assertThat(turns.overdueAt()).isEqualTo(midnight("2026-08-01"));
    }

    @Test
    void aClockEndingAfterAWeekendIsYellowThreeWorkingDaysBefore() {
        Turns turns = LONG.onDays(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-16"), DAYS, BEIJING);

        assertThat(turns.yellowAt()).isEqualTo(midnight("2026-06-11"));
    }

    @Test
    void redIsTheLastWorkingDayWhenTheEndIsNone() {
        Turns turns = LONG.onDays(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-21"), DAYS, BEIJING);

        assertThat(turns.redAt()).isEqualTo(midnight("2026-06-19"));
        assertThat(turns.overdueAt()).isEqualTo(midnight("2026-06-22"));
    }

    @Test
    void aShortClockIsYellowOneWorkingDayBefore() {
        Turns turns = SHORT.onWorkingDays(5, LocalDate.parse("2026-06-08"), DAYS, BEIJING);

        assertThat(turns.yellowAt()).isEqualTo(midnight("2026-06-05"));
        assertThat(turns.redAt()).isEqualTo(midnight("2026-06-08"));
    }

    @Test
    void anHourWarnsByShare() {
        Turns turns = new Warning(50, 0, 0, 20).onMinutes(Instant.parse("2026-06-01T02:00:00Z"), 60);

        assertThat(turns.yellowAt()).isEqualTo(Instant.parse("2026-06-01T02:30:00Z"));
        assertThat(turns.redAt()).isEqualTo(Instant.parse("2026-06-01T02:48:00Z"));
        assertThat(turns.overdueAt()).isEqualTo(Instant.parse("2026-06-01T03:00:00Z"));
    }

    @Test
    void aLampTurnsAtTheInstantItself() {
        Turns turns = LONG.onDays(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-31"), DAYS, BEIJING);

        assertThat(turns.at(turns.yellowAt().minusMillis(1))).isEqualTo(Lamp.GREEN);
        assertThat(turns.at(turns.yellowAt())).isEqualTo(Lamp.YELLOW);
        assertThat(turns.at(turns.redAt())).isEqualTo(Lamp.RED);
        assertThat(turns.at(turns.overdueAt().minusMillis(1))).isEqualTo(Lamp.RED);
        assertThat(turns.at(turns.overdueAt())).isEqualTo(Lamp.OVERDUE);
        assertThat(turns.endOf(Lamp.GREEN)).isEqualTo(turns.yellowAt());
        assertThatIllegalArgumentException().isThrownBy(() -> turns.endOf(Lamp.OVERDUE));
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(BEIJING).toInstant();
    }
}
