package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual JSON of a year's days off, and every way to get it wrong. */
class CalendarFileTest {
    private static final int THIS_YEAR = 2026;

    @Test
    void aYearIsReadWithTheLateDecemberOfTheYearBefore() {
        List<CalendarNotice> notices = read("""
                {
                  "$schema": "schema.json",
                  "year": 2027,
                  "papers": ["国务院办公厅关于2027年部分节假日安排的通知"],
                  "days": [
                    {"name": "元旦", "date": "2026-12-31", "isOffDay": true},
                    {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                    {"name": "元旦", "date": "2027-01-03", "isOffDay": false}
                  ]
                }""");

        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.year()).isEqualTo(2027);
            assertThat(notice.papers()).containsExactly("国务院办公厅关于2027年部分节假日安排的通知");
            assertThat(notice.days())
                    .containsExactly(
                            new CalendarYear.Day("元旦", LocalDate.parse("2026-12-31"), true),
                            new CalendarYear.Day("元旦", LocalDate.parse("2027-01-01"), true),
                            new CalendarYear.Day("元旦", LocalDate.parse("2027-01-03"), false));
        });
    }

    @Test
    void twoYearsAreReadTogether() {
        List<CalendarNotice> notices = read("""
                [{"year": 2026, "papers": ["甲"], "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}]},
                 {"year": 2027, "papers": ["乙"], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}]""");

        assertThat(notices).extracting(CalendarNotice::year).containsExactly(2026, 2027);
    }

    @Test
    void everyMistakeIsToldWithItsFieldAndLineAtOnce() {
        List<FieldError> errors = errors("""
                {
                  "year": 2027,
                  "papers": [],
                  "days": [
                    {"name": "春节", "date": "2027-02-06", "isOffDay": true},
                    {"name": "春节", "date": "2027-02-06", "isOffDay": false},
                    {"name": "春节", "date": "2027-02-06", "isOffDay": true},
                    {"name": "春节", "date": "2027-02-09", "isOffDay": false},
                    {"name": "春节", "date": "2028-02-06", "isOffDay": true},
                    {"name": "春节", "date": "2027-02-30", "isOffDay": true},
                    {"name": " ", "date": "2027-02-10", "isOffDay": "是"},
                    {"date": "2027-02-11", "isOffDay": true, "days": 3}
                  ]
                }""");

        assertThat(errors)
                .extracting(FieldError::toString)
                .containsExactlyInAnyOrder(
                        "【第1行 来源通知】必须写明放假安排出自哪一份通知（名称或者网址）。",
                        "【第6行 日期】2027-02-06与第5行自相矛盾，一处放假、一处上班，只能保留一处。",
                        "【第7行 日期】2027-02-06与第5行重复，只能保留一处。",
                        "【第8行 日期】2027-02-09不是周末，不能作为调休上班日（isOffDay 为 false 的只能是周六、周日）。",
                        "【第9行 日期】2028-02-06不属于2027年的通知：只收当年的日期，以及上年12月、次年1月连着放假或者调休的日期。",
                        "【第10行 日期】应为存在的日期，写作“年-月-日”，例如 2027-01-01。",
                        "【第11行 节日名称】应为1至50个字。",
                        "【第11行 是否放假】应为 true（放假）或者 false（调休上班）。",
                        "【第12行 节日名称】必须填写。",
                        "【第12行 日历文件】没有“days”这一项，只收 year、papers、days 和其中的 name、date、isOffDay。");
        assertThat(errors).extracting(FieldError::field).contains("papers", "days[1].date", "days[6].isOffDay");
    }

    @Test
    void aYearNobodyCanKnowYetAndOneLongPastAreRefused() {
        assertThat(errors(year("1999"))).extracting(FieldError::message).contains("应在2000年至2027年之间。");
        assertThat(errors(year("2028"))).extracting(FieldError::message).contains("应在2000年至2027年之间。");
        assertThat(errors(year("\"2027\""))).extracting(FieldError::message).contains("应为四位数字。");
    }

    @Test
    void theSameYearTwiceIsRefused() {
        assertThat(errors("[" + year("2027") + "," + year("2027") + "]"))
                .extracting(FieldError::message)
                .contains("2027年在文件中出现了两次，请合并。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[1]", "2027", "\"年\"", "{} {}", "null"})
    void whatIsNoCalendarIsRefused(String text) {
        assertThat(errors(text)).singleElement().extracting(FieldError::label).isEqualTo("日历文件");
    }

    @Test
    void brokenJsonIsToldWithItsLine() {
        assertThat(errors("{\n\"year\": 2027,\n\"papers\" [\n]}"))
                .extracting(FieldError::message)
                .containsExactly("第3行附近不是可以读懂的 JSON，请检查括号、引号和逗号。");
    }

    private static String year(String year) {
        return "{\"year\": %s, \"papers\": [\"甲\"], \"days\": [{\"name\": \"元旦\", \"date\": \"2027-01-01\", \"isOffDay\": true}]}"
                .formatted(year);
    }

    private static List<CalendarNotice> read(String text) {
        return CalendarRules.read(text, Region.NATION, THIS_YEAR);
    }

    private static List<FieldError> errors(String text) {
        List<FieldError> errors = new java.util.ArrayList<>();
        assertThatThrownBy(() -> read(text))
                .asInstanceOf(type(InvalidInput.class))
                .satisfies(refused -> errors.addAll(refused.errors()));
        return errors;
    }
}
