package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.time.LocalDate;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@CoversAllPathsOf("assignmentReport")
@DisplayName("交办：第二十二条")
class AssignmentReportProcessTest {
    private static final String REPORT = "供水管道已更换，信访人表示满意，处理意见书已经送达。";

    @Autowired
    Assignments assignments;

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    private final Desk dispatcher = Desk.as("dispatch");
    private final Desk handler = Desk.as("handler");

    @Test
    @DisplayName("D11 反馈期限由交办机关指定，办结报告经认可方告完成")
    void theFeedbackIsMetWhenTheReportIsAccepted() {
        Time.is("2026-03-02");
        PetitionId petition = assigned("2026-04-30");
        assertThat(records.printed(petition, PaperKind.ASSIGNMENT_LETTER))
                .contains("交办函")
                .contains("2026");
        assertThat(records.hasPaper(petition, PaperKind.FORWARDING_LETTER)).isFalse();
        assertThat(records.clock(petition, ClockKind.D11).rawDue()).isEqualTo("2026-04-30");
        assertThat(records.clock(petition, ClockKind.D11).holder()).isEqualTo(Petitions.HOUSING);
        assertThat(records.journal(petition)).contains(JournalKind.ASSIGNED).doesNotContain(JournalKind.FORWARDED);
        assertThat(assignments.isAssigned(petition)).isTrue();

        Life life = Life.of(petition).signedIn();
        assertThat(records.clock(petition, ClockKind.D11).person()).contains(Petitions.HANDLER);
        assertThat(handler.sees(petition)).containsExactlyInAnyOrder("decideAcceptance", "reportResult");
        assertThat(handler.task(petition, "reportResult").getDueDate().toInstant())
                .isEqualTo("2026-04-30T15:59:59Z");
        assertRefused(() -> report(petition), "reportText", "还没有送出");

        life.accepted().drafted().signed().sent("POST");
        report(petition);
        assertThat(records.clock(petition, ClockKind.D11).state())
                .as("sent in is not accepted")
                .isEqualTo(ClockState.RUNNING);
        assertThat(dispatcher.open(petition, "acceptReport")).containsEntry("reportText", REPORT);

        dispatcher.complete(petition, "acceptReport", Map.of("decision", "ACCEPT"));

        assertThat(records.clock(petition, ClockKind.D11).state()).isEqualTo(ClockState.MET);
        assertThat(records.isOver(petition, "assignmentReport")).isTrue();
        assertThat(records.printed(petition, PaperKind.COMPLETION_REPORT)).contains(REPORT);
        assertThat(records.journal(petition)).containsSubsequence(JournalKind.REPORTED, JournalKind.REPORT_ACCEPTED);
    }

    @Test
    @DisplayName("D11 退回重报说明理由，交办机关可以同意延长")
    void aReportIsGivenBackWithAReasonAndMoreTime() {
        Time.is("2026-03-02");
        PetitionId petition = assigned("2026-04-10");
        Life.of(petition).signedIn().accepted().drafted().signed().sent("POST");
        report(petition);

        assertRefused(
                () -> dispatcher.complete(
                        petition,
                        "acceptReport",
                        Map.of("decision", "RETURN", "returnReason", "没有写明落实情况。", "feedbackDue", "2027-03-01")),
                "feedbackDue",
                "不得晚于2026-06-15");
        dispatcher.complete(
                petition,
                "acceptReport",
                Map.of("decision", "RETURN", "returnReason", "没有写明落实情况。", "feedbackDue", "2026-04-20"));

        assertThat(records.clock(petition, ClockKind.D11).rawDue()).isEqualTo("2026-04-20");
        assertThat(handler.open(petition, "reportResult"))
                .containsEntry("reportReturn", "没有写明落实情况。")
                .containsEntry("reportText", REPORT);
        assertThat(records.entry(petition, JournalKind.REPORT_RETURNED).typed()).contains("没有写明落实情况。");
        report(petition);
        dispatcher.complete(petition, "acceptReport", Map.of("decision", "ACCEPT"));
        assertThat(records.clock(petition, ClockKind.D11).state()).isEqualTo(ClockState.MET);
    }

    @Test
    @DisplayName("D11 反馈期限不得超过告知、办理和延长之和，只有信访部门可以交办，必须写明日期")
    void theDateIsWithinTheLawAndSetByAPetitionBureau() {
        Time.is("2026-03-02");
        PetitionId petition = Life.ofALetter().sorted().id();

        assertRefused(() -> assign(petition, "2026-06-16"), "feedbackDue", "不得晚于2026-06-15");
        assertRefused(() -> assign(petition, "2026-03-02"), "feedbackDue", "应当晚于今天");
        assertRefused(
                () -> dispatcher.complete(
                        petition,
                        "forwardPetition",
                        with(Typed.forwardTo("binjiangHousingBureau"), "transferKind", "ASSIGN")),
                "feedbackDue",
                "请填写日期");
        assign(petition, "2026-06-15");
        assertThat(records.clock(petition, ClockKind.D11).rawDue()).isEqualTo("2026-06-15");

        PetitionId direct = Life.ofALetterToTheHousingBureau().id();
        handler.complete(direct, "decideClass", Typed.appeal());
        assertRefused(
                () -> handler.complete(
                        direct,
                        "forwardPetition",
                        with(
                                Typed.forwardTo("binjiangUrbanManagement"),
                                "transferKind",
                                "ASSIGN",
                                "feedbackDue",
                                "2026-04-01")),
                "transferKind",
                "只有信访部门可以交办");
    }

    @Test
    @DisplayName("D11 延长只能由交办机关同意")
    void onlyWhoeverSetTheDateGrantsALaterOne() {
        Time.is("2026-03-02");
        PetitionId petition = assigned("2026-04-10");

        assertRefused(() -> extend(petition, "head"), "by", "只有该机关可以同意延长");
        extend(petition, "dispatch");

        assertThat(records.clock(petition, ClockKind.D11).rawDue()).isEqualTo("2026-04-20");
    }

    @Test
    @DisplayName("转送没有反馈期限；异议经同意退回的，反馈期限终止")
    void aForwardedMatterHasNoFeedbackAndAReturnedOneHasNoneAnyMore() {
        PetitionId forwarded = Life.ofALetter().sorted().forwarded().id();
        assertThat(records.hasClock(forwarded, ClockKind.D11)).isFalse();
        assertThat(assignments.isAssigned(forwarded)).isFalse();

        PetitionId returned = assigned(Petitions.day(30));
        handler.complete(returned, "signIn", Typed.objection("binjiangUrbanManagement"));
        dispatcher.complete(returned, "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "属市政管网。"));

        assertThat(records.clock(returned, ClockKind.D11).state()).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    @DisplayName("事项办结不免除交办的反馈")
    void theEndOfTheMatterDoesNotEndTheAssignment() {
        PetitionId petition = assigned(Petitions.day(30));
        Life.of(petition).signedIn().declined("LEGAL_ROUTE");

        assertThat(cases.get(petition).isOpen()).isFalse();
        assertThat(records.clock(petition, ClockKind.D11).state()).isEqualTo(ClockState.RUNNING);
        report(petition);
        dispatcher.complete(petition, "acceptReport", Map.of("decision", "ACCEPT"));
        assertThat(records.clock(petition, ClockKind.D11).state()).isEqualTo(ClockState.MET);
    }

    private void extend(PetitionId petition, String officer) {
        OfficerId by = new OfficerId(officer);
        gateway.as(by, () -> assignments.extend(petition, LocalDate.parse("2026-04-20"), "等待鉴定", by));
    }

    private void report(PetitionId petition) {
        handler.complete(petition, "reportResult", Map.of("reportText", REPORT));
    }

    private PetitionId assigned(String feedbackDue) {
        PetitionId petition = Life.ofALetter().sorted().id();
        assign(petition, feedbackDue);
        return petition;
    }

    private void assign(PetitionId petition, String feedbackDue) {
        dispatcher.complete(
                petition,
                "forwardPetition",
                with(Typed.forwardTo("binjiangHousingBureau"), "transferKind", "ASSIGN", "feedbackDue", feedbackDue));
    }
}
