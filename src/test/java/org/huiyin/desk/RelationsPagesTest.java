package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.WebSession;
import org.huiyin.testkit.WebSession.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("第二十八条 利害关系申报页")
class RelationsPagesTest {
    private static final String ROOT = "/camunda/api/huiyin/relations";

    @LocalServerPort
    int port;

    @Test
    @DisplayName("各人申报自己的；解除由管理员办理，本人的不能由本人解除")
    void everybodyDeclaresHisOwnAndAnAdministratorEndsIt() {
        WebSession officer = WebSession.of(port, "nanduHousingHandler");
        Answer declared = officer.post(ROOT, with("\"enterprise\":\"江城市苍鹭建材有限公司\""));
        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
        JsonNode line = last(declared);
        assertThat(line.path("kind").asText()).isEqualTo("近亲属");
        assertThat(line.path("other").asText()).isEqualTo("江城市苍鹭建材有限公司");
        assertThat(line.path("mayEnd").asBoolean()).isFalse();
        String end = ROOT + "/" + line.path("id").asText() + "/end";

        assertThat(officer.post(end, "{}").status()).isEqualTo(403);
        assertThat(WebSession.of(port, "nanduDispatch").post(end, "{}").status())
                .isEqualTo(403);
        Answer ended = WebSession.of(port, "admin").post(end, "{\"officer\":\"nanduHousingHandler\"}");

        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(last(ended).path("until").asText()).isNotEmpty();
        assertThat(WebSession.of(port, "admin")
                        .post(end, "{\"officer\":\"nanduHousingHandler\"}")
                        .status())
                .as("ended once")
                .isEqualTo(422);
    }

    @Test
    @DisplayName("别人的看不到、登记不了；没有登录的什么也看不到")
    void nobodyReadsOrDeclaresForAnother() {
        WebSession officer = WebSession.of(port, "nanduDispatch");

        assertThat(officer.post(ROOT + "/list", "{\"officer\":\"nanduHousingHandler\"}")
                        .status())
                .isEqualTo(403);
        assertThat(officer.post(ROOT, with("\"officer\":\"nanduHousingHandler\",\"enterprise\":\"江城市苍鹭建材有限公司\""))
                        .status())
                .isEqualTo(403);
        assertThat(officer.get(ROOT + "/reader").json().path("mayKeep").asBoolean())
                .isFalse();
        assertThat(WebSession.anonymous(port).get(ROOT + "/reader").status()).isEqualTo(401);
        assertThat(WebSession.anonymous(port).post(ROOT + "/list", "{}").status())
                .isIn(401, 403);
        assertThat(officer.postWithoutToken(ROOT, with("\"enterprise\":\"江城市苍鹭建材有限公司\""))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("填错的用中文指出是哪一项")
    void aWrongEntryIsNamed() {
        WebSession officer = WebSession.of(port, "nanduDispatch");

        assertThat(refusal(officer, with("\"otherOfficer\":\"查无此人\""))).contains("没有这名工作人员");
        assertThat(refusal(officer, with("\"otherOrgan\":\"no organ\""))).contains("没有这个单位");
        assertThat(refusal(officer, with("\"enterprise\":\"\""))).contains("填写一项");
        assertThat(refusal(officer, with("\"enterprise\":\"江城市苍鹭建材有限公司\",\"otherOrgan\":\"cityHousingBureau\"")))
                .contains("只填一项");
        assertThat(refusal(officer, with("\"otherOfficer\":\"nanduDispatch\""))).contains("不能是本人");
        assertThat(refusal(officer, "{\"kind\":\"FRIEND\",\"enterprise\":\"江城市苍鹭建材有限公司\",\"since\":\"2026-01-01\"}"))
                .contains("关系");
        assertThat(refusal(officer, "{\"kind\":\"KINSHIP\",\"enterprise\":\"江城市苍鹭建材有限公司\"}"))
                .contains("起始日期");
    }

    private static String refusal(WebSession session, String json) {
        Answer refused = session.post(ROOT, json);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json().path("detail").asText();
    }

    private static JsonNode last(Answer answer) {
        return answer.json().get(answer.json().size() - 1);
    }

    private static String with(String other) {
        return "{\"kind\":\"KINSHIP\",\"since\":\"" + Time.today() + "\"," + other + "}";
    }
}
