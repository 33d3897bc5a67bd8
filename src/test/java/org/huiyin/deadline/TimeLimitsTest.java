package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.deadline.TimeLimit.Extending;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organs;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rows of the law, and the facts about time that are most often got wrong. */
@HuiyinTest
class TimeLimitsTest {
    private static final OrganId CITY = new OrganId("cityPetitionBureau");
    private static final OrganId DISTRICT = new OrganId("binjiangPetitionBureau");
    private static final OrganId CITY_GOVERNMENT = new OrganId("cityGovernment");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Autowired
    private TimeLimits limits;

    @Autowired
    private TimeLimitTable table;

    @Autowired
    private Organs organs;

    @Test
    void everyClockHasItsRow() {
        assertThat(table.all().stream().map(TimeLimit::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(ClockKind.class));
        assertThat(table.all()).allSatisfy(limit -> assertThat(limit.rule()).contains(limit.article()));
    }

    @ParameterizedTest
    @CsvSource({
        "D1,   1, WORKING_DAY,  第二十二条、第二十三条",
        "D2,  15, CALENDAR_DAY, 第二十二条",
        "D3,  15, CALENDAR_DAY, 第二十三条",
        "D4,  15, CALENDAR_DAY, 第二十三条",
        "D5,   5, WORKING_DAY,  第二十三条",
        "D5a,  2, WORKING_DAY,  第二十三条",
        "D6,  60, CALENDAR_DAY, 第三十四条",
        "D7,  30, CALENDAR_DAY, 第三十四条",
        "D12, 30, CALENDAR_DAY, 第三十五条",
        "D13, 30, CALENDAR_DAY, 第三十五条",
        "D14, 30, CALENDAR_DAY, 第三十六条",
        "D15, 30, CALENDAR_DAY, 第三十六条",
        "D19, 15, CALENDAR_DAY, 第二十二条",
        "D21, 60, CLOCK,        第二十五条"
    })
    void lengthsAndArticles(String code, int length, Unit unit, String article) {
        TimeLimit limit = limits.of(ClockKind.ofCode(code), TODAY, CITY);

        assertThat(limit.length()).contains(length);
        assertThat(limit.unit()).isEqualTo(unit);
        assertThat(limit.article()).isEqualTo(article);
    }

    @Test
    @DisplayName("事实一：六十日加三十日自受理起算，只有第三十四条一处")
    void sixtyDaysRunFromAcceptance() {
        assertThat(limits.of(ClockKind.D6, TODAY, CITY).startsWith()).isEqualTo("受理信访事项");
        assertThat(limits.of(ClockKind.D20, TODAY, CITY).length()).isEmpty();
        assertThat(limits.of(ClockKind.D18, TODAY, CITY).basis()).isEqualTo(Basis.INTERNAL);
    }

    @Test
    @DisplayName("事实二：条例中只有提出异议按工作日计，简易办理的工作日出自另一文件")
    void onlyTheObjectionCountsWorkingDaysInTheRegulation() {
        List<TimeLimit> byWorkingDay = table.all().stream()
                .filter(limit -> limit.unit() == Unit.WORKING_DAY)
                .toList();

        assertThat(byWorkingDay)
                .filteredOn(limit -> limit.basis() == Basis.LAW)
                .extracting(TimeLimit::kind)
                .containsExactly(ClockKind.D5);
        assertThat(byWorkingDay)
                .filteredOn(limit -> limit.law().equals("信访事项简易办理办法"))
                .extracting(limit -> limit.length().orElseThrow())
                .containsExactlyInAnyOrder(1, 3, 10);
    }

    @Test
    @DisplayName("事实四：十五日有两次，第一次是整条转送链的总预算")
    void fifteenDaysOccurTwiceAndTheFirstIsABudget() {
        assertThat(limits.of(ClockKind.D2A, TODAY, CITY).length()).contains(3);
        assertThat(limits.of(ClockKind.D2A, TODAY, DISTRICT).length()).contains(4);
        assertThat(table.all().stream()
                        .filter(limit -> limit.kind() == ClockKind.D2A)
                        .mapToInt(limit -> limit.length().orElseThrow())
                        .sum())
                .isEqualTo(limits.of(ClockKind.D2, TODAY, CITY).length().orElseThrow());
    }

    @Test
    @DisplayName("事实六：复查复核自收到之日起算，只有复核扣除听证时间")
    void reviewRunsFromReceiptAndOnlyReReviewMayBeHeld() {
        assertThat(limits.of(ClockKind.D12, TODAY, CITY).startsWith()).startsWith("信访人收到");
        assertThat(table.all())
                .filteredOn(limit -> limit.isNational() && limit.holdAllowed())
                .extracting(TimeLimit::kind)
                .containsOnly(ClockKind.D15);
    }

    @Test
    @DisplayName("事实八：只有交办有反馈期限，由交办机关指定")
    void onlyAnAssignmentHasADateOfItsOwn() {
        assertThat(limits.of(ClockKind.D11, TODAY, CITY).unit()).isEqualTo(Unit.DATE);
    }

    @Test
    @DisplayName("第三十四条：只有办理经机关负责人批准可以延长，日数出自 D7 一行")
    void onlyHandlingIsLengthenedByLaw() {
        TimeLimit handling = limits.of(ClockKind.D6, TODAY, CITY);
        TimeLimit extension = limits.of(ClockKind.D7, TODAY, CITY);

        assertThat(limits.book().extension(handling, TODAY, CITY))
                .contains(new ExtensionRule(ExtensionBy.HEAD, extension.length(), extension.source()));
        assertThat(table.all())
                .filteredOn(limit -> limit.extension().isPresent())
                .extracting(TimeLimit::kind)
                .containsOnly(ClockKind.D6, ClockKind.D11, ClockKind.D18, ClockKind.D23);
    }

    @Test
    void theHandbookListsEveryTimeLimitOfToday() throws IOException {
        String page = Files.readString(Path.of("docs", "handbook", "deadlines.md"));

        assertThat(table.all())
                .filteredOn(limit -> limit.isNational() && limit.validFrom().getYear() >= 2022)
                .isNotEmpty()
                .allSatisfy(limit -> assertThat(page)
                        .contains("| %s | %s | %s | %s | %s | %s |"
                                .formatted(
                                        limit.kind().code(),
                                        limit.name(),
                                        limit.startsWith(),
                                        limit.span(),
                                        limit.source(),
                                        movement(limit))));
    }

    private String movement(TimeLimit limit) {
        return limits.book()
                .extension(limit, TODAY, CITY)
                .map(rule -> rule.by().label()
                        + rule.days().map(days -> "，至多" + days + "日").orElse(""))
                .or(() -> limit.holdArticle().map(article -> "可以暂停（" + article + "）"))
                .orElse("—");
    }

    @Test
    void theNearestRowHolds() {
        TimeLimit national = limits.of(ClockKind.D6, TODAY, DISTRICT);
        TimeLimit ofProvince = row(national, 1, "990000", Optional.empty(), "ANY", TODAY, 50);
        TimeLimit ofCityOrgans = row(national, 2, "000000", Optional.of(CITY_GOVERNMENT), "ANY", TODAY, 45);
        TimeLimit ofDistrict = row(national, 3, "000000", Optional.of(DISTRICT), "ANY", TODAY.plusDays(1), 40);
        TimeLimit ofLevel = row(national, 4, "990000", Optional.empty(), "DISTRICT", TODAY, 55);
        LimitBook all = new LimitBook(List.of(national, ofProvince, ofCityOrgans, ofDistrict, ofLevel), organs);
        LimitBook regional = new LimitBook(List.of(national, ofProvince, ofLevel), organs);

        assertThat(all.of(ClockKind.D6, TODAY.plusDays(1), DISTRICT)).isEqualTo(ofDistrict);
        assertThat(all.of(ClockKind.D6, TODAY, DISTRICT)).isEqualTo(ofCityOrgans);
        assertThat(all.of(ClockKind.D6, TODAY.minusDays(1), DISTRICT)).isEqualTo(national);
        assertThat(regional.of(ClockKind.D6, TODAY, DISTRICT)).isEqualTo(ofLevel);
        assertThat(regional.of(ClockKind.D6, TODAY, CITY)).isEqualTo(ofProvince);
    }

    @Test
    void aRowOfAnotherRegionOrOrganDoesNotHold() {
        TimeLimit national = limits.of(ClockKind.D6, TODAY, CITY);
        TimeLimit elsewhere = row(national, 1, "310000", Optional.empty(), "ANY", TODAY, 50);
        TimeLimit ofDistrict = row(national, 2, "000000", Optional.of(DISTRICT), "ANY", TODAY, 40);

        assertThat(new LimitBook(List.of(national, elsewhere, ofDistrict), organs).of(ClockKind.D6, TODAY, CITY))
                .isEqualTo(national);
    }

    @Test
    void anOrganMayLengthenByItsOwnDays() {
        TimeLimit own = row(limits.of(ClockKind.D13, TODAY, CITY), 1, "000000", Optional.of(CITY), "ANY", TODAY, 30);

        assertThat(new LimitBook(List.of(own), organs).extension(own, TODAY, CITY))
                .contains(new ExtensionRule(ExtensionBy.HEAD, Optional.of(10), "本市规定"));
    }

    @Test
    void windowsOfThePetitionerRunToTheRolledDay() {
        assertThat(table.all())
                .filteredOn(TimeLimit::petitionerWindow)
                .extracting(TimeLimit::kind)
                .containsOnly(ClockKind.D12, ClockKind.D14, ClockKind.D22);
    }

    private static TimeLimit row(
            TimeLimit like, long id, String region, Optional<OrganId> organ, String level, LocalDate from, int length) {
        return new TimeLimit(
                id,
                like.kind(),
                new Region(region),
                organ,
                level,
                from,
                like.name(),
                Optional.of(length),
                like.unit(),
                false,
                like.startsWith(),
                like.law(),
                like.article(),
                Basis.LOCAL,
                like.petitionerWindow(),
                Optional.empty(),
                Optional.of(new Extending(ExtensionBy.HEAD, Optional.empty(), Optional.of(10), Optional.of("本市规定"))),
                like.warning());
    }

    @Test
    void anOldMatterNamesTheArticleOfItsTime() {
        TimeLimit then = limits.of(ClockKind.D6, LocalDate.parse("2018-05-02"), CITY);

        assertThat(then.law()).isEqualTo("信访条例（国务院令第431号）");
        assertThat(then.article()).isEqualTo("第三十三条");
        assertThat(then.length()).contains(60);
        assertThat(limits.of(ClockKind.D6, LocalDate.parse("2022-05-01"), CITY).law())
                .isEqualTo("信访工作条例");
    }
}
