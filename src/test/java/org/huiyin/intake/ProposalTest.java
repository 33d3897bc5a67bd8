package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Typed.with;

import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("R21 类别和途径由系统建议、由人判定")
class ProposalTest {
    @Autowired
    CaseFile cases;

    @Autowired
    Papers papers;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("判定表单显示建议、理由、规则和用语，并预选")
    void theFormShowsWhatIsProposedAndWhyBesidePreselectedFields() {
        PetitionId letter = registered("不服法院判决", "滨江区法院判决后对方一直不履行，已申请执行两年。");

        var form = Desk.as("dispatch").open(letter, "decideClass");

        assertThat(form).containsEntry("petitionClass", "APPEAL").containsEntry("route", "LITIGATION");
        assertThat((String) form.get("proposal"))
                .contains("类别建议：申诉求决")
                .contains("途径建议：")
                .contains("规则 litigation")
                .contains("第三十一条第一项")
                .contains("法院判决");
    }

    @Test
    void whatWasProposedAndWhatWasDecidedAreBothKept() {
        PetitionId letter = registered("举报村干部贪污", "村主任贪污集体补偿款，请查处。");
        assertThat(Desk.as("dispatch").open(letter, "decideClass")).containsEntry("petitionClass", "ACCUSATION");

        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        assertThat(row(letter))
                .containsEntry("proposed_class", "ACCUSATION")
                .containsEntry("class_row", "accusationByWords")
                .containsEntry("decided_class", "ACCUSATION")
                .containsEntry("followed", true)
                .containsEntry("decided_by", "dispatch");
        assertThat(records.entry(letter, JournalKind.CLASS_PROPOSED).facts())
                .containsEntry("petitionClass", "ACCUSATION")
                .containsEntry("classRow", "accusationByWords");
        assertThat(records.entry(letter, JournalKind.CLASSIFIED).facts()).containsEntry("petitionClass", "ACCUSATION");
    }

    @Test
    @DisplayName("改判有征兆的建议须说明理由，理由留存")
    void whoeverOverrulesSignsSaysWhyAndTheReasonIsKept() {
        PetitionId letter = registered("请求执行", "法院判决生效两年，法院执行不了，请信访部门说明街道的补助政策。");

        assertThatThrownBy(() -> Desk.as("dispatch").complete(letter, "decideClass", Typed.appeal()))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.errors().get(0).field()).isEqualTo("classReason");
                    assertThat(refused.errors().get(0).message()).contains("与系统建议不一致");
                });
        assertThat(cases.get(letter).petitionClass()).isEmpty();

        Desk.as("dispatch").submit(letter, "decideClass", with(Typed.appeal(), "classReason", "所求是街道补助，不涉判决本身。"));

        assertThat(row(letter))
                .containsEntry("proposed_route", "LITIGATION")
                .containsEntry("decided_route", "PETITION")
                .containsEntry("followed", false);
        assertThat(records.entry(letter, JournalKind.CLASSIFIED).typed()).contains("所求是街道补助，不涉判决本身。");
    }

    @Test
    @DisplayName("第三十一条 登记时记明的程序写在建议里，先于来信的用语；分流员判定，改判须说明理由")
    void whatWasTickedAtRegistrationIsAReasonOfTheProposal() {
        PetitionId letter = Life.ofALetter(with(
                        Typed.letter(),
                        "title",
                        "建议完善工资支付",
                        "content",
                        "建议加强管理，请求补发拖欠的工资。",
                        "moreFacts",
                        true,
                        "proceedings",
                        List.of("ARBITRATION", "REVIEW")))
                .id();

        var form = Desk.as("dispatch").open(letter, "decideClass");

        assertThat(form).containsEntry("petitionClass", "APPEAL").containsEntry("route", "ARBITRATION");
        assertThat((String) form.get("proposal"))
                .contains("登记时记明该事项已经进入法定程序", "规则 appealByProceeding")
                .contains("登记时记明：仲裁机构已受理或者已裁决", "第三十一条第二项", "规则 arbitrationKnown");
        assertThatThrownBy(() -> Desk.as("dispatch").complete(letter, "decideClass", Typed.appeal()))
                .hasMessageContaining("与系统建议不一致");
        Desk.as("dispatch").submit(letter, "decideClass", with(Typed.appeal(), "classReason", "裁决已经生效，所求是街道补助。"));
        assertThat(row(letter))
                .containsEntry("route_row", "arbitrationKnown")
                .containsEntry("proposed_route", "ARBITRATION")
                .containsEntry("decided_route", "PETITION");
    }

    @Test
    void whereNothingSpeaksForTheProposalTheOfficerNeedNotArgueWithIt() {
        PetitionId letter = registered("路灯不亮", "柳树巷的路灯坏了一个月。");

        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "SUGGESTION"));

        assertThat(row(letter))
                .containsEntry("class_row", "appealOtherwise")
                .containsEntry("route_row", "petitionOtherwise")
                .containsEntry("followed", false);
    }

    @Test
    @DisplayName("第二十八条、第三十一条 诉访分离告知书写明程序、机构、期限、依据和材料")
    void theGuidanceNoticeIsWrittenFromTheProcedureThatWasPicked() {
        PetitionId letter = registered("不服行政处罚决定", "收到行政处罚决定书，不服。");
        Desk.as("dispatch")
                .complete(letter, "decideClass", Map.of("petitionClass", "APPEAL", "route", "ADMINISTRATIVE"));
        assertThat(Desk.as("dispatch")
                        .open(letter, "guideToProcedure")
                        .get("legalProcedures")
                        .toString())
                .contains("reconsideration", "60日", "administrativeSuit", "6个月", "ANOTHER")
                .doesNotContain("labourArbitration");

        Desk.as("dispatch")
                .complete(
                        letter,
                        "guideToProcedure",
                        Map.of(
                                "legalProcedure", "reconsideration",
                                "procedureBody", "江城市滨江区人民政府",
                                "guidance", "对行政处罚决定不服的，应当申请行政复议。",
                                "deliveryMethod", "POST"));

        assertThat(notice(letter)).contains("行政复议", "江城市滨江区人民政府", "60日内", "《中华人民共和国行政复议法》第二十条", "行政复议申请书");
    }

    @Test
    void aProcedureOfAnotherRouteIsRefusedAndOneNotInTheListIsTyped() {
        PetitionId letter = registered("工资", "被拖欠工资，已申请仲裁，劳动仲裁已经立案。");
        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "APPEAL", "route", "ARBITRATION"));
        Map<String, Object> typed = Map.of("guidance", "应当申请仲裁。", "deliveryMethod", "POST");

        assertThatThrownBy(() -> Desk.as("dispatch")
                        .complete(letter, "guideToProcedure", with(typed, "legalProcedure", "reconsideration")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("没有这个选项");
        assertThatThrownBy(() -> Desk.as("dispatch")
                        .submit(letter, "guideToProcedure", with(typed, "legalProcedure", "ANOTHER")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("法定程序");

        Desk.as("dispatch")
                .submit(
                        letter,
                        "guideToProcedure",
                        with(
                                typed,
                                "legalProcedure",
                                "ANOTHER",
                                "procedureName",
                                "船员劳务仲裁",
                                "procedureBody",
                                "江城仲裁委员会"));

        assertThat(notice(letter)).contains("船员劳务仲裁", "江城仲裁委员会");
    }

    private static PetitionId registered(String title, String content) {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake").complete(letter, "registerLetter", with(Typed.letter(), "title", title, "content", content));
        return letter;
    }

    private Map<String, Object> row(PetitionId petition) {
        return jdbc.sql("select * from intake.class_proposal where petition = :petition")
                .param("petition", petition.value())
                .query()
                .singleRow();
    }

    private String notice(PetitionId petition) {
        Paper paper = papers.latest(petition, PaperKind.GUIDANCE_NOTICE).orElseThrow();
        return papers.html(paper.id());
    }
}
