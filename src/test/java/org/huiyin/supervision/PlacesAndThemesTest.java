package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.Topics;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("R9、R33 来件按社区小区和重点专题：走势、排行和背后的事项")
class PlacesAndThemesTest {
    private static final OfficerId SUPERVISE = new OfficerId("supervise");
    private static final String DAY = "2030-03-11";

    @Autowired
    Board board;

    @Autowired
    Topics topics;

    @Autowired
    EngineGateway engine;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "滨江区柳堤街道文昌里小区,,文昌里",
        "滨江区柳堤街道文昌里,,文昌里",
        "江城市滨江区鹭洲街道翠湖花园3幢502室,,翠湖花园",
        "滨江区鹭洲街道云栖苑,,云栖苑",
        "云栖苑小区,,云栖苑",
        "滨江区荷塘镇荷香新村,,荷香新村",
        "青屏区茶亭镇梅岭村,,梅岭村",
        "滨江区石埠街道市场路21号春江名苑,,春江名苑",
        "南渡区南圩街道安居苑 2 栋,,安居苑",
        "滨江区柳堤街道柳堤社区,,柳堤社区",
        "滨江区柳堤街道柳荫路,柳堤社区门前路灯不亮,-",
        "滨江区柳堤街道柳荫路,反映云栖苑小区电梯停运,云栖苑",
        "'',翠湖花园地下车库长期积水,翠湖花园",
        "滨江区柳堤街道桃园里,,桃园里",
        "'',反映桃园里噪声扰民,-",
        "滨江区柳堤街道,请求修复小区供水管道,-",
        "滨江区,老旧小区加装电梯迟迟不能开工,-",
        "柳荫路12号,,-",
        "'',本小区物业费没有依据,-",
        "'',公交27路撤站后老人看病不便,-",
        "'','',-"
    })
    @DisplayName("社区、小区、村的名称从问题属地里取，没有的从标题里取，同一处写法归一")
    void theCommunityIsNamedInThePlaceOrInTheTitle(String place, @Nullable String title, String community) {
        assertThat(jdbc.sql("select supervision.community_of(:place, :title)")
                        .param("place", place)
                        .param("title", title == null ? "" : title)
                        .query(String.class)
                        .single())
                .isEqualTo(community);
    }

    @Test
    @DisplayName("同一小区不同写法算在一处；排行按本期件数，列上期；点开就是这些事项")
    void aCommunityIsCountedAndLeadsToItsMatters() {
        Time.is("2030-03-04");
        letter("滨江区柳堤街道听涛里小区");
        Time.is(DAY);
        List<String> here = List.of(letter("滨江区柳堤街道听涛里小区"), letter("柳堤街道听涛里8栋"));
        String elsewhere = letter("滨江区鹭洲街道揽月苑");

        Ranking ranking = ranking(FlowKind.COMMUNITY, Grain.WEEK, DAY);
        assertThat(ranking.start()).isEqualTo(DAY);
        assertThat(ranking.places())
                .containsExactly(new Ranking.Place("听涛里", "听涛里", 2, 1), new Ranking.Place("揽月苑", "揽月苑", 1, 0));
        assertThat(behind("COMMUNITY", "WEEK", DAY, "听涛里")).containsExactlyInAnyOrderElementsOf(here);
        assertThat(flow(FlowKind.COMMUNITY)).containsEntry("2030-03-11 听涛里", 2L).containsEntry("2030-03-11 揽月苑", 1L);
        assertThat(behind("COMMUNITY", "WEEK", DAY, null)).contains(elsewhere).containsAll(here);
    }

    @Test
    @DisplayName("一件有几个专题的，每个专题各算一次；专题调整后随之改变；没有专题的不在其中")
    void aMatterIsCountedByEachOfItsTopics() {
        Time.is("2030-04-09");
        String day = "2030-04-09";
        PetitionId both = Life.ofALetter(
                        with(Typed.letter(), "moreFacts", true, "topics", List.of("BUSINESS_CLIMATE", "CITY_SAFETY")))
                .id();
        Life.ofALetter();

        assertThat(ranking(FlowKind.TOPIC, Grain.DAY, day).places())
                .extracting(Ranking.Place::label, Ranking.Place::matters)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("营商环境", 1L),
                        org.assertj.core.groups.Tuple.tuple("城市安全", 1L));
        assertThat(behind("TOPIC", "DAY", day, "CITY_SAFETY")).containsExactly(both.value());
        assertThat(behind("TOPIC", "DAY", day, null)).containsExactly(both.value());

        engine.as(new OfficerId("intake"), () -> topics.assign(both, List.of("OLD_AND_REMOTE")));
        assertThat(ranking(FlowKind.TOPIC, Grain.DAY, day).places())
                .extracting(Ranking.Place::value)
                .containsExactly("OLD_AND_REMOTE");
        jdbc.sql("select supervision.fold()").query(rs -> {});
        assertThat(ranking(FlowKind.TOPIC, Grain.DAY, day).places())
                .extracting(Ranking.Place::value)
                .containsExactly("OLD_AND_REMOTE");
        jdbc.sql("select supervision.rebuild()").query(rs -> {});
        assertThat(ranking(FlowKind.TOPIC, Grain.DAY, day).places())
                .extracting(Ranking.Place::value)
                .containsExactly("OLD_AND_REMOTE");
        engine.as(new OfficerId("intake"), () -> topics.assign(both, List.of()));
        assertThat(ranking(FlowKind.TOPIC, Grain.DAY, day).places()).isEmpty();
    }

    @Test
    @DisplayName("很多社区小区的：走势列前三十个，其余合为一项，总数不变")
    void manyCommunitiesAreNotAllTold() {
        Time.is("2031-06-02");
        for (int i = 0; i < 33; i++) {
            letter("滨江区鹭洲街道" + (char) ('甲' + i) + "和苑");
        }
        Flow flow = board.flow(SUPERVISE, Optional.empty(), FlowKind.COMMUNITY, Grain.DAY);

        assertThat(flow.series()).hasSize(31);
        Flow.Series rest = flow.series().get(30);
        assertThat(rest.value()).isNull();
        assertThat(rest.label()).isEqualTo("其他3项");
        assertThat(flow.series().stream().mapToLong(Flow.Series::total).sum()).isEqualTo(33);
        Ranking ranking = ranking(FlowKind.COMMUNITY, Grain.DAY, "2031-06-02");
        assertThat(ranking.places()).hasSize(15);
        assertThat(ranking.others()).isEqualTo(18);
    }

    private static String letter(String place) {
        return Life.ofALetter(with(Typed.letter(), "place", place)).id().value();
    }

    private Ranking ranking(FlowKind kind, Grain grain, String day) {
        return board.ranking(SUPERVISE, Optional.empty(), kind, grain, LocalDate.parse(day));
    }

    private Map<String, Long> flow(FlowKind kind) {
        Flow flow = board.flow(SUPERVISE, Optional.empty(), kind, Grain.WEEK);
        Map<String, Long> shown = new HashMap<>();
        flow.series().forEach(series -> {
            for (int i = 0; i < flow.starts().size(); i++) {
                shown.put(
                        flow.starts().get(i) + " " + series.value(),
                        series.counts().get(i));
            }
        });
        return shown;
    }

    /** All pages. */
    private List<String> behind(String kind, String grain, String start, @Nullable String value) {
        List<String> numbers = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            MatterPage page = board.matters(
                    SUPERVISE,
                    MatterQuery.of(new MatterQuery.Asked(
                            null, null, null, null, kind, grain, start, value, null, null, next.orElse(null))));
            page.rows().forEach(row -> numbers.add(row.number()));
            next = page.next();
        } while (next.isPresent());
        return numbers;
    }
}
