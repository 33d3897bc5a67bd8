package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("R6 第二十二条 建议转送最低一级有权处理的机关、单位")
class RoutingTest {
    @Autowired
    Routing routing;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "城乡建设, 油烟扰民, 滨江区柳堤街道, binjiangUrbanManagement, listedDistrict",
        "城乡建设, 邻里矛盾请求调处, 滨江区荷塘镇, binjiangHetangTown, listedStreet",
        "民政, 请求低保特困救助, 青屏区松坪街道云岭苑, qingpingSongpingStreet, listedStreet",
        "劳动和社会保障, 工资支付拖欠三个月, 滨江区, binjiangHumanResourcesBureau, listedDistrict",
        "劳动和社会保障, 工资支付拖欠三个月, 南渡区渡口街道, cityHumanResourcesBureau, listedCity",
        "环境保护, 夜间噪声, 南渡区, nanduEcologyBranch, listedDistrict",
        "卫生计生, 医疗纠纷, 江城市, cityHealthCommission, listedCity",
        "政法, 请求说明情况, 南渡区沙埠镇上坊村, nanduShabuTown, territoryStreet"
    })
    @DisplayName("按内容分类、属地、级别和职责清单")
    void theLowestCompetentOrganIsProposed(String subject, String title, String place, String organ, String rule) {
        Proposal proposal = proposal(subject, title, place);

        assertThat(proposal.first()).hasValueSatisfying(best -> {
            assertThat(best.organ()).isEqualTo(new OrganId(organ));
            assertThat(best.row()).isEqualTo(rule);
        });
        assertThat(proposal.row()).isEqualTo(rule);
    }

    @Test
    @DisplayName("问题属地不是住址：没有写明地点的，不按住址建议区县和街镇")
    void thePetitionersAddressIsNotThePlaceOfTheProblem() {
        Proposal proposal = proposal("教育文体", "请求调整招生入学政策", "");

        assertThat(proposal.first().map(Candidate::organ)).contains(new OrganId("cityEducationBureau"));
        assertThat(proposal.candidates()).extracting(Candidate::row).containsOnly("listedCity");
    }

    @Test
    @DisplayName("登记时选定了问题属地的，以选定的为准，不从文字里猜")
    void thePlaceThatTheRegistrarChoseIsTheOneThatCounts() {
        Map<String, Object> typed = with(
                Typed.letter(),
                "subject",
                "政法",
                "title",
                "请求说明情况",
                "content",
                "滨江区柳堤街道的亲戚说这里可以反映。",
                "territory",
                "nanduShabuTown");

        Proposal proposal = routing.propose(Life.ofALetter(typed).sorted().id(), Petitions.BUREAU, Set.of());

        assertThat(proposal.first().map(Candidate::organ)).contains(new OrganId("nanduShabuTown"));
    }

    @Test
    @DisplayName("提到两个区的，地点不明")
    void aLetterThatNamesTwoDistrictsIsOfNoneOfThem() {
        assertThat(proposal("民政", "滨江区和南渡区的低保标准不一样", "").candidates())
                .extracting(Candidate::row)
                .doesNotContain("listedStreet", "listedDistrict");
    }

    @Test
    @DisplayName("什么都对不上的，请人工选择")
    void whatNobodysListNamesIsLeftToThePerson() {
        Proposal proposal = proposal("政法", "请求说明情况", "");

        assertThat(proposal.first()).isEmpty();
        assertThat(proposal.row()).isEqualTo("undetermined");
        assertThat(proposal.inWords()).isEqualTo("无法确定，请人工选择。");
    }

    @Test
    @DisplayName("表单预填建议并说明理由和候选；一步采纳，建议、规则、选择、理由和人都留存")
    void theFormOpensWithTheProposalAndItIsTakenOnAsItIs() {
        PetitionId petition = letter("城乡建设", "油烟噪声扰民", "滨江区柳堤街道");

        Map<String, Object> form = Desk.as("dispatch").open(petition, "forwardPetition");
        assertThat(form).containsEntry("receivingOrgan", "binjiangUrbanManagement");
        assertThat(String.valueOf(form.get("proposal")))
                .startsWith("建议：滨江区城市管理局。问题发生在本区县，职责清单列有该事项（城乡建设：")
                .contains("第二候选：")
                .contains("第三候选：");

        Desk.as("dispatch")
                .complete(
                        petition,
                        "forwardPetition",
                        Map.of(
                                "receivingOrgan",
                                form.get("receivingOrgan"),
                                "forwardReason",
                                form.get("forwardReason")));

        assertThat(routed(petition))
                .containsEntry("proposed", "binjiangUrbanManagement")
                .containsEntry("chosen", "binjiangUrbanManagement")
                .containsEntry("rule", "listedDistrict")
                .containsEntry("overruled", false)
                .containsEntry("decided_by", "dispatch");
    }

    @Test
    @DisplayName("R6 R21 可以改选，改选的须写明自己的理由，建议和理由都留存")
    void thePersonOverrulesWithAReasonThatIsKept() {
        PetitionId petition = letter("城乡建设", "油烟噪声扰民", "滨江区柳堤街道");
        Desk dispatcher = Desk.as("dispatch");
        String borrowed =
                String.valueOf(dispatcher.open(petition, "forwardPetition").get("forwardReason"));

        assertRefused(
                () -> dispatcher.complete(
                        petition,
                        "forwardPetition",
                        Map.of("receivingOrgan", "binjiangLiudiStreet", "forwardReason", borrowed)),
                "forwardReason",
                "已改选其他单位");
        dispatcher.complete(
                petition,
                "forwardPetition",
                Map.of("receivingOrgan", "binjiangLiudiStreet", "forwardReason", "街道已在协调这家餐馆。"));

        assertThat(routed(petition))
                .containsEntry("proposed", "binjiangUrbanManagement")
                .containsEntry("chosen", "binjiangLiudiStreet")
                .containsEntry("overruled", true)
                .containsEntry("reason", "街道已在协调这家餐馆。");
    }

    @Test
    @DisplayName("同意过异议的单位不再建议")
    void anOrganWhoseObjectionWasAgreedToIsNotProposedAgain() {
        PetitionId petition = letter("城乡建设", "油烟噪声扰民", "滨江区柳堤街道");
        OrganId management = new OrganId("binjiangUrbanManagement");

        assertThat(routing.propose(petition, Petitions.BUREAU, Set.of(management))
                        .candidates())
                .extracting(Candidate::organ)
                .isNotEmpty()
                .doesNotContain(management);
    }

    private Proposal proposal(String subject, String title, String place) {
        return routing.propose(letter(subject, title, place), Petitions.BUREAU, Set.of());
    }

    private static PetitionId letter(String subject, String title, String place) {
        Map<String, Object> typed =
                with(Typed.letter(), "subject", subject, "title", title, "content", "情况如标题所述，请求依法处理。");
        return Life.ofALetter(place.isEmpty() ? typed : with(typed, "place", place))
                .sorted()
                .id();
    }

    private Map<String, Object> routed(PetitionId petition) {
        return jdbc.sql("select * from dispatch.routing where petition = :id")
                .param("id", petition.value())
                .query()
                .singleRow();
    }
}
