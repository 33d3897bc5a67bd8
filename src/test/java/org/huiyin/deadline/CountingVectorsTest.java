package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Periods that were computed elsewhere from the published days. */
@HuiyinTest
class CountingVectorsTest {
    @Autowired
    private Deadlines deadlines;

    @ParameterizedTest
    @CsvSource({
        "2024-02-08,  5, 2024-02-21",
        "2025-01-24,  5, 2025-02-07",
        "2025-09-28,  5, 2025-10-11",
        "2026-02-13,  5, 2026-02-27",
        "2026-09-19,  5, 2026-09-24",
        "2026-09-30,  5, 2026-10-13",
        "2024-09-30, 10, 2024-10-18",
        "2025-09-30, 10, 2025-10-21",
        "2026-02-14, 10, 2026-03-06",
        "2026-09-30, 10, 2026-10-20",
        "2024-04-28,  3, 2024-05-06",
        "2025-12-31,  3, 2026-01-06",
        "2026-04-30,  3, 2026-05-08"
    })
    void workingDays(LocalDate start, int length, LocalDate last) {
        Due due = deadlines.due(start, length, Unit.WORKING_DAY, Region.NATION);

        assertThat(due.raw()).isEqualTo(last);
        assertThat(due.legal()).isEqualTo(last);
        assertThat(due.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-16, 15, 2025-10-01, 2025-10-09",
        "2025-08-03, 60, 2025-10-02, 2025-10-09",
        "2026-02-01, 15, 2026-02-16, 2026-02-24",
        "2026-08-03, 60, 2026-10-02, 2026-10-08",
        "2024-08-05, 60, 2024-10-04, 2024-10-08"
    })
    void calendarDaysAndTheirRolling(LocalDate start, int length, LocalDate raw, LocalDate legal) {
        Due due = deadlines.due(start, length, Unit.CALENDAR_DAY, Region.NATION);

        assertThat(due.raw()).isEqualTo(raw);
        assertThat(due.legal()).isEqualTo(legal);
        assertThat(due.provisional()).isFalse();
    }

    @Test
    @DisplayName("事实十：调休上班的周六周日是工作日，2024年除夕也是")
    void madeUpWeekendsWorkAndSoDidNewYearsEve2024() {
        assertThat(last("2024-02-08", 1)).isEqualTo("2024-02-09");
        assertThat(last("2024-02-09", 1)).isEqualTo("2024-02-18");
        assertThat(last("2026-09-18", 1)).isEqualTo("2026-09-20");
        assertThat(last("2026-10-09", 1)).isEqualTo("2026-10-10");
        assertThat(last("2026-09-24", 1)).isEqualTo("2026-09-28");
    }

    @Test
    void aYearNotPublishedIsProvisional() {
        Due over = deadlines.due(LocalDate.parse("2026-12-30"), 5, Unit.WORKING_DAY, Region.NATION);
        assertThat(over.raw()).isEqualTo("2027-01-07");
        assertThat(over.provisional()).isTrue();
        assertThat(over.explanation()).last().asString().startsWith("2027年放假调休安排尚未公布");

        Due ends = deadlines.due(LocalDate.parse("2026-12-01"), 31, Unit.CALENDAR_DAY, Region.NATION);
        assertThat(ends.raw()).isEqualTo("2027-01-01");
        assertThat(ends.legal()).isEqualTo("2027-01-04");
        assertThat(ends.provisional()).isTrue();

        assertThat(deadlines
                        .due(LocalDate.parse("2026-12-01"), 30, Unit.CALENDAR_DAY, Region.NATION)
                        .provisional())
                .isFalse();
    }

    @Test
    void explainsWorkingDays() {
        assertThat(deadlines
                        .due(LocalDate.parse("2026-02-13"), 5, Unit.WORKING_DAY, Region.NATION)
                        .explanation())
                .containsExactly(
                        "起算：2026年2月13日，当日不计，自次日起算。",
                        "计算：按工作日计5个工作日，最后一日为2026年2月27日（周五）。",
                        "其间放假：春节2026年2月15日至2月23日，不计入。",
                        "其间调休上班：2026年2月14日（周六，春节调休），计入。");
    }

    @Test
    void explainsTheRollingOfTheLastDay() {
        assertThat(deadlines
                        .due(LocalDate.parse("2026-08-03"), 60, Unit.CALENDAR_DAY, Region.NATION)
                        .explanation())
                .contains("最后一日为国庆节放假：机关内部按2026年10月2日掌握，法定届满日顺延至2026年10月8日（周四）（参照《民法典》第二百零三条）。")
                .contains("其间放假：中秋节2026年9月25日至9月27日、国庆节2026年10月1日至10月7日，照计。");
    }

    @Test
    void refusesWhatIsNoPeriod() {
        assertThatThrownBy(() -> deadlines.due(LocalDate.parse("2026-02-13"), -1, Unit.WORKING_DAY, Region.NATION))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("日数");
        assertThatThrownBy(() -> deadlines.due(LocalDate.parse("2026-02-13"), 1, Unit.CLOCK, Region.NATION))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("单位");
    }

    private LocalDate last(String start, int workingDays) {
        return deadlines
                .due(LocalDate.parse(start), workingDays, Unit.WORKING_DAY, Region.NATION)
                .raw();
    }
}
