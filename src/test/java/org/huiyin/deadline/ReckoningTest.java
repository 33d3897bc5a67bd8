package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.deadline.Terms.Extension;
import org.huiyin.deadline.Terms.Recounted;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The dates of a clock from its facts alone, by the rows of the law and the published days. */
@HuiyinTest
class ReckoningTest {
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId HEAD = new OfficerId("head");

    @Autowired
    private TimeLimits limits;

    @Autowired
    private WorkingCalendar calendar;

    @ParameterizedTest
    @CsvSource({
        "2025-08-03, 30, 2025-11-01, 2025-11-03",
        "2026-08-03, 30, 2026-11-01, 2026-11-02",
        "2026-07-04,  1, 2026-09-03, 2026-09-03",
        "2024-12-02, 30, 2025-03-02, 2025-03-03"
    })
    @DisplayName("第三十四条：延长的日数加在自然日的最后一日上，再顺延一次")
    void anExtensionIsAddedToThePlainCount(LocalDate start, int extension, LocalDate raw, LocalDate legal) {
        Span span = span(ClockKind.D6, start, Optional.of(extension), "");

        assertThat(span.rawDue()).isEqualTo(raw);
        assertThat(span.legalDue()).isEqualTo(legal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, '2026-06-10/2026-06-20',                       2026-07-11, 2026-07-13",
        "2026-06-01, '2026-06-01/2026-06-11',                       2026-07-11, 2026-07-13",
        "2026-06-01, '2026-06-10/2026-06-10',                       2026-07-01, 2026-07-01",
        "2026-06-01, '2026-06-10/2026-06-20 2026-06-20/2026-06-25', 2026-07-16, 2026-07-16",
        "2026-09-01, '2026-09-20/2026-10-08',                       2026-10-19, 2026-10-19"
    })
    @DisplayName("第三十六条：听证所需时间不计算在内，剩余日数自恢复次日续计")
    void aHoldGivesBackTheDaysThatWereLeft(LocalDate start, String holds, LocalDate raw, LocalDate legal) {
        Span span = span(ClockKind.D15, start, Optional.empty(), holds);

        assertThat(span.rawDue()).isEqualTo(raw);
        assertThat(span.legalDue()).isEqualTo(legal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-21, 0, '',                      2026-10-12",
        "2026-09-21, 2, '',                      2026-10-14",
        "2026-09-21, 0, '2026-09-23/2026-10-08', 2026-10-19",
        "2026-09-21, 0, '2026-09-25/2026-10-03', 2026-10-15",
        "2026-09-21, 2, '2026-09-23/2026-10-08', 2026-10-21"
    })
    void workingDaysAreHeldAndLengthenedInWorkingDays(LocalDate start, int extension, String holds, LocalDate due) {
        Optional<Integer> days = Optional.of(extension).filter(count -> count > 0);

        Span span = span(ClockKind.D10, start, days, holds);

        assertThat(span.rawDue()).isEqualTo(due);
        assertThat(span.legalDue()).isEqualTo(due);
    }

    @Test
    void aHoldThatLastsRunsToNoDate() {
        Facts facts = facts(ClockKind.D15, "2026-06-01", Optional.empty(), hold("2026-06-10", Optional.empty()));

        Counted counted = reckoning().of(facts);

        assertThat(counted.span().rawDue()).isEqualTo("2026-07-01");
        assertThat(counted.why()).contains("暂停：2026年6月10日起暂停计时（依据信访工作条例第三十六条，由周科决定，理由：听证），剩余21日自恢复的次日起继续计算；以下是暂停时的日期。");
    }

    @Test
    void theLampsOfAHeldClockAreThoseOfTheDaysCounted() {
        Span held = span(ClockKind.D15, LocalDate.parse("2026-06-01"), Optional.empty(), "2026-06-10/2026-08-09");

        assertThat(held.rawDue()).isEqualTo("2026-08-30");
        assertThat(held.turns().yellowAt()).isEqualTo(midnight("2026-08-24"));
    }

    @Test
    @DisplayName("听证通知自听证之日倒算，当日不计，遇休息日不顺延")
    void theNoticeOfAHearingIsCountedBack() {
        Facts facts = set(ClockKind.D16, "2026-05-20", "2026-06-20");

        Counted counted = reckoning().of(facts);

        assertThat(counted.span().rawDue()).isEqualTo("2026-06-13");
        assertThat(counted.span().legalDue()).isEqualTo("2026-06-13");
        assertThat(counted.why())
                .containsExactly(
                        "规则：D16 听证通知，提前7日，依据地方信访听证办法听证通知时限（地方规定，作默认值）。",
                        "起算：听证举行日，2026年6月20日（文书），当日不计，自前一日起倒算。",
                        "计算：按自然日倒算7日，最后一日为2026年6月13日（周六），遇休息日不顺延。");
    }

    @Test
    void whoeverSetADateMaySetALaterOne() {
        Facts facts = set(ClockKind.D11, "2026-06-01", "2026-06-28");
        Terms later = facts.terms().extended(extension(17));

        Counted counted = reckoning().of(new Facts(facts.limit(), facts.start(), later, List.of()));

        assertThat(counted.span().rawDue()).isEqualTo("2026-07-15");
        assertThat(counted.why())
                .contains("延长：由周科于2026年6月10日同意，原定2026年6月28日，延至2026年7月15日，理由：情况复杂。", "期限由文书指定，最后一日为2026年7月15日（周三）。");
    }

    @Test
    @DisplayName("已经告知信访人的日期不提前")
    void aDateThatWasToldStays() {
        Facts facts = facts(ClockKind.D12, "2026-09-03", Optional.empty());
        Terms told = facts.terms()
                .told(new Told(LocalDate.parse("2026-10-09"), "滨建信访答〔2026〕1号"))
                .recounted(new Recounted(LocalDate.parse("2026-09-20"), "载入放假安排"));

        Counted counted = reckoning().of(new Facts(facts.limit(), facts.start(), told, List.of()));

        assertThat(counted.span().rawDue()).isEqualTo("2026-10-03");
        assertThat(counted.span().legalDue()).isEqualTo("2026-10-09");
        assertThat(counted.span().turns().overdueAt()).isEqualTo(midnight("2026-10-10"));
        assertThat(counted.why())
                .endsWith(
                        "告知：已告知信访人2026年10月9日到期（滨建信访答〔2026〕1号），按现行日历和期限规定应为2026年10月8日，比告知的日期早1日，仍以告知的日期为准。",
                        "重算：2026年9月20日按当时的日历和期限规定重新计算，理由：载入放假安排。");
    }

    @Test
    @DisplayName("延长和暂停写明日数、依据、批准人和理由")
    void saysWhatHasMovedTheClock() {
        Counted extended = reckoning().of(facts(ClockKind.D6, "2026-08-03", Optional.of(30)));
        Counted held = reckoning()
                .of(facts(
                        ClockKind.D15, "2026-09-01", Optional.empty(), hold("2026-09-20", Optional.of("2026-10-08"))));

        assertThat(extended.why())
                .containsExactly(
                        "规则：D6 办理，60日，依据信访工作条例第三十四条（条例规定）。",
                        "起算：受理信访事项，2026年8月3日（文书），当日不计，自次日起算。",
                        "延长：30日，依据信访工作条例第三十四条，由周科于2026年6月10日批准，理由：情况复杂。",
                        "计算：按自然日计60日，加延长30日，共90日，最后一日为2026年11月1日（周日）。",
                        "其间放假：中秋节2026年9月25日至9月27日、国庆节2026年10月1日至10月7日，照计。",
                        "其间调休上班：2026年9月20日（周日，国庆节调休）、2026年10月10日（周六，国庆节调休）。",
                        "最后一日为周末休息日：机关内部按2026年11月1日掌握，法定届满日顺延至2026年11月2日（周一）（参照《民法典》第二百零三条）。");
        assertThat(held.why())
                .containsExactly(
                        "规则：D15 复核，30日，依据信访工作条例第三十六条（条例规定）。",
                        "起算：收到复核请求，2026年9月1日（文书），当日不计，自次日起算。",
                        "暂停：2026年9月20日起暂停计时，2026年10月8日恢复，自2026年9月21日至2026年10月8日的18日不计入（依据信访工作条例第三十六条，由周科决定，理由：听证）。",
                        "计算：按自然日计30日，暂停的18日不计入，最后一日为2026年10月19日（周一）。",
                        "其间调休上班：2026年9月20日（周日，国庆节调休）、2026年10月10日（周六，国庆节调休）。",
                        "最后一日为工作日，不顺延。");
    }

    private Span span(ClockKind kind, LocalDate start, Optional<Integer> extension, String holds) {
        Hold[] all = Arrays.stream(holds.split(" "))
                .filter(hold -> !hold.isEmpty())
                .map(hold -> hold.split("/"))
                .map(days -> hold(days[0], Optional.of(days[1])))
                .toArray(Hold[]::new);
        return reckoning().of(facts(kind, start.toString(), extension, all)).span();
    }

    private Facts facts(ClockKind kind, String on, Optional<Integer> extension, Hold... holds) {
        Start start = start(on);
        TimeLimit limit = limits.of(kind, start.on(), HOUSING);
        Terms terms = Terms.of(limit, HOUSING);
        Terms moved = extension.map(days -> terms.extended(extension(days))).orElse(terms);
        return new Facts(limit, start, moved, List.of(holds));
    }

    private Facts set(ClockKind kind, String on, String end) {
        Start start = start(on);
        TimeLimit limit = limits.of(kind, start.on(), HOUSING);
        SetDate set = new SetDate(LocalDate.parse(end), HOUSING);
        return new Facts(limit, start, Terms.of(limit, HOUSING).until(set), List.of());
    }

    private static Extension extension(int days) {
        return new Extension(days, "信访工作条例第三十四条", "情况复杂", HEAD, LocalDate.parse("2026-06-10"), Optional.empty());
    }

    private static Hold hold(String from, Optional<String> until) {
        return new Hold(LocalDate.parse(from), until.map(LocalDate::parse), "听证", HEAD);
    }

    private static Start start(String day) {
        LocalDate on = LocalDate.parse(day);
        return new Start(on.atTime(LocalTime.of(9, 0)).atZone(Time.BEIJING).toInstant(), on, "文书");
    }

    private Reckoning reckoning() {
        return new Reckoning(calendar.of(HOUSING), Time.BEIJING, officer -> "周科");
    }

    private static java.time.Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(Time.BEIJING).toInstant();
    }
}
