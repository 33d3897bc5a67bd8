package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.huiyin.testkit.HuiyinTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Fact 10: make-up Saturdays and Sundays are working days, and libraries for China are wrong or empty; ours is compared. */
@HuiyinTest
class PublishedCalendarTest {
    private static final LocalDate FIRST = LocalDate.parse("2017-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @Autowired
    private WorkingCalendar calendar;

    @Test
    void everyDayFrom2017To2026AgreesWithAnIndependentLibrary() {
        WorkingDays days = calendar.days();

        List<LocalDate> different = FIRST.datesUntil(LAST.plusDays(1))
                .filter(day -> days.isWorkingDay(day) != worksByTheLibrary(day))
                .toList();

        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void aYearHasItsNumberOfWorkingDays(int year, long workingDays) {
        WorkingDays days = calendar.days();

        assertThat(Year.of(year).atDay(1).datesUntil(Year.of(year + 1).atDay(1)).filter(days::isWorkingDay))
                .hasSize((int) workingDays);
    }

    @Test
    void theDayBeforeSpringFestival2024WasAWorkingDay() {
        assertThat(calendar.days().isWorkingDay(LocalDate.parse("2024-02-09"))).isTrue();
    }

    @Test
    void onlyTheseYearsArePublished() {
        assertThat(calendar.days().isPublished(2016)).isFalse();
        assertThat(FIRST.datesUntil(LAST).map(LocalDate::getYear).distinct()).allMatch(calendar.days()::isPublished);
        assertThat(calendar.days().isPublished(2027)).isFalse();
    }

    @Test
    void aYearIsToldInTheUsualShape() {
        CalendarYear year = calendar.year(2026, Region.NATION);

        assertThat(year.provisional()).isFalse();
        assertThat(year.papers()).containsExactly("国务院办公厅关于2026年部分节假日安排的通知");
        assertThat(year.days())
                .hasSize(39)
                .contains(new CalendarYear.Day("春节", LocalDate.parse("2026-02-14"), false))
                .contains(new CalendarYear.Day("春节", LocalDate.parse("2026-02-15"), true));
        assertThat(calendar.year(2027, Region.NATION).provisional()).isTrue();
        assertThat(calendar.year(2027, Region.NATION).papers()).isEmpty();
        assertThat(calendar.year(2027, Region.NATION).days())
                .extracting(CalendarYear.Day::name)
                .containsOnly("元旦", "劳动节", "国庆节");
    }

    private static boolean worksByTheLibrary(LocalDate day) {
        @Nullable LegalHoliday known = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        if (known != null) {
            return known.isWork();
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
