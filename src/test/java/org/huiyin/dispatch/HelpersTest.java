package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@HuiyinTest
@RecordApplicationEvents
@DisplayName("R5 一个主办单位，可以有协办单位，不能只有协办单位")
class HelpersTest {
    private static final OrganId MANAGEMENT = new OrganId("binjiangUrbanManagement");

    @Autowired
    Helpers helpers;

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    @Autowired
    ApplicationEvents events;

    private final Desk dispatcher = Desk.as("dispatch");

    @Test
    @DisplayName("转送时一并确定主办和协办，各有期限，主办单位负责")
    void leadAndHelpersAreNamedTogether() {
        PetitionId petition = Life.ofALetter().sorted().id();
        dispatcher.complete(petition, "forwardPetition", withTwoHelpers());

        assertThat(cases.get(petition).organ()).isEqualTo(Petitions.HOUSING);
        assertThat(helpers.of(petition))
                .hasSize(2)
                .allMatch(helper -> helper.lead().equals(Petitions.HOUSING));
        assertThat(helpers.of(petition))
                .extracting(Helper::organ)
                .containsExactly(MANAGEMENT, new OrganId("binjiangLiudiStreet"));
        assertThat(helpers.of(petition))
                .extracting(Helper::due)
                .containsExactly(LocalDate.parse(Petitions.day(10)), LocalDate.parse(Petitions.day(7)));
        assertThat(events.stream(HelperAsked.class).map(asked -> asked.helper().organ()))
                .contains(MANAGEMENT);
        assertThat(records.printed(petition, PaperKind.FORWARDING_LETTER))
                .contains("协办单位")
                .contains("滨江区城市管理局")
                .contains("查明管道产权。");
        assertThat(records.entry(petition, JournalKind.HELPER_ASKED).typed()).contains("查明管道产权。");
    }

    @Test
    @DisplayName("只有协办单位的被拒绝")
    void helpersAloneAreRefused() {
        PetitionId petition = Life.ofALetter().sorted().id();
        Map<String, Object> alone = withTwoHelpers();
        alone.remove("receivingOrgan");

        assertRefused(() -> dispatcher.complete(petition, "forwardPetition", alone), "receivingOrgan", "请选择");
        assertThatThrownBy(() -> ask(petition, "dispatch", "binjiangUrbanManagement"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("还没有主办单位");
        assertThat(helpers.of(petition)).isEmpty();
    }

    @Test
    @DisplayName("协办单位不能是主办单位，期限晚于今天，事项必须写明，整件不转")
    void aHelperIsAnotherOrganWithADateAndATask() {
        PetitionId petition = Life.ofALetter().sorted().id();

        assertRefused(
                () -> dispatcher.complete(
                        petition, "forwardPetition", with(withTwoHelpers(), "helperOrgan", "binjiangHousingBureau")),
                "helperOrgan",
                "不能是主办单位");
        assertRefused(
                () -> dispatcher.complete(
                        petition, "forwardPetition", with(withTwoHelpers(), "secondHelperDue", Petitions.day(0))),
                "helperDue",
                "晚于今天");
        Map<String, Object> noTask = withTwoHelpers();
        noTask.remove("helperTask");
        assertRefused(() -> dispatcher.complete(petition, "forwardPetition", noTask), "helperTask", "请填写");
        assertThat(dispatcher.sees(petition)).containsExactly("forwardPetition");
        assertThat(helpers.of(petition)).isEmpty();
        assertThat(records.hasPaper(petition, PaperKind.FORWARDING_LETTER)).isFalse();
    }

    @Test
    @DisplayName("主办单位和转送单位以后还可以增加协办单位，别的单位不能")
    void theLeadAndTheSenderAskOneMore() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();

        ask(petition, "handler", "binjiangUrbanManagement");
        ask(petition, "dispatch", "binjiangLiudiStreet");

        assertThat(helpers.of(petition)).hasSize(2);
        for (String stranger : List.of("binjiangUrbanManagementHandler", "nanduDispatch", "head", "leader")) {
            assertThatThrownBy(() -> ask(petition, stranger, "cityHousingBureau"))
                    .as(stranger)
                    .isInstanceOf(RightMissing.class);
        }
        assertThatThrownBy(() -> ask(petition, "handler", "binjiangUrbanManagement"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("不要重复");
    }

    private void ask(PetitionId petition, String officer, String organ) {
        OfficerId by = new OfficerId(officer);
        HelperOrder order = new HelperOrder(new OrganId(organ), LocalDate.parse(Petitions.day(5)), "请到现场查看。");
        gateway.as(by, () -> {
            helpers.ask(petition, order, by);
        });
    }

    private static Map<String, Object> withTwoHelpers() {
        return with(
                Typed.forwardTo("binjiangHousingBureau"),
                "needsHelpers",
                true,
                "helperOrgan",
                "binjiangUrbanManagement",
                "helperDue",
                Petitions.day(10),
                "helperTask",
                "查明管道产权。",
                "secondHelperOrgan",
                "binjiangLiudiStreet",
                "secondHelperDue",
                Petitions.day(7),
                "secondHelperTask",
                "通知住户停水。");
    }
}
