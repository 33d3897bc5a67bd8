package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huiyin.testkit.Refused.assertRefused;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Time limits change by new rows, never beyond the law. All rows of this test hold from 2041 on, for three organs. */
@HuiyinTest
class TimeLimitChangesTest {
    private static final OrganId HOUSING = new OrganId("nanduHousingBureau");
    private static final OrganId GOVERNMENT = new OrganId("nanduGovernment");
    private static final OrganId MARKET = new OrganId("cityMarketBureau");
    private static final OrganId ELSEWHERE = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final String LOCAL_LAW = "江城市信访工作规定（虚构）";

    @Autowired
    private RuleChanges changes;

    @Autowired
    private RuleRecount recount;

    @Autowired
    private TimeLimits limits;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private RuleVersion version;

    @Autowired
    private CaseFile cases;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void in2041() {
        Time.is("2041-03-01");
    }

    @AfterEach
    void takeBack() {
        tx.executeWithoutResult(status -> {
            version.lock();
            jdbc.sql("""
                            delete from deadline.time_limit l
                            where change is not null
                                and not exists (select from deadline.clock where time_limit = l.id)""").update();
            version.raise();
        });
    }

    @Test
    @DisplayName("机关及下级可以规定更短的办理期限：正在计时的重新计算，别处不变")
    void anOrganMayBeStricterThanTheLawWithAllBelowIt() {
        PetitionId here = started(HOUSING, ClockKind.D6, "2041-02-20");
        PetitionId before = started(HOUSING, ClockKind.D6, "2041-01-20");
        PetitionId there = started(ELSEWHERE, ClockKind.D6, "2041-02-20");
        Time.is("2041-03-01");
        assertThat(due(here)).isEqualTo("2041-04-21");
        TimeLimitProposal stricter = organ("D6", GOVERNMENT, "2041-02-01", 45);

        RuleEffect effect = as("analyst", () -> changes.tryTimeLimit(new NewTimeLimit(stricter, null)));
        assertThat(effect.title()).isEqualTo("D6 办理：45日（南渡区人民政府及下级，自2041年2月1日起）");
        assertThat(effect.clocks()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(here.value());
            assertThat(line.rawDue()).isEqualTo("2041-04-21");
            assertThat(line.newRawDue()).isEqualTo("2041-04-06");
        });
        apply(stricter);

        assertThat(due(here)).isEqualTo("2041-04-06");
        assertThat(due(before)).isEqualTo("2041-03-21");
        assertThat(due(there)).isEqualTo("2041-04-21");
        assertThat(due(started(HOUSING, ClockKind.D6, "2041-03-01"))).isEqualTo("2041-04-15");
        assertThat(deadlines.sheets(here).get(0).explanation())
                .anyMatch(line -> line.contains("45日，依据" + LOCAL_LAW))
                .anyMatch(line -> line.startsWith("重算：") && line.contains("D6 办理：45日"));
    }

    @Test
    @DisplayName("本地规定不得宽于条例；地方法规另有规定的，写明法规")
    void nobodyGivesHimselfMoreTimeThanTheLaw() {
        assertRefused(() -> propose(organ("D6", HOUSING, "2041-03-01", 61)), "length", "不能更宽");
        assertRefused(() -> propose(organ("D7", HOUSING, "2041-03-01", 31)), "length", "第三十四条规定的30日更严，不能更宽");
        assertRefused(
                () -> propose(with(organ("D4", HOUSING, "2041-03-01", 10), Map.of("unit", "WORKING_DAY"))),
                "length",
                "不能更宽");
        assertRefused(() -> propose(with(organ("D6", HOUSING, "2041-03-01", 45), Map.of("law", ""))), "law", "请写明是哪一部");
        assertRefused(
                () -> propose(with(organ("D6", HOUSING, "2041-03-01", 45), Map.of("basis", "LAW"))),
                "basis",
                "只能是地方规定或者内部目标");

        assertThat(propose(with(organ("D6", HOUSING, "2041-03-01", 75), Map.of("basis", "LOCAL")))
                        .title())
                .contains("75日");
    }

    @Test
    @DisplayName("第三十五条：信访人申请复查的期限任何机关不得缩短")
    void aRightOfThePetitionerIsNeverShortened() {
        assertRefused(() -> propose(organ("D12", HOUSING, "2041-03-01", 20)), "length", "信访人的权利");
        assertRefused(
                () -> propose(with(organ("D12", HOUSING, "2041-03-01", 20), Map.of("basis", "LOCAL"))),
                "length",
                "信访人的权利");
        assertRefused(
                () -> propose(with(organ("D14", HOUSING, "2041-03-01", 30), Map.of("unit", "WORKING_DAY"))),
                "length",
                "不能改变计算单位");
        assertThat(propose(with(organ("D12", HOUSING, "2041-03-01", 40), Map.of("basis", "LOCAL")))
                        .state())
                .isEqualTo("PROPOSED");
    }

    @Test
    @DisplayName("全国的规定只随法规修订，写明修订后的条款；不能改写，不能删除")
    void aNationalRowChangesOnlyWithTheLaw() {
        assertRefused(() -> propose(national("D6", "2041-03-01", 50, "", "")), "law", "修订后的名称和条款");
        assertRefused(
                () -> propose(with(national("D6", "2041-03-01", 50, "新法", "第一条"), Map.of("basis", "INTERNAL"))),
                "basis",
                "不能改为别的性质");
        assertRefused(() -> propose(national("D6", "2022-05-01", 50, "新法", "第一条")), "validFrom", "已有一条自这一天起");
        assertRefused(() -> propose(national("D6", "2001-05-01", 50, "新法", "第一条")), "validFrom", "应晚于最早");
        assertThat(propose(national("D6", "2041-03-01", 50, "信访法（虚构）", "第四十条")).title())
                .isEqualTo("D6 办理：60日改为50日（全国，自2041年3月1日起）");
        assertThat(propose(national("D18", "2041-03-01", 50, "", "")).title()).contains("60日改为50日");

        assertThatThrownBy(() -> jdbc.sql("delete from deadline.time_limit where code = 'D6' and organ is null")
                        .update())
                .hasMessageContaining("delete refused");
        assertThatThrownBy(() -> jdbc.sql("update deadline.time_limit set length = 90 where code = 'D6'")
                        .update())
                .hasMessageContaining("update refused");
    }

    @Test
    @DisplayName("预警比例可以另行规定，先黄后红")
    void warningColoursChangeLikewise() {
        assertRefused(
                () -> propose(with(
                        organ("D6", HOUSING, "2041-03-01", 60), Map.of("yellowWorkingDays", 2, "redWorkingDays", 3))),
                "redWorkingDays",
                "先黄后红");
        assertRefused(
                () -> propose(with(organ("D21", HOUSING, "2041-03-01", 60), Map.of("redPercent", 60))),
                "redPercent",
                "先黄后红");
        assertRefused(
                () -> propose(with(organ("D6", HOUSING, "2041-03-01", 60), Map.of("yellowPercent", 101))),
                "yellowPercent",
                "0至100");
        PetitionId petition = started(HOUSING, ClockKind.D4, "2041-02-20");
        Time.is("2041-03-01");

        apply(with(
                organ("D4", HOUSING, "2041-02-01", 15),
                Map.of("yellowWorkingDays", 6, "redWorkingDays", 2, "yellowPercent", 50)));

        Turns turns =
                deadlines.find(petition, ClockKind.D4).orElseThrow().span().turns();
        assertThat(turns.yellowAt()).isEqualTo("2041-02-26T16:00:00Z");
        assertThat(turns.redAt()).isEqualTo("2041-03-04T16:00:00Z");
        assertThat(due(petition, ClockKind.D4)).isEqualTo("2041-03-07");
    }

    @Test
    void whatIsNoTimeLimitIsToldFieldByField() {
        assertRefused(() -> propose(organ("D99", HOUSING, "2041-03-01", 10)), "kind", "没有这种期限");
        assertRefused(() -> propose(organ("D2a", HOUSING, "2041-03-01", 3)), "level", "按层级");
        assertRefused(() -> propose(organ("D6", HOUSING, "2041-02-30", 45)), "validFrom", "年-月-日");
        assertRefused(() -> propose(organ("D6", HOUSING, "2045-03-01", 45)), "validFrom", "三年之内");
        assertRefused(() -> propose(organ("D6", HOUSING, "2041-03-01", 0)), "length", "1至730");
        assertRefused(() -> propose(organ("D11", HOUSING, "2041-03-01", 10)), "length", "由文书指定");
        assertRefused(
                () -> propose(with(organ("D21", HOUSING, "2041-03-01", 30), Map.of("unit", "CALENDAR_DAY"))),
                "unit",
                "自然日和工作日之间");
        assertRefused(() -> propose(organ("D6", new OrganId("noSuchOrgan"), "2041-03-01", 45)), "organ", "没有这个机关");
        assertRefused(
                () -> propose(with(national("D6", "2041-03-01", 45, LOCAL_LAW, "第一条"), Map.of("region", "110101"))),
                "region",
                "本市没有机关");
        assertThatThrownBy(() -> propose(
                        with(organ("D6", HOUSING, "x", 900), Map.of("region", "1", "unit", "YEAR", "basis", "?"))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting("field")
                                .contains("validFrom", "length", "unit", "basis"));
    }

    @Test
    void aClockNamesTheNewArticleEvenWhenNoDateMoves() {
        PetitionId petition = started(MARKET, ClockKind.D17, "2041-02-20");
        Time.is("2041-03-01");

        apply(with(organ("D17", MARKET, "2041-02-01", 30), Map.of("basis", "LOCAL")));

        ClockSheet sheet = deadlines.sheets(petition).get(0);
        assertThat(sheet.clock().rawDue()).isEqualTo("2041-03-22");
        assertThat(sheet.article()).isEqualTo(LOCAL_LAW + "第十条");
        assertThat(sheet.explanation()).first().asString().contains(LOCAL_LAW + "第十条（地方规定）");
    }

    @Test
    @DisplayName("同一范围同日生效的只有一条；与现行相同的不收；提出后现行规定变了的，批准时再核")
    void aProposalIsReadOnceMoreWhenItIsDecided() {
        TimeLimitProposal first = organ("D6", MARKET, "2041-04-01", 40);
        long one = propose(first).id();
        long two = propose(first).id();
        as("admin", () -> changes.approve(one, ""));

        assertRefused(() -> as("admin", () -> changes.approve(two, "")), "validFrom", "已有一条自这一天起");
        assertRefused(() -> propose(organ("D6", MARKET, "2041-05-01", 40)), "length", "没有变化");
        assertThat(as("admin", () -> changes.get(two)).state()).isEqualTo("PROPOSED");
        assertThat(limits.of(ClockKind.D6, LocalDate.parse("2041-04-01"), MARKET)
                        .length())
                .contains(40);
        assertThat(limits.of(ClockKind.D6, LocalDate.parse("2041-03-31"), MARKET)
                        .length())
                .contains(60);
    }

    @Test
    void theListSaysWhatHoldsWhereSinceWhenAndByWhichArticle() {
        as(
                "admin",
                () -> changes.approve(
                        propose(organ("D6", HOUSING, "2041-06-01", 40)).id(), ""));

        assertThat(changes.limits(false))
                .filteredOn(row -> row.kind().equals("D6"))
                .extracting(TimeLimitSheet::scope, TimeLimitSheet::span, TimeLimitSheet::state)
                .contains(tuple("全国", "60日", "CURRENT"), tuple("南渡区住房和城乡建设局及下级", "40日", "FUTURE"));
        assertThat(changes.limits(false)).extracting(TimeLimitSheet::law).doesNotContain("信访条例（国务院令第431号）");
        assertThat(changes.limits(true))
                .filteredOn(row -> row.law().equals("信访条例（国务院令第431号）"))
                .allSatisfy(row -> assertThat(row.state()).isEqualTo("PAST"))
                .isNotEmpty();
    }

    private static TimeLimitProposal organ(String kind, OrganId organ, String from, int length) {
        return new TimeLimitProposal(
                kind,
                null,
                organ.value(),
                null,
                from,
                length,
                null,
                LOCAL_LAW,
                "第十条",
                "INTERNAL",
                null,
                null,
                null,
                null);
    }

    private static TimeLimitProposal national(String kind, String from, int length, String law, String article) {
        return new TimeLimitProposal(
                kind, null, null, null, from, length, null, law, article, null, null, null, null, null);
    }

    private static TimeLimitProposal with(TimeLimitProposal base, Map<String, Object> other) {
        return new TimeLimitProposal(
                base.kind(),
                text(other, "region", base.region()),
                base.organ(),
                base.level(),
                base.validFrom(),
                base.length(),
                text(other, "unit", base.unit()),
                text(other, "law", base.law()),
                base.article(),
                text(other, "basis", base.basis()),
                (Integer) other.get("yellowPercent"),
                (Integer) other.get("yellowWorkingDays"),
                (Integer) other.get("redWorkingDays"),
                (Integer) other.get("redPercent"));
    }

    private static @Nullable String text(Map<String, Object> other, String key, @Nullable String standard) {
        return other.containsKey(key) ? String.valueOf(other.get(key)) : standard;
    }

    private RuleChangeSheet propose(TimeLimitProposal proposal) {
        return as("analyst", () -> changes.proposeTimeLimit(new NewTimeLimit(proposal, "按新的工作要求")));
    }

    private void apply(TimeLimitProposal proposal) {
        long change = propose(proposal).id();
        as("admin", () -> changes.approve(change, ""));
        while (!gateway.asSystem(() -> recount.batch(change))) {
            // the next batch
        }
    }

    private PetitionId started(OrganId holder, ClockKind kind, String day) {
        Time.is(day);
        return gateway.as(
                CLERK,
                () -> java.util.Objects.requireNonNull(tx.execute(status -> {
                    PetitionId petition = cases.open(Channel.LETTER, holder, CLERK);
                    deadlines.start(petition, kind, Time.now(), "受理告知书", holder, Optional.empty());
                    return petition;
                })));
    }

    private LocalDate due(PetitionId petition) {
        return due(petition, ClockKind.D6);
    }

    private LocalDate due(PetitionId petition, ClockKind kind) {
        return deadlines.find(petition, kind).orElseThrow().rawDue();
    }

    private <T> T as(String officer, Supplier<T> work) {
        return gateway.as(new OfficerId(officer), work);
    }
}
