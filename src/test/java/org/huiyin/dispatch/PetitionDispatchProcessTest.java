package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.intake.Intake;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.testkit.ARegistration;
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
@CoversAllPathsOf("petitionDispatch")
class PetitionDispatchProcessTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OrganId MANAGEMENT = new OrganId("binjiangUrbanManagement");
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    Intake intake;

    @Autowired
    Dispatch dispatch;

    @Autowired
    EngineGateway gateway;

    @Autowired
    CaseFile cases;

    @Autowired
    Journal journal;

    @Autowired
    Records records;

    @Autowired
    Papers papers;

    @Autowired
    Deadlines deadlines;

    @Test
    @DisplayName("第二十二条 转送即完成分流，告知和异议期限自到达承办单位之日起算")
    void forwardingSortsThePetitionAndStartsTheReceiversClocks() {
        Time.is("2026-03-10");
        PetitionId petition = sorted("2026-03-05");
        assertThat(options("dispatch", petition, "forwardPetition", "organs"))
                .contains("\"binjiangHousingBureau\"")
                .contains("\"binjiangPetitionBureau\"")
                .doesNotContain("\"cityPetitionBureau\"");

        Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau"));

        assertThat(records.clock(petition, ClockKind.D2).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(petition, ClockKind.D4).rawDue()).isEqualTo("2026-03-25");
        assertThat(records.clock(petition, ClockKind.D5).rawDue()).isEqualTo("2026-03-17");
        assertThat(records.clock(petition, ClockKind.D5).holder()).isEqualTo(HOUSING);
        assertThat(papersOf(petition)).containsExactly(PaperKind.FORWARDING_LETTER, PaperKind.WHEREABOUTS_NOTICE);
        assertThat(cases.get(petition).state()).isEqualTo(PetitionState.FORWARDED);
        assertThat(records.entry(petition, JournalKind.FORWARDED).typed()).contains("属该单位职责。");
        assertThat(records.entry(petition, JournalKind.FORWARDED).facts()).containsEntry("organ", HOUSING.value());
    }

    @Test
    @DisplayName("R25 转送后由收到单位负责，签收指定承办人后由其负责")
    void thePetitionIsTheReceiversFromItsArrival() {
        PetitionId petition = forwarded();
        assertThat(cases.get(petition).organ()).isEqualTo(HOUSING);
        assertThat(cases.get(petition).person()).isEmpty();
        assertThat(openTask(petition).candidateGroups()).containsExactly("binjiangHousingBureau.handle");
        assertThat(Desk.as("dispatch").sees(petition)).isEmpty();
        assertThat(Desk.as("binjiangUrbanManagementHandler").sees(petition)).isEmpty();

        Desk.as("handler").complete(petition, "signIn", Typed.signIn("handler"));

        assertThat(cases.get(petition).person()).contains(new OfficerId("handler"));
        assertThat(cases.get(petition).state()).isEqualTo(PetitionState.SIGNED_IN);
        assertThat(records.clock(petition, ClockKind.D4).person()).contains(new OfficerId("handler"));
        assertThat(Desk.as("handler").sees(petition)).containsExactly("decideAcceptance");
    }

    @Test
    @DisplayName("第二十三条 期限自收到之日起算，与何时点击签收无关")
    void signingInLateStartsNothingAnew() {
        Time.is("2026-03-10");
        PetitionId petition = forwarded();
        assertThat(due("handler", petition, "signIn")).isEqualTo(Instant.parse("2026-03-17T15:59:59Z"));
        Time.is("2026-03-16");

        Desk.as("handler").complete(petition, "signIn", Typed.signIn("handler"));

        assertThat(records.clock(petition, ClockKind.D4).rawDue()).isEqualTo("2026-03-25");
        assertThat(records.clock(petition, ClockKind.D5).state()).isEqualTo(ClockState.MET);
    }

    @Test
    @DisplayName("第二十三条 纸质件先到的，期限自纸质件收到之日起算")
    void aPaperThatCameEarlierThanTheListStartsTheClocks() {
        Time.is("2026-03-05");
        PetitionId petition = sorted("2026-03-05");
        Time.is("2026-03-12");
        Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau"));

        Desk.as("handler").complete(petition, "signIn", with(Typed.signIn("handler"), "paperReceivedOn", "2026-03-09"));

        assertThat(records.clock(petition, ClockKind.D4).start().on()).isEqualTo("2026-03-09");
        assertThat(records.clock(petition, ClockKind.D4).rawDue()).isEqualTo("2026-03-24");
        assertThat(dispatch.of(petition).get(0).paperReceivedOn()).contains(LocalDate.parse("2026-03-09"));
    }

    @Test
    void aPaperOfTomorrowOrFromBeforeTheLetterIsRefused() {
        Time.is("2026-03-10");
        PetitionId petition = sorted("2026-03-05");
        Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau"));

        assertThatThrownBy(() -> Desk.as("handler")
                        .complete(petition, "signIn", with(Typed.signIn("handler"), "paperReceivedOn", "2026-03-11")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【纸质材料收到日期】不能晚于今天");
        assertThatThrownBy(() -> Desk.as("handler")
                        .complete(petition, "signIn", with(Typed.signIn("handler"), "paperReceivedOn", "2026-03-04")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("不能早于信访事项的收到日期");
        assertThat(dispatch.of(petition).get(0).state()).isEqualTo(ForwardingState.WAITING);
    }

    @Test
    @DisplayName("第二十三条 同意异议的退回另行转送，期限对新的单位重新起算，退回计数")
    void anAgreedObjectionReturnsThePetitionAndItIsSentAgain() {
        Time.is("2026-03-10");
        PetitionId petition = forwarded();
        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));
        Time.is("2026-03-12");

        Desk.as("dispatch").complete(petition, "reviewObjection", review("AGREE"));
        assertThat(records.clock(petition, ClockKind.D4).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(records.clock(petition, ClockKind.D5A).state()).isEqualTo(ClockState.MET);
        assertThat(cases.get(petition).organ()).isEqualTo(BUREAU);
        assertThatThrownBy(() -> Desk.as("dispatch")
                        .complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已同意该单位的异议");
        Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangUrbanManagement"));

        assertThat(cases.get(petition).organ()).isEqualTo(MANAGEMENT);
        assertThat(records.clock(petition, ClockKind.D4).holder()).isEqualTo(MANAGEMENT);
        assertThat(records.clock(petition, ClockKind.D4).rawDue()).isEqualTo("2026-03-27");
        assertThat(records.clock(petition, ClockKind.D5).rawDue()).isEqualTo("2026-03-19");
        assertThat(dispatch.of(petition))
                .extracting(Forwarding::state)
                .containsExactly(ForwardingState.RETURNED, ForwardingState.WAITING);
        assertThat(Desk.as("binjiangUrbanManagementHandler").sees(petition)).containsExactly("signIn");
    }

    @Test
    @DisplayName("第二十三条 不同意异议的，仍由收到单位办理，不得再次异议")
    void aRefusedObjectionLeavesThePetitionWhereItIs() {
        PetitionId petition = forwarded();
        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));

        Desk.as("dispatch").complete(petition, "reviewObjection", review("REFUSE"));

        assertThat(cases.get(petition).organ()).isEqualTo(HOUSING);
        assertThat(records.clock(petition, ClockKind.D4).state()).isEqualTo(ClockState.RUNNING);
        assertThat(records.entry(petition, JournalKind.OBJECTION_REFUSED).typed())
                .contains("经核，属贵局职责。");
        assertThatThrownBy(() ->
                        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("提出异议的期限已过或者异议已经核实");
        Desk.as("handler").complete(petition, "signIn", Typed.signIn("handler"));
        assertThat(dispatch.of(petition)).extracting(Forwarding::state).containsExactly(ForwardingState.SIGNED_IN);
    }

    @Test
    @DisplayName("第二十二条 只能转送有权处理的机关、单位")
    void aPetitionIsForwardedToOrgansThatHandleMattersOnly() {
        PetitionId petition = sorted(Time.today().toString());

        for (String organ : List.of("cityPetitionBureau", "cityDiscipline", "binjiangGovernment", "nowhere")) {
            assertThatThrownBy(() -> Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo(organ)))
                    .as(organ)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("【转送单位】");
        }
        assertThat(papers.of(petition)).isEmpty();
        assertThat(records.clock(petition, ClockKind.D2).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void aHandlerOfAnotherOrganIsRefused() {
        PetitionId petition = forwarded();

        assertThatThrownBy(() ->
                        Desk.as("handler").complete(petition, "signIn", Typed.signIn("binjiangUrbanManagementHandler")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【承办人】不是本机关的承办人");
        assertThat(records.clock(petition, ClockKind.D5).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    @DisplayName("第二十三条 姓名、地址不清的依法无须告知，案卷记明")
    void whereNobodyCanBeToldTheReasonIsRecorded() {
        PetitionId petition = received(ARegistration.by(Channel.ONLINE));
        Desk.as("dispatch").complete(petition, "decideClass", Typed.appeal());

        Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau"));

        assertThat(papersOf(petition)).containsExactly(PaperKind.FORWARDING_LETTER);
        assertThat(records.entry(petition, JournalKind.NOTICE_NOT_DUE).facts()).containsEntry("paper", "去向告知书");
    }

    @Test
    @DisplayName("第二十三条 直接收到但无权处理的机关转送后完成告知")
    void anOrganThatIsNotCompetentForwardsWhatItReceivedDirectly() {
        PetitionId petition = Life.ofALetterToTheHousingBureau().id();
        Desk.as("handler").complete(petition, "decideClass", Typed.appeal());

        assertThatThrownBy(() -> Desk.as("handler")
                        .complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("不能是本机关");
        Desk.as("handler").complete(petition, "forwardPetition", Typed.forwardTo("binjiangUrbanManagement"));

        assertThat(records.clock(petition, ClockKind.D3).state()).isEqualTo(ClockState.MET);
        assertThat(cases.get(petition).organ()).isEqualTo(MANAGEMENT);
    }

    @Test
    @DisplayName("第二十二条 D2a 市信访局转区信访局、区信访局再转：共用一个十五日，每一级有自己的份额，每一程告知信访人")
    void aChainOfBureausSharesTheOnePeriod() {
        Time.is("2026-03-02");
        PetitionId petition = sorted("2026-03-02");
        Time.is("2026-03-04");

        Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangPetitionBureau"));

        assertThat(cases.get(petition).organ()).isEqualTo(new OrganId("binjiangPetitionBureau"));
        assertThat(cases.get(petition).state()).isEqualTo(PetitionState.FORWARDED);
        assertThat(Desk.as("dispatch").sees(petition)).isEmpty();
        assertThat(Desk.as("binjiangDispatch").sees(petition)).containsExactly("forwardPetition");
        assertThat(records.clock(petition, ClockKind.D2).state()).isEqualTo(ClockState.RUNNING);
        assertThat(records.clock(petition, ClockKind.D2).rawDue()).isEqualTo("2026-03-17");
        assertThat(records.clock(petition, ClockKind.D2).holder()).isEqualTo(new OrganId("binjiangPetitionBureau"));
        assertThat(records.clock(petition, ClockKind.D2A).rawDue()).isEqualTo("2026-03-08");
        assertThat(due("binjiangDispatch", petition, "forwardPetition")).isEqualTo("2026-03-08T15:59:59Z");
        assertThat(records.hasClock(petition, ClockKind.D4)).isFalse();

        Time.is("2026-03-06");
        Desk.as("binjiangDispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau"));

        assertThat(records.clock(petition, ClockKind.D2).state()).isEqualTo(ClockState.MET);
        assertThat(shares(petition))
                .extracting(
                        clock -> clock.holder().value(), clock -> clock.rawDue().toString(), Clock::state)
                .containsExactly(
                        tuple("cityPetitionBureau", "2026-03-05", ClockState.MET),
                        tuple("binjiangPetitionBureau", "2026-03-08", ClockState.MET));
        assertThat(records.clock(petition, ClockKind.D4).start().on()).isEqualTo("2026-03-06");
        assertThat(dispatch.of(petition))
                .extracting(Forwarding::state)
                .containsExactly(ForwardingState.PASSED_ON, ForwardingState.WAITING);
        assertThat(papersOf(petition))
                .containsExactly(
                        PaperKind.FORWARDING_LETTER,
                        PaperKind.WHEREABOUTS_NOTICE,
                        PaperKind.FORWARDING_LETTER,
                        PaperKind.WHEREABOUTS_NOTICE);
        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));
        assertThat(Desk.as("binjiangDispatch").sees(petition))
                .as("its sender is the district's bureau")
                .containsExactly("reviewObjection");
    }

    @Test
    @DisplayName("R37 签收之前由首问单位负责答复信访人，去向告知书写明")
    void theFirstContactAnswersUntilSomebodySignsIn() {
        PetitionId petition = sorted(Time.today().toString());
        Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangPetitionBureau"));
        Desk.as("binjiangDispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau"));

        assertThat(records.printed(petition, PaperKind.WHEREABOUTS_NOTICE))
                .contains("由首先收到您信访事项的江城市信访局负责答复您的查询")
                .contains("滨江区住房和城乡建设局");
    }

    @Test
    @DisplayName("下级信访部门可以说明理由退回转来的信访部门，计入退回；不能转给别的信访部门，不能交办，不能只有协办")
    void aBureauBelowHandsBackToWhereItCameFromOnly() {
        PetitionId petition = sorted(Time.today().toString());
        Desk city = Desk.as("dispatch");
        Desk district = Desk.as("binjiangDispatch");
        assertRefused(
                () -> city.complete(
                        petition,
                        "forwardPetition",
                        with(
                                Typed.forwardTo("binjiangPetitionBureau"),
                                "transferKind",
                                "ASSIGN",
                                "feedbackDue",
                                Petitions.day(30))),
                "transferKind",
                "由其继续转送");
        city.complete(petition, "forwardPetition", Typed.forwardTo("binjiangPetitionBureau"));
        assertRefused(
                () -> district.complete(petition, "forwardPetition", Typed.forwardTo("nanduPetitionBureau")),
                "receivingOrgan",
                "不承办信访事项");

        district.complete(petition, "forwardPetition", Typed.forwardTo("cityPetitionBureau"));

        assertThat(cases.get(petition).organ()).isEqualTo(BUREAU);
        assertThat(city.sees(petition)).containsExactly("forwardPetition");
        assertThat(dispatch.of(petition)).extracting(Forwarding::state).containsExactly(ForwardingState.RETURNED);
        assertThat(records.journal(petition)).contains(JournalKind.RETURNED_TO_BUREAU);
        assertRefused(
                () -> city.complete(petition, "forwardPetition", Typed.forwardTo("binjiangPetitionBureau")),
                "receivingOrgan",
                "退回");
        city.complete(petition, "forwardPetition", Typed.forwardTo("binjiangHousingBureau"));
        assertThat(records.clock(petition, ClockKind.D2).state()).isEqualTo(ClockState.MET);
    }

    @Test
    @DisplayName("第二十四条 第二个单位也不愿办理的，不再往返，报共同上级裁定")
    void theSecondRefusalIsDecidedByTheCommonSuperior() {
        PetitionId petition = forwarded();
        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));
        Desk.as("dispatch").complete(petition, "reviewObjection", review("AGREE"));
        Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangUrbanManagement"));
        Desk.as("binjiangUrbanManagementHandler")
                .complete(petition, "signIn", Typed.objection("binjiangHousingBureau"));

        Desk.as("binjiangLeader")
                .complete(
                        petition,
                        "arbitrateCompetence",
                        Map.of("designatedOrgan", "binjiangHousingBureau", "arbitrationReason", "属物业管理职责。"));

        assertThat(cases.get(petition).organ()).isEqualTo(HOUSING);
        Desk.as("handler").complete(petition, "signIn", Typed.signIn("handler"));
        assertThat(dispatch.of(petition))
                .extracting(Forwarding::state)
                .containsExactly(ForwardingState.RETURNED, ForwardingState.RETURNED, ForwardingState.SIGNED_IN);
    }

    @Test
    @DisplayName("第二十九条 建议意见转送后由签收单位研究")
    void aSuggestionIsStudiedByTheOrganThatSignedIn() {
        PetitionId petition =
                Life.ofALetter().sortedAsSuggestion().forwarded().signedIn().id();

        assertThat(Desk.as("handler").sees(petition)).containsExactly("studySuggestion");
    }

    @Test
    void theJournalTellsTheWholeWayAndIsIntact() {
        PetitionId petition = forwarded();
        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));
        Desk.as("dispatch").complete(petition, "reviewObjection", review("REFUSE"));
        Desk.as("handler").complete(petition, "signIn", Typed.signIn("handler"));

        assertThat(journal.intact(petition)).isTrue();
        assertThat(journal.of(petition))
                .extracting(JournalEntry::kind)
                .containsSubsequence(
                        JournalKind.CLASSIFIED,
                        JournalKind.FORWARDED,
                        JournalKind.OBJECTED,
                        JournalKind.OBJECTION_REFUSED,
                        JournalKind.SIGNED_IN);
        assertThat(records.entry(petition, JournalKind.OBJECTED).actor()).isEqualTo(new OfficerId("handler"));
    }

    private PetitionId received(ARegistration registration) {
        return gateway.as(CLERK, () -> intake.receive(registration.build(), BUREAU, CLERK))
                .number();
    }

    private static PetitionId sorted(String receivedOn) {
        return Life.ofALetter(with(Typed.letter(), "receivedOn", receivedOn))
                .sorted()
                .id();
    }

    private static PetitionId forwarded() {
        return Life.ofALetter().sorted().forwarded().id();
    }

    private static Map<String, Object> review(String decision) {
        return Map.of("decision", decision, "reviewReason", "经核，属贵局职责。");
    }

    private static Instant due(String officer, PetitionId petition, String activity) {
        return Desk.as(officer).task(petition, activity).getDueDate().toInstant();
    }

    private static String options(String officer, PetitionId petition, String activity, String field) {
        return String.valueOf(Desk.as(officer).open(petition, activity).get(field));
    }

    private List<Clock> shares(PetitionId petition) {
        return deadlines.of(petition).stream()
                .filter(clock -> clock.kind() == ClockKind.D2A)
                .toList();
    }

    private List<PaperKind> papersOf(PetitionId petition) {
        return papers.of(petition).stream().map(Paper::kind).toList();
    }

    private OpenTaskRow openTask(PetitionId petition) {
        return gateway.asSystem(() -> gateway.openTasks(petition)).get(0);
    }
}
