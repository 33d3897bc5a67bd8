package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.huiyin.organ.Relation;
import org.huiyin.organ.RelationDeclaration;
import org.huiyin.organ.RelationKind;
import org.huiyin.organ.Relations;
import org.huiyin.organ.Rights;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 匿名举报 are told again by whom they accuse (S17), for the circle and for nobody else (articles 30 and 46). */
@HuiyinTest
@DisplayName("同一信访事项：被举报人相同")
class SameAccusedTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId INTAKE = new OfficerId("intake");
    private static final OfficerId ADMIN = new OfficerId("admin");
    private static final String SAME = "被举报人相同";

    /** An officer of the housing bureau. */
    private static final String ACCUSED = "伍若水";

    @LocalServerPort
    int port;

    @Autowired
    SameMatter sameMatter;

    @Autowired
    AccusedParties accused;

    @Autowired
    Links links;

    @Autowired
    CaseFile cases;

    @Autowired
    Relations relations;

    @Autowired
    Rights rights;

    @Autowired
    EngineGateway engine;

    @Test
    @DisplayName("匿名举报写得全不一样，被举报人相同的，专办员看得到并写明理由；同名不同单位的是另一个人")
    void accusationsAreFoundByWhomTheyAccuse() {
        PetitionId first = accusation("收受礼金", "逢年过节收受施工单位礼金。", against(HOUSING, "鄢北辰"));
        PetitionId again = accusation("公车私用", "周末驾驶公务车辆钓鱼。", against(HOUSING, "鄢 北辰"));
        PetitionId onlyNamed = accusation("值班脱岗", "夜间值班时间外出打牌。", against("鄢北辰"));
        PetitionId namesake = accusation("违规收费", "停车场收费不开票据。", against(new OrganId("cityEducationBureau"), "鄢北辰"));
        PetitionId another = accusation("虚报工程量", "道路养护虚报工程量。", against(HOUSING, "任晨曦"));

        List<Candidate> found = found(again, "sealed");

        assertThat(found)
                .extracting(Candidate::petition)
                .contains(first, onlyNamed)
                .doesNotContain(namesake, another);
        assertThat(one(found, first).reasons()).contains(SAME);
        assertThat(one(found, first).samePerson())
                .as("nobody knows who wrote them")
                .isFalse();
        assertThat(found(namesake, "sealed"))
                .extracting(Candidate::petition)
                .contains(onlyNamed)
                .doesNotContain(first);
    }

    @Test
    @DisplayName("单位按单位、单位以外的按名称核对：全角半角、空格、括号、大小写不影响；单位与单位里的人是两回事")
    void namesAreComparedAsTheyAreSpoken() {
        PetitionId company = accusation("围标串标", "三家公司轮流中标。", against("江城沙鸥湾ABC（集团）有限公司"));
        PetitionId spelt = accusation("偷排废水", "夜里偷排废水入江。", against("江城沙鸥湾ａｂｃ (集团) 有限公司"));
        PetitionId unit = accusation("违规发放津贴", "以加班名义发放津贴。", against(new OrganId("binjiangEducationBureau"), ""));
        PetitionId unitAgain = accusation("食堂账目不清", "食堂账目多年不公开。", against(new OrganId("binjiangEducationBureau"), ""));
        PetitionId inIt = accusation("推销教辅", "指定学生购买教辅。", against(new OrganId("binjiangEducationBureau"), "邬一帆"));

        assertThat(found(spelt, "sealed")).extracting(Candidate::petition).contains(company);
        assertThat(found(unitAgain, "sealed"))
                .extracting(Candidate::petition)
                .contains(unit)
                .doesNotContain(inIt);
    }

    @Test
    @DisplayName("只比检举控告：同一人被反映的申诉求决件不列出，从它那里也找不到举报件；更正的被举报人不再算数")
    void onlyAccusationsAreCompared() {
        PetitionId sealed = accusation("私设小金库", "罚款收入没有入账。", against(HOUSING, "鄢南风"));
        PetitionId open = registered("办证拖延", "窗口办证一再拖延。", against(HOUSING, "鄢南风"));
        PetitionId undecided = registered("态度生硬", "窗口人员态度生硬。", against(HOUSING, "鄢南风"));
        engine.as(INTAKE, () -> cases.classify(open, PetitionClass.APPEAL, Optional.of(Route.PETITION), "请求办证"));

        assertThat(found(sealed, "sealed")).extracting(Candidate::petition).doesNotContain(open, undecided);
        for (String officer : List.of("sealed", "dispatch", "intake", "supervise")) {
            for (PetitionId from : List.of(open, undecided)) {
                assertThat(found(from, officer))
                        .as(officer)
                        .extracting(Candidate::petition)
                        .doesNotContain(sealed);
            }
        }
        PetitionId other = accusation("挪用维修资金", "挪用小区维修资金。", against(HOUSING, "鄢南风"));
        assertThat(found(sealed, "sealed")).extracting(Candidate::petition).contains(other);
        engine.as(INTAKE, () -> accused.remove(other, accused.of(other).get(0).id(), "系同名，已更正", INTAKE));
        assertThat(found(sealed, "sealed")).extracting(Candidate::petition).doesNotContain(other);
    }

    @Test
    @DisplayName("第三十条 圈外的人、被举报人、同单位的人、另一个机关的专办员：看不到候选、编号，也看不到件数")
    void nobodyOutsideTheCircleLearnsThatThereIsAnother() {
        PetitionId first = accusation("收受购物卡", "收受企业购物卡。", against(HOUSING, ACCUSED));
        PetitionId second = accusation("插手工程", "插手小区改造工程。", against(HOUSING, ACCUSED));
        PetitionId elsewhere = accusation("泄露标底", "向投标人泄露标底。", against(HOUSING, ACCUSED));
        engine.as(INTAKE, () -> cases.entrust(elsewhere, new OrganId("cityDiscipline"), Optional.empty()));
        assertThat(found(first, "sealed"))
                .extracting(Candidate::petition)
                .contains(second)
                .doesNotContain(elsewhere);

        for (String officer : List.of(
                "intake",
                "dispatch",
                "supervise",
                "leader",
                "petitionHead",
                "petitionSupervise",
                "handler",
                "head",
                "binjiangHousingHandlerTwo",
                "discipline",
                "admin")) {
            assertThat(found(first, officer))
                    .as(officer)
                    .extracting(Candidate::petition)
                    .doesNotContain(second, elsewhere);
            assertThat(Api.as(port, officer)
                            .get("/api/v1/petitions/" + first + "/candidates")
                            .status())
                    .as(officer)
                    .isIn(403, 404);
            WebSession.Answer section =
                    WebSession.of(port, officer).get("/camunda/api/huiyin/petitions/" + first + "/same-matter");
            assertThat(section.status()).as(officer).isEqualTo(404);
            assertThat(section.body())
                    .as(officer)
                    .doesNotContain(second.value())
                    .doesNotContain(SAME);
        }
        assertThat(found(elsewhere, "discipline"))
                .as("another circle")
                .extracting(Candidate::petition)
                .doesNotContain(first, second);
    }

    @Test
    @DisplayName("第二十八条 专办员与另一件的被举报人有申报关系的，看不到那一件；解除后看得到")
    void whoIsBoundToSomebodyAccusedInTheOtherIsNotToldOfIt() {
        PetitionId first = accusation("吃拿卡要", "审批中吃拿卡要。", against(HOUSING, "鄢西岭"));
        PetitionId second = accusation("合伙经商", "与他人合伙经商办企业。", against(HOUSING, "鄢西岭"));
        engine.as(INTAKE, () -> accused.name(second, against("江城白鹭滩商贸有限公司"), INTAKE));
        Relation stake = relations.declare(
                new RelationDeclaration(
                        new OfficerId("sealed"),
                        RelationKind.STAKE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("江城白鹭滩商贸有限公司"),
                        Time.today()),
                ADMIN);
        try {
            Api.Answer answer = Api.as(port, "sealed").get("/api/v1/petitions/" + first + "/candidates");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(second.value());
            assertThat(Api.as(port, "sealed")
                            .get("/api/v1/petitions/" + second + "/candidates")
                            .status())
                    .isEqualTo(404);
        } finally {
            relations.end(stake.id(), ADMIN);
        }
        assertThat(Api.as(port, "sealed")
                        .get("/api/v1/petitions/" + first + "/candidates")
                        .body())
                .contains(second.value(), SAME)
                .doesNotContain("鄢西岭");
    }

    @Test
    @DisplayName("专办员关联时，被举报人相同记作依据")
    void aLinkKeepsItAsItsGround() {
        PetitionId first = accusation("收钱办事", "收钱才肯盖章。", against(HOUSING, "鄢东篱"));
        PetitionId second = accusation("超标接待", "超标准公务接待。", against(HOUSING, "鄢东篱"));
        OfficerId sealed = new OfficerId("sealed");

        Link link = engine.as(
                sealed,
                () -> links.link(second, first, LinkKind.REPEAT, "同一被举报人的同一问题", sealed, Sight.of(rights, sealed)));

        assertThat(link.grounds()).contains(SAME);
    }

    private List<Candidate> found(PetitionId from, String officer) {
        return sameMatter.candidates(from, Sight.of(rights, new OfficerId(officer)));
    }

    private static Candidate one(List<Candidate> found, PetitionId of) {
        return found.stream()
                .filter(candidate -> candidate.petition().equals(of))
                .findFirst()
                .orElseThrow(() -> new AssertionError(of + " is not among " + found));
    }

    private static AccusedParty against(OrganId unit, String name) {
        return new AccusedParty(Optional.of(unit), name, "");
    }

    private static AccusedParty against(String name) {
        return new AccusedParty(Optional.empty(), name, "");
    }

    private PetitionId accusation(String title, String content, AccusedParty party) {
        PetitionId id = registered(title, content, party);
        engine.as(INTAKE, () -> cases.classify(id, PetitionClass.ACCUSATION, Optional.empty(), "检举控告"));
        return id;
    }

    /** Without a name below it, and with words of its own. */
    private PetitionId registered(String title, String content, AccusedParty party) {
        return engine.as(INTAKE, () -> {
            PetitionId id = cases.open(Channel.LETTER, BUREAU, INTAKE);
            cases.register(
                    id, ARegistration.letter().title(title).content(content).build());
            accused.name(id, party, INTAKE);
            return id;
        });
    }
}
