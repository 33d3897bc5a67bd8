package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.PetitionState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures against a slow count of every petition, one by one, from the rows of the register and the clocks alone. */
@HuiyinTest
@DisplayName("R24、R29 督办看板的数字")
class BoardTest {
    private static final OfficerId SUPERVISE = new OfficerId("supervise");
    private static final OfficerId DISTRICT = new OfficerId("binjiangSupervise");
    private static final List<String> BY_URGENCY = List.of("GREEN", "YELLOW", "RED", "OVERDUE");

    @Autowired
    Board board;

    @Autowired
    CaseFile cases;

    @Autowired
    Bars bars;

    @Autowired
    EngineGateway engine;

    @Autowired
    Organs organs;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    private record Row(
            String petition,
            String organ,
            String state,
            boolean sealed,
            String channel,
            @Nullable String petitionClass,
            LocalDate receivedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            @Nullable String contentClass,
            @Nullable String territory) {}

    @BeforeEach
    void aYearBefore() {
        Time.is("2026-03-02");
    }

    @Test
    @DisplayName("按单位、环节、灯色的件数与逐件清点相同")
    void openMattersByOrganStageAndLampAreAsCountedOneByOne() {
        Life.ofALetter();
        PetitionId late = Life.ofALetter().withTheHandler().accepted().id();
        Time.passDays(200);
        Jobs.of(context, late).runDue();

        assertThat(standing(SUPERVISE))
                .containsKey("binjiangHousingBureau ACCEPTED OVERDUE")
                .isEqualTo(countedByHand(row -> true, SUPERVISE));
        assertThat(standing(DISTRICT))
                .isNotEmpty()
                .isEqualTo(countedByHand(
                        row -> organs.isWithin(new OrganId(row.organ()), new OrganId("binjiangGovernment")), DISTRICT));
    }

    @Test
    @DisplayName("折入之后、重新清点之后，数字不变")
    void figuresAreTheSameAfterFoldingAndAfterCountingAnew() {
        Life.ofALetter().sorted();
        Map<String, Long> before = standing(SUPERVISE);
        Flow channels = board.flow(SUPERVISE, Optional.empty(), FlowKind.CHANNEL, Grain.MONTH);

        jdbc.sql("select supervision.fold()").query(rs -> {});
        assertThat(jdbc.sql("select count(*) from supervision.standing_change")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(standing(SUPERVISE)).isEqualTo(before);
        assertThat(board.flow(SUPERVISE, Optional.empty(), FlowKind.CHANNEL, Grain.MONTH))
                .isEqualTo(channels);

        List<String> rows = rows();
        jdbc.sql("select supervision.rebuild()").query(rs -> {});
        assertThat(standing(SUPERVISE)).isEqualTo(before);
        assertThat(board.flow(SUPERVISE, Optional.empty(), FlowKind.CHANNEL, Grain.MONTH))
                .isEqualTo(channels);
        assertThat(rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @EnumSource(
            value = FlowKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMMUNITY", "TOPIC"})
    @DisplayName("R9 各时段收到和办结的件数与逐件清点相同，背后的事项一件不多一件不少")
    void whatCameAndWhatEndedIsAsCountedOneByOne(FlowKind kind) {
        PetitionId answered = Life.ofALetter().id();
        engine.as(
                new OfficerId("dispatch"),
                () -> tx.executeWithoutResult(status -> {
                    cases.end(answered, org.huiyin.kernel.EndReason.ON_THE_SPOT, "已当面答复");
                }));
        for (Grain grain : Grain.values()) {
            Flow flow = board.flow(SUPERVISE, Optional.empty(), kind, grain);

            Map<String, Long> shown = new HashMap<>();
            flow.series().forEach(series -> {
                for (int i = 0; i < flow.starts().size(); i++) {
                    if (series.counts().get(i) > 0) {
                        shown.put(
                                flow.starts().get(i) + " " + series.value(),
                                series.counts().get(i));
                    }
                }
            });
            assertThat(shown).isNotEmpty().isEqualTo(flowByHand(kind, grain, flow.starts()));
            Map.Entry<String, Long> one = shown.entrySet().iterator().next();
            String[] place = one.getKey().split(" ", 2);
            assertThat(numbers(SUPERVISE, asked(null, null, null, kind.name(), grain.name(), place[0], place[1])))
                    .hasSize(one.getValue().intValue());
        }
    }

    @Test
    @DisplayName("每个数字背后的事项：件数相同，一页接一页，不重不漏")
    void everyFigureHasItsMattersBehindIt() {
        for (int i = 0; i < 60; i++) {
            Life.ofALetter();
        }
        for (Standing standing : board.standing(SUPERVISE, Optional.empty())) {
            List<String> behind = numbers(
                    SUPERVISE,
                    asked(standing.organ().value(), standing.stage().name(), standing.lamp(), null, null, null, null));

            assertThat(behind).as(standing.toString()).doesNotHaveDuplicates().hasSize((int) standing.matters());
        }
    }

    @Test
    @DisplayName("三种排序：收到最早、到期最早、停留最久")
    void mattersComeInTheOrderAskedFor() {
        Time.is("2026-01-05");
        PetitionId older = Life.ofALetter().withTheHandler().accepted().id();
        Time.is("2026-02-02");
        PetitionId younger = Life.ofALetter().withTheHandler().accepted().id();

        for (MatterOrder order : List.of(MatterOrder.OLDEST, MatterOrder.DUE, MatterOrder.STUCK)) {
            List<String> numbers = new ArrayList<>();
            page(
                            SUPERVISE,
                            new MatterQuery.Asked(
                                    null,
                                    "binjiangHousingBureau",
                                    "ACCEPTED",
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    order.name(),
                                    null))
                    .forEach(row -> numbers.add(row.number()));
            assertThat(numbers).as(order.name()).containsSubsequence(older.value(), younger.value());
        }
    }

    @Test
    @DisplayName("第三十条 检举控告件不在督查员的数字里，也不在清单里；转为检举控告的当即减去")
    void aSealedMatterIsInNoFigureOfASupervisor() {
        PetitionId id = Life.ofALetter().id();
        long before = total(SUPERVISE);
        long letters = received(SUPERVISE);

        engine.as(
                new OfficerId("intake"),
                () -> tx.executeWithoutResult(
                        status -> cases.classify(id, PetitionClass.ACCUSATION, Optional.empty(), "检举")));

        assertThat(total(SUPERVISE)).isEqualTo(before - 1);
        assertThat(received(SUPERVISE)).isEqualTo(letters - 1);
        assertThat(numbers(SUPERVISE, asked("cityPetitionBureau", null, null, null, null, null, null)))
                .doesNotContain(id.value());
    }

    @Test
    @DisplayName("第二十八条 应当回避的督查员：数字和清单里都没有该件，别人的照旧")
    void whoeverIsBarredDoesNotCountTheMatter() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        long before = total(SUPERVISE);
        long letters = received(SUPERVISE);
        long leaders = total(new OfficerId("leader"));

        engine.as(
                SUPERVISE,
                () -> tx.executeWithoutResult(status -> {
                    cases.lock(id);
                    bars.recuse(id, SUPERVISE);
                }));

        assertThat(total(SUPERVISE)).isEqualTo(before - 1);
        assertThat(received(SUPERVISE)).isEqualTo(letters - 1);
        assertThat(numbers(SUPERVISE, asked("binjiangHousingBureau", null, null, null, null, null, null)))
                .doesNotContain(id.value());
        assertThat(total(new OfficerId("leader"))).isEqualTo(leaders);
    }

    @Test
    @DisplayName("R29 区督查员只见本区，市督查员见全市并可只看一个区")
    void aDistrictSeesItsOwnAndTheCitySeesAll() {
        PetitionId binjiang = Life.ofALetter().withTheHandler().id();
        PetitionId city = Life.ofALetter().id();

        assertThat(numbers(DISTRICT, asked(null, null, null, null, null, null, null)))
                .contains(binjiang.value())
                .doesNotContain(city.value());
        assertThat(numbers(SUPERVISE, asked(null, null, null, null, null, null, null)))
                .contains(binjiang.value(), city.value());
        assertThat(figures(board.standing(SUPERVISE, Optional.of(new OrganId("binjiangGovernment")))))
                .isEqualTo(countedByHand(
                        row -> organs.isWithin(new OrganId(row.organ()), new OrganId("binjiangGovernment")),
                        SUPERVISE));
        assertThat(board.standing(DISTRICT, Optional.of(new OrganId("cityGovernment"))))
                .isEqualTo(board.standing(DISTRICT, Optional.empty()));
        assertThat(board.standing(DISTRICT, Optional.of(new OrganId("qingpingGovernment"))))
                .isEmpty();
        assertThat(board.organs(DISTRICT))
                .isNotEmpty()
                .allSatisfy(organ -> assertThat(organs.isWithin(organ.id(), new OrganId("binjiangGovernment")))
                        .isTrue());
    }

    @Test
    @DisplayName("R28 单位负责人（领导）只见本单位")
    void aHeadSeesHisOwnOrgan() {
        Life.ofALetter().withTheHandler();

        assertThat(board.standing(new OfficerId("head"), Optional.empty()))
                .isNotEmpty()
                .allSatisfy(standing -> assertThat(standing.organ().value()).isEqualTo("binjiangHousingBureau"));
    }

    @Test
    @DisplayName("流程分析员只看数字，不看事项")
    void anAnalystHasFiguresAndNoCases() {
        OfficerId analyst = new OfficerId("analyst");
        Life.ofALetter();

        assertThat(board.standing(analyst, Optional.empty())).isNotEmpty();
        assertThat(board.matters(analyst, MatterQuery.of(asked(null, null, null, null, null, null, null)))
                        .rows())
                .isEmpty();
        assertThat(board.mayOpenCases(analyst)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "dispatch", "handler", "reviewer", "sealed", "operator", "admin", "nobody"})
    void whoHasNoRightToTheBoardIsRefused(String who) {
        OfficerId officer = new OfficerId(who);

        assertThatThrownBy(() -> board.standing(officer, Optional.empty())).isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> board.flow(officer, Optional.empty(), FlowKind.CLASS, Grain.DAY))
                .isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> board.workload(officer, Optional.empty())).isInstanceOf(RightMissing.class);
        assertThatThrownBy(
                        () -> board.matters(officer, MatterQuery.of(asked(null, null, null, null, null, null, null))))
                .isInstanceOf(RightMissing.class);
    }

    @Test
    @DisplayName("工作量：在办、超期与逐件清点相同，近三十日收到和办结")
    void aWorkloadAddsUpToTheStandingOfItsOrgan() {
        Life.ofALetter().withTheHandler();
        Map<String, Long> open = board.standing(SUPERVISE, Optional.empty()).stream()
                .collect(Collectors.groupingBy(
                        standing -> standing.organ().value(), Collectors.summingLong(Standing::matters)));

        List<Workload> work = board.workload(SUPERVISE, Optional.empty());

        assertThat(work.stream()
                        .filter(load -> load.open() > 0)
                        .collect(Collectors.toMap(Workload::organ, Workload::open)))
                .isEqualTo(open);
        LocalDate from = Time.today().minusDays(29);
        assertThat(work.stream().mapToLong(Workload::received).sum())
                .isEqualTo(visible(SUPERVISE).stream()
                        .filter(row -> !row.receivedOn().isBefore(from)
                                && !row.receivedOn().isAfter(Time.today()))
                        .count());
        assertThat(work.stream().mapToLong(Workload::ended).sum())
                .isEqualTo(visible(SUPERVISE).stream()
                        .filter(row -> row.endedOn() != null
                                && !row.endedOn().isBefore(from)
                                && !row.endedOn().isAfter(Time.today()))
                        .count());
    }

    @Test
    void badInputNamesItsField() {
        assertRefused(() -> MatterQuery.of(asked("../x", null, null, null, null, null, null)), "organ", "没有这个机关");
        assertRefused(() -> MatterQuery.of(asked(null, "SLEEPING", null, null, null, null, null)), "stage", "没有这一项");
        assertRefused(() -> MatterQuery.of(asked(null, null, "BLUE", null, null, null, null)), "lamp", "没有这一项");
        assertRefused(() -> MatterQuery.of(asked(null, null, null, "CLASS", "DAY", "昨天", null)), "start", "年月日");
        assertRefused(
                () -> MatterQuery.of(
                        new MatterQuery.Asked(null, null, null, null, null, null, null, null, null, null, "!")),
                "cursor",
                "第一页");
    }

    private Map<String, Long> standing(OfficerId reader) {
        return figures(board.standing(reader, Optional.empty()));
    }

    private static Map<String, Long> figures(List<Standing> standings) {
        return standings.stream()
                .collect(Collectors.toMap(
                        standing -> standing.organ() + " " + standing.stage() + " " + standing.lamp(),
                        Standing::matters));
    }

    private long total(OfficerId reader) {
        return board.standing(reader, Optional.empty()).stream()
                .mapToLong(Standing::matters)
                .sum();
    }

    private long received(OfficerId reader) {
        return board.flow(reader, Optional.empty(), FlowKind.CHANNEL, Grain.DAY).series().stream()
                .mapToLong(Flow.Series::total)
                .sum();
    }

    private Map<String, Long> countedByHand(Function<Row, Boolean> within, OfficerId reader) {
        return visible(reader).stream()
                .filter(row -> !row.state().equals("ENDED") && within.apply(row))
                .collect(Collectors.groupingBy(
                        row -> new OrganId(row.organ()) + " " + PetitionState.valueOf(row.state()) + " "
                                + worstLamp(row.petition()),
                        Collectors.counting()));
    }

    private Map<String, Long> flowByHand(FlowKind kind, Grain grain, List<LocalDate> starts) {
        Map<String, Long> counts = new HashMap<>();
        for (Row row : visible(SUPERVISE)) {
            @Nullable LocalDate day = kind == FlowKind.ENDED ? row.endedOn() : row.receivedOn();
            @Nullable
            String value = switch (kind) {
                case CHANNEL -> row.channel();
                case CLASS -> row.petitionClass();
                case SUBJECT ->
                    row.contentClass() == null ? null : row.contentClass().substring(0, 2);
                case TERRITORY -> row.territory();
                case ENDED -> row.endReason();
                case COMMUNITY, TOPIC -> throw new IllegalArgumentException("see PlacesAndThemesTest");
            };
            if (day != null && starts.contains(startOf(grain, day))) {
                counts.merge(startOf(grain, day) + " " + (value == null ? "-" : value), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static LocalDate startOf(Grain grain, LocalDate day) {
        return switch (grain) {
            case DAY -> day;
            case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case MONTH -> LocalDate.of(day.getYear(), day.getMonth(), 1);
        };
    }

    /** Everything in the register that is neither a draft nor void nor sealed, and of which this officer may know. */
    private List<Row> visible(OfficerId reader) {
        Set<String> barred = jdbc.sql("select petition from casefile.barred where officer = :officer")
                .param("officer", reader.value())
                .query(String.class)
                .set();
        return jdbc
                .sql("""
                        select p.id, p.organ, p.state, p.sealed, p.channel, p.petition_class, p.received_at,
                            coalesce(p.ended_at, (select max(j.at) from casefile.journal j where j.petition = p.id)) as ended_at,
                            p.end_reason, c.content_class, c.territory
                        from casefile.petition p left join casefile.circumstance c on c.petition = p.id""")
                .query((rs, number) -> new Row(
                        rs.getString("id"),
                        rs.getString("organ"),
                        rs.getString("state"),
                        rs.getBoolean("sealed"),
                        rs.getString("channel"),
                        rs.getString("petition_class"),
                        day(rs.getTimestamp("received_at")),
                        rs.getString("state").equals("ENDED") ? day(rs.getTimestamp("ended_at")) : null,
                        rs.getString("end_reason"),
                        rs.getString("content_class"),
                        rs.getString("territory")))
                .list()
                .stream()
                .filter(row -> !Set.of("DRAFT", "VOID").contains(row.state()))
                .filter(row -> !row.sealed() && !barred.contains(row.petition()))
                .toList();
    }

    private static LocalDate day(java.sql.Timestamp at) {
        return at.toInstant().atZone(Time.BEIJING).toLocalDate();
    }

    private String worstLamp(String petition) {
        return jdbc.sql("""
                        select k.lamp from deadline.clock k
                        where k.petition = :petition and k.state = 'RUNNING'
                            and not (select petitioner_window from deadline.time_limit t where t.id = k.time_limit)""").param("petition", petition).query(String.class).list().stream()
                .max(java.util.Comparator.comparing(BY_URGENCY::indexOf))
                .orElse("NONE");
    }

    private List<String> rows() {
        return jdbc.sql("select m::text from (select petition, organ, stage, sealed, channel, petition_class, subject, "
                        + "territory, received_on, lamp, clock, due, ended_on, end_reason from supervision.matter) m "
                        + "order by petition")
                .query(String.class)
                .list();
    }

    private List<String> numbers(OfficerId reader, MatterQuery.Asked asked) {
        return page(reader, asked).stream().map(MatterRow::number).toList();
    }

    /** All pages. */
    private List<MatterRow> page(OfficerId reader, MatterQuery.Asked asked) {
        List<MatterRow> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            MatterPage page = board.matters(
                    reader,
                    MatterQuery.of(new MatterQuery.Asked(
                            asked.within(),
                            asked.organ(),
                            asked.stage(),
                            asked.lamp(),
                            asked.kind(),
                            asked.grain(),
                            asked.start(),
                            asked.value(),
                            asked.returned(),
                            asked.order(),
                            next.orElse(null))));
            rows.addAll(page.rows());
            next = page.next();
        } while (next.isPresent());
        return rows;
    }

    private static MatterQuery.Asked asked(
            @Nullable String organ,
            @Nullable String stage,
            @Nullable String lamp,
            @Nullable String kind,
            @Nullable String grain,
            @Nullable String start,
            @Nullable String value) {
        return new MatterQuery.Asked(null, organ, stage, lamp, kind, grain, start, value, null, null, null);
    }
}
