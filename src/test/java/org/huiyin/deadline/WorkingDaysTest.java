package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.deadline.WorkingDays.FixedHoliday;
import org.huiyin.deadline.WorkingDays.Published;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final WorkingDays DAYS = new WorkingDays(
            Map.of(
                    LocalDate.parse("2026-10-01"), new Published(true, "国庆节"),
                    LocalDate.parse("2026-10-02"), new Published(true, "国庆节"),
                    LocalDate.parse("2026-10-10"), new Published(false, "国庆节")),
            Set.of(2026),
            List.of(
                    new FixedHoliday(MonthDay.of(Month.MAY, 1), "劳动节", LocalDate.parse("1949-12-23")),
                    new FixedHoliday(MonthDay.of(Month.MAY, 2), "劳动节", LocalDate.parse("2025-01-01"))));

    @Test
    void aPublishedDayDecides() {
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2026-10-01"))).isFalse();
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(DAYS.holiday(LocalDate.parse("2026-10-01"))).contains("国庆节");
        assertThat(DAYS.madeUpFor(LocalDate.parse("2026-10-10"))).contains("国庆节");
    }

    @Test
    void aDayNobodyPublishedWorksFromMondayToFriday() {
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2026-10-09"))).isTrue();
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2026-10-11"))).isFalse();
        assertThat(DAYS.holiday(LocalDate.parse("2026-10-11"))).isEmpty();
    }

    @Test
    void fixedHolidaysHoldOnlyWhereNoNoticeIsOut() {
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2026-05-01"))).isTrue();
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2028-05-01"))).isFalse();
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2028-05-02"))).isFalse();
    }

    @Test
    void theSecondDayOfMayIsOffSince2025() {
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2016-05-02"))).isTrue();
        assertThat(DAYS.isWorkingDay(LocalDate.parse("2029-05-02"))).isFalse();
    }

    @Test
    void countsBackFromTheLastWorkingDay() {
        assertThat(DAYS.before(LocalDate.parse("2026-10-02"), 0)).isEqualTo("2026-09-30");
        assertThat(DAYS.before(LocalDate.parse("2026-10-02"), 3)).isEqualTo("2026-09-25");
    }
}
