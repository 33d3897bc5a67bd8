package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.huiyin.dispatch.HelperOrder;
import org.huiyin.dispatch.Helpers;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("案卷里的联系单位")
class ContactsPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Helpers helpers;

    @Autowired
    EngineGateway engine;

    @Test
    @DisplayName("责任单位在前，登记、转送、协办的单位在后，各有负责人和办公电话")
    void everyOrganOfTheMatterIsNamedWithItsPartAndItsTelephone() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();
        ask(petition, "binjiangUrbanManagement");

        JsonNode organs = organs("handler", petition);

        assertThat(organs.findValuesAsText("organ")).containsExactly("滨江区住房和城乡建设局", "江城市信访局", "滨江区城市管理局");
        assertThat(organs.findValuesAsText("parts")).containsExactly("责任单位", "登记、转送", "协办");
        assertThat(organs.findValuesAsText("telephone"))
                .containsExactly("0000-8201005", "0000-8101002", "0000-8201006");
        assertThat(organs.get(0).path("person").asText())
                .isEqualTo(organs.get(0).path("person").asText().strip())
                .isNotEmpty();
        assertThat(organs.get(1).path("person").asText()).isEmpty();
        assertThat(organs.findValuesAsText("responsible")).allMatch(text -> text.matches("\\p{L}+，.+"));
    }

    @Test
    @DisplayName("撤回协办的不再列出")
    void whoIsAskedNoLongerIsNotNamed() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();
        ask(petition, "binjiangUrbanManagement");
        long request = helpers.of(petition).get(0).id();
        WebSession.of(port, "handler")
                .post(root(petition) + "contributions/" + request + "/withdrawal", "{\"reason\":\"已经查明\"}");

        assertThat(organs("handler", petition).findValuesAsText("organ")).doesNotContain("滨江区城市管理局");
    }

    @Test
    @DisplayName("协办单位只见责任单位和本单位")
    void aHelperSeesTheLeadAndItselfOnly() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();
        ask(petition, "binjiangUrbanManagement");
        ask(petition, "binjiangLiudiStreet");

        assertThat(organs("binjiangUrbanManagementHandler", petition).findValuesAsText("organ"))
                .containsExactly("滨江区住房和城乡建设局", "滨江区城市管理局");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qingpingHousingHandler", "nanduDispatch", "nanduHousingHandler", "admin"})
    @DisplayName("看不到案卷的，看不到联系单位")
    void whoMayNotReadTheFileIsToldThereIsNone(String officer) {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();

        assertThat(WebSession.of(port, officer).get(root(petition) + "contacts").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("检举控告的联系单位只有专办人员看得到；未登录的看不到")
    void ofASealedMatterItsCircleOnlyIsTold() {
        PetitionId petition = Life.ofALetter().id();
        Desk.as("dispatch").complete(petition, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        assertThat(organs("sealed", petition)).isNotEmpty();
        assertThat(WebSession.of(port, "dispatch")
                        .get(root(petition) + "contacts")
                        .status())
                .isEqualTo(404);
        assertThat(WebSession.anonymous(port).get(root(petition) + "contacts").status())
                .isEqualTo(401);
    }

    private void ask(PetitionId petition, String organ) {
        OfficerId handler = new OfficerId("handler");
        engine.as(
                handler,
                () -> helpers.ask(
                        petition,
                        new HelperOrder(new OrganId(organ), Time.today().plusDays(5), "请提供巡查记录。"),
                        handler));
    }

    private JsonNode organs(String officer, PetitionId petition) {
        return WebSession.of(port, officer)
                .get(root(petition) + "contacts")
                .json()
                .path("organs");
    }

    private static String root(PetitionId petition) {
        return "/camunda/api/huiyin/petitions/" + petition.value() + "/";
    }
}
