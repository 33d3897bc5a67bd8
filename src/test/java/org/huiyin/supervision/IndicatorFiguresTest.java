package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures of indicators against the lists behind them and against a count anew; who may see which of them. */
@HuiyinTest
@DisplayName("指标的数字：与清单相符，按权限，样本小的不算比率")
class IndicatorFiguresTest {
    private static final OfficerId SUPERVISE = new OfficerId("supervise");
    private static final OfficerId LEADER = new OfficerId("leader");
    private static final OfficerId DISTRICT = new OfficerId("binjiangSupervise");
    private static final ReportPeriod YEAR = ReportPeriod.of("2026-01-01", "2026-12-31");

    @Autowired
    Indicators indicators;

    @Autowired
    CaseFile cases;

    @Autowired
    Bars bars;

    @Autowired
    EngineGateway engine;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void inSpring() {
        Time.is("2026-03-02");
    }

    @Test
    @DisplayName("每一个数背后的清单一件不多一件不少，折入前后、重新清点以后都相同")
    void everyNumberHasItsMattersBehindIt() {
        Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("IN_PERSON")
                .received();
        Life objected = Life.ofALetter().sorted().forwarded();
        Desk.as("handler").complete(objected.id(), "signIn", Typed.objection("binjiangUrbanManagement"));
        Desk.as("dispatch")
                .complete(objected.id(), "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "确属市政管网。"));
        Time.passDays(40);
        Life.ofALetter().sorted();

        Map<String, Long> before = figures(SUPERVISE);
        for (Indicator indicator : Indicator.values()) {
            for (Part part : indicator.parts(Side.DENOMINATOR)) {
                assertThat((long) behind(SUPERVISE, indicator, part).size())
                        .as(indicator + " " + part)
                        .isEqualTo(before.get(indicator + " " + part));
            }
        }
        assertThat(before.values()).anyMatch(n -> n > 0);
        jdbc.sql("select supervision.settle()").query(rs -> {});
        assertThat(jdbc.sql("select count(*) from supervision.stale")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(figures(SUPERVISE)).isEqualTo(before);
        Set<String> marks = marks();
        jdbc.sql("select supervision.rebuild()").query(rs -> {});
        assertThat(figures(SUPERVISE)).isEqualTo(before);
        assertThat(marks()).isEqualTo(marks);
    }

    @Test
    @DisplayName("跨月的时段：整月相加和逐日相加相同")
    void wholeMonthsAddUpToTheirDays() {
        Life.ofALetter().withTheHandler().accepted();
        Time.is("2026-07-15");

        Map<String, Long> year = figures(SUPERVISE);
        Map<String, Long> days = new HashMap<>();
        for (int month = 1; month <= 12; month++) {
            String first = "2026-%02d-".formatted(month);
            figures(SUPERVISE, ReportPeriod.of(first + "01", first + "10"))
                    .forEach((part, n) -> days.merge(part, n, Long::sum));
            figures(SUPERVISE, ReportPeriod.of(first + "11", ReportPeriodTest.lastOf(first)))
                    .forEach((part, n) -> days.merge(part, n, Long::sum));
        }
        year.keySet().removeIf(part -> part.startsWith(Indicator.ECHO.name()));
        days.keySet().removeIf(part -> part.startsWith(Indicator.ECHO.name()));
        assertThat(days).isEqualTo(year);
    }

    @Test
    @DisplayName("第三十条 检举控告件不在督查员的任何指标里：转为检举控告的当即减去")
    void aSealedMatterIsInNoIndicatorOfASupervisor() {
        PetitionId id = Life.ofALetter().id();
        Map<String, Long> before = figures(SUPERVISE);

        engine.as(
                new OfficerId("intake"),
                () -> tx.executeWithoutResult(
                        status -> cases.classify(id, PetitionClass.ACCUSATION, Optional.empty(), "检举")));

        assertOneLess(before, figures(SUPERVISE), "REPEATED FIRST", "BUREAU_ACCEPTANCE SORTING_AHEAD");
        assertThat(behind(SUPERVISE, Indicator.REPEATED, Part.FIRST)).doesNotContain(id.value());
        jdbc.sql("select supervision.settle()").query(rs -> {});
        assertOneLess(before, figures(SUPERVISE), "REPEATED FIRST", "BUREAU_ACCEPTANCE SORTING_AHEAD");
    }

    @Test
    @DisplayName("第二十八条 应当回避的督查员：指标里没有该件，清单里也没有，别人的照旧")
    void whoeverIsBarredDoesNotCountTheMatter() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        Map<String, Long> mine = figures(SUPERVISE);
        Map<String, Long> leaders = figures(LEADER);
        jdbc.sql("select supervision.settle()").query(rs -> {});

        engine.as(
                SUPERVISE,
                () -> tx.executeWithoutResult(status -> {
                    cases.lock(id);
                    bars.recuse(id, SUPERVISE);
                }));

        assertOneLess(mine, figures(SUPERVISE), "REPEATED FIRST", "UNIT_ACCEPTANCE ACCEPTANCE_AHEAD");
        assertThat(figures(LEADER)).isEqualTo(leaders);
        assertThat(behind(SUPERVISE, Indicator.UNIT_ACCEPTANCE, Part.ACCEPTANCE_AHEAD))
                .doesNotContain(id.value());
        assertThat(behind(LEADER, Indicator.UNIT_ACCEPTANCE, Part.ACCEPTANCE_AHEAD))
                .contains(id.value());
    }

    @Test
    @DisplayName("R29 区督查员只统计本区；登记的信访部门和承办单位各算各的")
    void aDistrictCountsItsOwnDoing() {
        Map<String, Long> district = figures(DISTRICT);
        Map<String, Long> city = figures(SUPERVISE);
        Life life = Life.ofALetter().withTheHandler();

        assertThat(more(district, figures(DISTRICT)))
                .containsEntry("UNIT_ACCEPTANCE ACCEPTANCE_AHEAD", 1L)
                .doesNotContainKeys("BUREAU_ACCEPTANCE SORTED_IN_TIME", "RETURNED SENT_ONCE");
        assertThat(more(city, figures(SUPERVISE)))
                .containsEntry("UNIT_ACCEPTANCE ACCEPTANCE_AHEAD", 1L)
                .containsEntry("BUREAU_ACCEPTANCE SORTED_IN_TIME", 1L)
                .containsEntry("RETURNED SENT_ONCE", 1L);
        assertThat(behind(DISTRICT, Indicator.UNIT_ACCEPTANCE, Part.ACCEPTANCE_AHEAD))
                .contains(life.id().value());
        assertThat(figures(DISTRICT)).isEqualTo(figures(LEADER, YEAR, new OrganId("binjiangGovernment")));
    }

    @Test
    @DisplayName("流程分析员只看数字，没有清单")
    void anAnalystHasFiguresAndNoCases() {
        Life.ofALetter();

        assertThat(figures(new OfficerId("analyst")).get("REPEATED FIRST")).isPositive();
        assertThat(behind(new OfficerId("analyst"), Indicator.REPEATED, Part.FIRST))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "dispatch", "handler", "reviewer", "sealed", "operator", "admin", "nobody"})
    void whoHasNoRightToTheBoardIsRefused(String who) {
        OfficerId officer = new OfficerId(who);

        assertThatThrownBy(() -> indicators.read(officer, Optional.empty(), YEAR))
                .isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> behind(officer, Indicator.ECHO, Part.TOLD)).isInstanceOf(RightMissing.class);
    }

    @Test
    @DisplayName("样本小：不足三十件只列件数，满三十件才有比率，件数指标没有比率")
    void fewMattersHaveNoRate() {
        Time.is("2029-05-07");
        ReportPeriod day = ReportPeriod.of("2029-05-07", "2029-05-07");
        for (int i = 0; i < 29; i++) {
            Life.ofALetter();
        }
        Reading few = reading(Indicator.REPEATED, day);
        assertThat(few.denominator()).isEqualTo(29);
        assertThat(few.rate()).isEmpty();
        assertThat(few.note()).contains("不足30件");

        Life.ofALetter();
        Reading enough = reading(Indicator.REPEATED, day);
        assertThat(enough.rate()).hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("0"));
        assertThat(enough.note()).isEmpty();
        assertThat(enough.provisional()).isTrue();
        assertThat(reading(Indicator.SATISFACTION, day).note()).contains("没有应当计入的事项");
        assertThat(reading(Indicator.OVERDUE, day).note()).contains("只计件数");

        ReportPeriod due = ReportPeriod.of("2029-05-22", "2029-05-22");
        assertThat(reading(Indicator.BUREAU_ACCEPTANCE, due).denominator()).isEqualTo(30);
        Time.is("2029-05-23");
        assertThat(reading(Indicator.BUREAU_ACCEPTANCE, due).provisional()).isFalse();
        assertThat(reading(Indicator.BUREAU_ACCEPTANCE, due).difference()).isEqualTo(30);
    }

    @Test
    void everyPartOfAnIndicatorIsOfItsMeasure() {
        for (Indicator indicator : Indicator.values()) {
            assertThat(indicator.parts(Side.DENOMINATOR))
                    .as(indicator.name())
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(part.measure()).isEqualTo(indicator.measure()));
            Set<Part> both = new HashSet<>(indicator.parts(Side.NUMERATOR));
            both.retainAll(indicator.parts(Side.DIFFERENCE));
            assertThat(both).as(indicator.name()).isEmpty();
        }
        assertThat(Arrays.stream(Part.values())
                        .flatMap(part -> part.outcomes().stream().map(outcome -> part.measure() + " " + outcome)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aWrongQuestionNamesItsField() {
        assertRefused(() -> asked("MOON", "NUMERATOR", null, null), "indicator", "没有这一项");
        assertRefused(() -> asked("ECHO", "MIDDLE", null, null), "side", "没有这一项");
        assertRefused(() -> asked("ECHO", null, "SATISFIED", null), "part", "不是这个指标");
        assertRefused(() -> asked("ECHO", "NUMERATOR", null, "!"), "cursor", "第一页");
        assertRefused(() -> asked("ECHO", "NUMERATOR", null, "MjAyNi0wMS0wMQ"), "cursor", "第一页");
    }

    private static void assertOneLess(Map<String, Long> before, Map<String, Long> after, String... parts) {
        for (String part : parts) {
            assertThat(after.get(part)).as(part).isEqualTo(before.get(part) - 1);
        }
    }

    private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> more = new HashMap<>();
        after.forEach((part, n) -> {
            if (n > before.get(part)) {
                more.put(part, n - before.get(part));
            }
        });
        return more;
    }

    private static IndicatorQuery asked(
            String indicator, @Nullable String side, @Nullable String part, @Nullable String cursor) {
        return IndicatorQuery.of(new IndicatorQuery.Asked(
                indicator, side, part, YEAR.from().toString(), YEAR.to().toString(), null, cursor));
    }

    private Reading reading(Indicator indicator, ReportPeriod period) {
        return indicators.read(SUPERVISE, Optional.empty(), period).stream()
                .filter(one -> one.code().equals(indicator.name()))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> figures(OfficerId reader) {
        return figures(reader, YEAR);
    }

    private Map<String, Long> figures(OfficerId reader, ReportPeriod period) {
        return figures(indicators.read(reader, Optional.empty(), period));
    }

    private Map<String, Long> figures(OfficerId reader, ReportPeriod period, OrganId within) {
        return figures(indicators.read(reader, Optional.of(within), period));
    }

    private static Map<String, Long> figures(List<Reading> readings) {
        Map<String, Long> figures = new HashMap<>();
        readings.forEach(reading -> {
            reading.parts().forEach(part -> figures.put(reading.code() + " " + part.code(), part.matters()));
            assertThat(reading.numerator() + reading.difference()).isEqualTo(reading.denominator());
            assertThat(reading.parts().stream()
                            .filter(Reading.Piece::inNumerator)
                            .mapToLong(Reading.Piece::matters)
                            .sum())
                    .isEqualTo(reading.numerator());
        });
        return figures;
    }

    /** All pages. */
    private List<String> behind(OfficerId reader, Indicator indicator, Part part) {
        List<String> numbers = new java.util.ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            MatterPage page = indicators.matters(reader, asked(indicator.name(), null, part.name(), next.orElse(null)));
            page.rows().forEach(row -> {
                assertThat(row.counted()).contains(part.label());
                numbers.add(row.number());
            });
            next = page.next();
        } while (next.isPresent());
        return numbers;
    }

    private Set<String> marks() {
        return new HashSet<>(jdbc.sql("select m::text from supervision.mark m")
                .query(String.class)
                .list());
    }
}
