package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Circumstances;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonRole;
import org.huiyin.casefile.Proceeding;
import org.huiyin.casefile.Source;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who takes part and what a matter came with, as machines and files say it. */
@HuiyinTest
class RegistrationApiTest {
    private static final String PATH = "/api/v1/petitions";
    private static final Map<String, Object> VISIT = Map.of(
            "title", "集体反映停水",
            "content", "小区停水三天，七人来访反映。",
            "channel", "VISIT",
            "petitionerName", "白主访",
            "phone", "13800004001");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Test
    @DisplayName("第二十条 七人来访、五名代表，经接口登记")
    void aVisitOfSevenWithItsRepresentatives() {
        PetitionId visit = registered(with(
                VISIT, "visitorCount", 7, "affectedCount", 300, "persons", representatives(4), "region", "滨江区柳堤街道"));

        assertThat(cases.get(visit).isCollectiveVisit()).isTrue();
        assertThat(cases.petitioners(visit)).hasSize(5);
        assertThat(cases.circumstances(visit).territory()).contains(new OrganId("binjiangLiudiStreet"));
        JsonNode told = Api.as(port, "intake").get(PATH + "/" + visit.value()).json();
        assertThat(told.at("/circumstances/collectiveVisit").asBoolean()).isTrue();
        assertThat(told.at("/circumstances/visitorCount").asInt()).isEqualTo(7);
        assertThat(told.at("/circumstances/affectedCount").asInt()).isEqualTo(300);
        assertThat(told.at("/petitioners/1/role").asText()).isEqualTo("REPRESENTATIVE");
    }

    @Test
    @DisplayName("R14 R31 R33 R50 代理人、企业、专题、代表委员")
    void proxyEnterpriseTopicsAndDeputy() {
        PetitionId letter = registered(Map.of(
                "content", "反映办证迟缓。",
                "petitionerName", "江城市柳树巷商贸有限公司",
                "enterprise", Map.of("creditCode", "91350100M000100Y43", "size", "中小微"),
                "proxy", Map.of("name", "罗亲", "relation", "EMPLOYEE", "authority", "书面授权"),
                "deputy", Map.of("name", "甄为民"),
                "topics", List.of("营商环境"),
                "proceedings", List.of("COURT", "仲裁", "")));

        Circumstances known = cases.circumstances(letter);
        assertThat(known.source()).isEqualTo(Source.DEPUTY);
        assertThat(known.outcomeOwed()).isTrue();
        assertThat(known.topics()).containsExactly("BUSINESS_CLIMATE");
        assertThat(known.proceedings()).containsExactly(Proceeding.COURT, Proceeding.ARBITRATION);
        assertThat(cases.addressees(letter))
                .extracting(Person::role)
                .containsExactly(PersonRole.PRINCIPAL, PersonRole.PROXY);
        JsonNode told = Api.as(port, "intake").get(PATH + "/" + letter.value()).json();
        assertThat(told.at("/petitioners/0/enterpriseSize").asText()).isEqualTo("MEDIUM_SMALL_MICRO");
        assertThat(told.at("/petitioners/1/agency/authority").asText()).isEqualTo("WRITTEN");
        assertThat(told.toString()).doesNotContain("甄为民").doesNotContain("91350100M000100Y43");
    }

    @Test
    void everyMistakeIsNamedAtItsPlaceInTheRequest() {
        Answer refused = Api.as(port, "intake")
                .post(
                        PATH,
                        Map.of(
                                "content", "内容",
                                "petitionerName", "白一",
                                "persons",
                                        List.of(
                                                Map.of("name", "白二", "phone", "12"),
                                                Map.of("name", "罗亲", "role", "PROXY"),
                                                Map.of("name", "白三", "role", "KING")),
                                "source", "天上",
                                "proceedings", List.of("打官司"),
                                "topics", List.of("没有的专题"),
                                "region", "亚特兰蒂斯"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "persons[0].phone",
                        "persons[1].relation",
                        "persons[2].role",
                        "source",
                        "proceedings",
                        "topics",
                        "region");
        assertThat(refused.json().path("errors").findValuesAsText("message"))
                .allMatch(message -> message.matches(".*\\p{IsHan}.*"));
    }

    @Test
    @DisplayName("第二十条 六名代表被退回，说明依据")
    void aSixthRepresentativeIsRefused() {
        Answer refused =
                Api.as(port, "intake").post(PATH, with(VISIT, "visitorCount", 20, "persons", representatives(5)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("persons");
        assertThat(refused.json().at("/errors/0/message").asText()).contains("第二十条");
    }

    @Test
    @DisplayName("R60 座谈会、问卷、意见箱收集的事项带来源导入，各成一件")
    void itemsOfAMeetingASurveyAndABoxAreImportedWithTheirSource() {
        String ref = UUID.randomUUID().toString();
        Answer answer = Api.as(port, "intake")
                .upload(PATH + "/import", "items.csv", """
                        内容,收到时间,来源,姓名,重点专题,区划,信访人数,涉及人数,共同信访人,来源编号,已经进入的程序
                        座谈会上反映停车难。,2026-03-02,座谈会,,老小旧远、城市安全,滨江区,,120,,%1$s-1,法院、REVIEW
                        问卷建议增设长椅。,2026-03-02,问卷,白一,,,,,"白二，13800001111；白三",%1$s-2,
                        意见箱来信。,2026-03-02,意见箱,,,,,,,%1$s-3,
                        来源写错。,2026-03-02,梦里,,,,,多少,,%1$s-4,打官司
                        """.formatted(ref).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.json().path("accepted").asInt()).as(answer.body()).isEqualTo(3);
        PetitionId meeting = new PetitionId(answer.json().at("/rows/0/number").asText());
        PetitionId survey = new PetitionId(answer.json().at("/rows/1/number").asText());
        assertThat(cases.circumstances(meeting).source()).isEqualTo(Source.MEETING);
        assertThat(cases.circumstances(meeting).affectedCount()).contains(120);
        assertThat(cases.circumstances(meeting).topics()).containsExactly("CITY_SAFETY", "OLD_AND_REMOTE");
        assertThat(cases.circumstances(meeting).proceedings()).containsExactly(Proceeding.COURT, Proceeding.REVIEW);
        assertThat(cases.circumstances(survey).source()).isEqualTo(Source.SURVEY);
        assertThat(cases.petitioners(survey)).extracting(Person::name).containsExactly("白一", "白二", "白三");
        assertThat(cases.get(survey).isJoint()).isTrue();
        assertThat(answer.json().at("/rows/3/errors").findValuesAsText("column"))
                .containsExactlyInAnyOrder("来源", "涉及人数", "已经进入的程序");
    }

    @Test
    @DisplayName("R33 管理员增加专题，不用发版就能用；别人不能增加")
    void anAdministratorAddsATopicAndItCanBeUsedAtOnce() {
        String name = "专题" + UUID.randomUUID().toString().substring(0, 8);
        for (String other : new String[] {"intake", "dispatch", "analyst", "operator", "leader"}) {
            assertThat(Api.as(port, other)
                            .post("/api/v1/topics", Map.of("label", name))
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }

        Answer added = Api.as(port, "admin").post("/api/v1/topics", Map.of("label", name, "note", "试行"));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        PetitionId letter = registered(Map.of("content", "内容", "topics", List.of(name)));
        String code = added.json().path("code").asText();
        assertThat(cases.circumstances(letter).topics()).containsExactly(code);
        assertThat(Api.as(port, "admin")
                        .post("/api/v1/topics", Map.of("label", name))
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .contains("已有这个专题");

        Answer retired = Api.as(port, "admin")
                .raw(
                        "PUT",
                        "/api/v1/topics/" + code,
                        "application/json",
                        "{\"valid\": false}".getBytes(StandardCharsets.UTF_8));
        assertThat(retired.json().path("valid").asBoolean(true)).isFalse();
        assertThat(Api.as(port, "intake")
                        .post(PATH, Map.of("content", "内容", "topics", List.of(name)))
                        .status())
                .isEqualTo(400);
        assertThat(cases.circumstances(letter).topics())
                .as("what has it keeps it")
                .containsExactly(code);
    }

    @Test
    @DisplayName("分拆经接口：领取待办的人分拆，每一件得到编号和查询码")
    void aLetterIsSplitByWhoeverHoldsTheDecision() {
        PetitionId letter = registered(Map.of("content", "漏水，另外建议增设公交站。", "petitionerName", "白一"));
        Map<String, Object> items = Map.of(
                "kept", Map.of("title", "漏水", "content", "漏水。"),
                "items", List.of(Map.of("title", "公交站", "content", "建议增设公交站。")));
        String path = PATH + "/" + letter.value() + "/split";

        assertThat(Api.as(port, "dispatch").post(path, items).status())
                .as("not taken yet")
                .isEqualTo(400);
        assertThat(Api.as(port, "handler").post(path, items).status()).isEqualTo(404);
        Desk.as("dispatch").claim(letter, "decideClass");
        Answer done = Api.as(port, "dispatch").post(path, items);

        assertThat(done.status()).as(done.body()).isEqualTo(201);
        PetitionId item = new PetitionId(done.json().at("/items/0/number").asText());
        assertThat(cases.opens(item, done.json().at("/items/0/queryCode").asText()))
                .isTrue();
        assertThat(Api.as(port, "dispatch")
                        .get(PATH + "/" + item.value())
                        .json()
                        .at("/circumstances/origin")
                        .toString())
                .contains(letter.value());
    }

    @Test
    void theNewFieldsAreDocumented() {
        String described = Api.anonymous(port).get("/api/openapi.json").body();

        assertThat(described).contains("enterprise", "visitorCount", "affectedCount", "信访来源，与信访形式分开", "/api/v1/topics");
    }

    private PetitionId registered(Map<String, Object> letter) {
        Answer made = Api.as(port, "intake").post(PATH, letter);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return new PetitionId(made.json().path("number").asText());
    }

    private static List<Map<String, String>> representatives(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(i -> Map.of("name", "白代表" + i, "role", "代表"))
                .toList();
    }
}
