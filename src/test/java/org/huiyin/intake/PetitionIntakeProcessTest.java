package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Typed.with;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.FinalOpinions;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.PetitionState;
import org.huiyin.casefile.Registration;
import org.huiyin.casefile.Source;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@CoversAllPathsOf("petitionIntake")
class PetitionIntakeProcessTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");

    @Autowired
    Intake intake;

    @Autowired
    EngineGateway gateway;

    @Autowired
    CaseFile cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Papers papers;

    @Autowired
    FinalOpinions opinions;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("第二十一条、第二十二条 来信登记后，分流期限自收到之日起算")
    void aLetterIsRegisteredAndItsSortingRunsFromReceipt() {
        Time.is("2026-03-10");
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        assertThat(records.clock(letter, ClockKind.D1).state()).isEqualTo(ClockState.RUNNING);
        assertThat(Desk.as("intake").open(letter, "registerLetter")).containsEntry("receivedOn", "2026-03-10");

        Desk.as("intake").complete(letter, "registerLetter", with(Typed.letter(), "receivedOn", "2026-03-05"));

        assertThat(cases.get(letter).state()).isEqualTo(PetitionState.REGISTERED);
        assertThat(cases.get(letter).title()).isEqualTo("请求修复小区供水管道");
        assertThat(records.clock(letter, ClockKind.D1).state()).isEqualTo(ClockState.MET);
        assertThat(deadlines.find(letter, ClockKind.D2).orElseThrow().rawDue()).isEqualTo("2026-03-20");
        assertThat(deadlines.find(letter, ClockKind.D3)).isEmpty();
        assertThat(Desk.as("dispatch").task(letter, "decideClass").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-03-20T15:59:59Z"));
    }

    @Test
    @DisplayName("R25 每个待办只有一个责任机关和一个人或者一个岗位")
    void everyWaitingStepHasOneOrganAndOneRole() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        assertThat(cases.get(letter).person()).contains(new OfficerId("intake"));
        Desk.as("intake").complete(letter, "registerLetter", Typed.letter());

        assertThat(cases.get(letter).organ()).isEqualTo(BUREAU);
        assertThat(cases.get(letter).person()).isEmpty();
        assertThat(openTask(letter).candidateGroups()).containsExactly("cityPetitionBureau.dispatch");
        assertThat(Desk.as("handler").sees(letter)).isEmpty();
        assertThat(Desk.as("intake").sees(letter)).isEmpty();
    }

    @Test
    void aVisitIsRegisteredWithItsVisitors() {
        PetitionId visit = Desk.as("intake").receive(Channel.VISIT);
        assertThat(Desk.as("intake").open(visit, "registerVisit")).containsEntry("visitorCount", 1);

        Desk.as("intake").complete(visit, "registerVisit", with(Typed.visit(), "visitorCount", 5));

        assertThat(cases.get(visit).visitorCount()).isEqualTo(5);
        assertThat(Desk.as("dispatch").sees(visit, "decideClass")).isTrue();
    }

    @Test
    void aCallerWhoGivesNoNameIsRegisteredAllTheSame() {
        PetitionId call = Desk.as("intake").receive(Channel.CALL);

        Map<String, Object> nameless = Typed.call();
        nameless.keySet().removeAll(List.of("petitionerName", "phone", "address"));
        Desk.as("intake").complete(call, "registerCall", nameless);

        assertThat(cases.get(call).anonymous()).isTrue();
        assertThat(cases.hasAddressee(call)).isFalse();
        assertThat(Desk.as("dispatch").sees(call, "decideClass")).isTrue();
    }

    @Test
    @DisplayName("R1 领导信箱来信：同样的案卷，来源是领导信箱")
    void aLetterToALeaderIsRegisteredWithItsSource() {
        PetitionId letter = Desk.as("intake").receive(Channel.MAILBOX);

        Desk.as("intake").complete(letter, "registerMailbox", with(Typed.letter(), "addressee", "市长"));

        assertThat(cases.letter(letter).addressee()).contains("市长");
        assertThat(cases.circumstances(letter).source()).isEqualTo(Source.LEADER_MAILBOX);
        assertThat(Desk.as("dispatch").sees(letter, "decideClass")).isTrue();
    }

    @Test
    @DisplayName("R15 走访中主动发现的需求：没有诉求，也有责任机关和期限，单独计数")
    void aDiscoveredNeedHasItsOrganAndItsClockLikeAnyOther() {
        PetitionId need = Desk.as("intake").receive(Channel.FIELD);
        assertThat(Desk.as("intake").open(need, "registerFieldVisit")).containsEntry("source", "OUTREACH");

        Desk.as("intake")
                .complete(
                        need,
                        "registerFieldVisit",
                        Map.of(
                                "receivedOn", Time.today().toString(),
                                "source", "OUTREACH",
                                "discovered", true,
                                "title", "独居老人家中电线老化",
                                "content", "走访发现柳树巷8号独居老人家中电线老化，有起火危险。"));

        assertThat(cases.circumstances(need).discovered()).isTrue();
        assertThat(cases.get(need).anonymous()).isTrue();
        assertThat(cases.get(need).organ()).isEqualTo(BUREAU);
        assertThat(records.clock(need, ClockKind.D2).state()).isEqualTo(ClockState.RUNNING);
        assertThat(openTask(need).candidateGroups()).containsExactly("cityPetitionBureau.dispatch");
        assertThat(jdbc.sql("select discovered from casefile.circumstance where petition = :id")
                        .param("id", need.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    @DisplayName("第十七条 传真用来信的表单登记，编号记传真")
    void aFaxIsRegisteredInTheFormOfLetters() {
        PetitionId fax = Desk.as("intake").receive(Channel.FAX);

        Desk.as("intake").complete(fax, "registerLetter", Typed.letter());

        assertThat(cases.get(fax).channel()).isEqualTo(Channel.FAX);
        assertThat(fax.value().substring(14, 16)).isEqualTo("07");
    }

    @Test
    @DisplayName("误开的登记说明原因后作废")
    void aDraftOpenedByMistakeIsVoidedWithItsReason() {
        PetitionId draft = Desk.as("intake").receive(Channel.LETTER);

        Desk.as("intake").complete(draft, "registerLetter", Map.of("startedByMistake", true, "voidReason", "重复打开"));

        assertThat(cases.get(draft).endReason()).contains(EndReason.VOIDED);
        assertThat(records.clock(draft, ClockKind.D1).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(records.entry(draft, JournalKind.VOIDED).typed()).contains("重复打开");
        assertThat(gateway.asSystem(() -> gateway.openTasks(draft))).isEmpty();
    }

    @Test
    @DisplayName("R34 R53 有权处理的机关当场答复来访，经来访人确认后一步办结")
    void anOrganAnswersAVisitWithinItsCompetenceOnTheSpot() {
        PetitionId visit = Desk.as("handler").receive(Channel.VISIT);

        Desk.as("handler").complete(visit, "registerVisit", Typed.answeredOnTheSpot(Typed.visit()));

        Petition petition = cases.get(visit);
        assertThat(petition.endReason()).contains(EndReason.ON_THE_SPOT);
        assertThat(petition.organ()).isEqualTo(HOUSING);
        assertThat(petition.person()).contains(new OfficerId("handler"));
        assertThat(papers.latest(visit, PaperKind.SPOT_ANSWER)).isPresent();
        assertThat(records.entry(visit, JournalKind.ANSWERED_ON_THE_SPOT).facts())
                .containsEntry("confirmation", "ORAL");
        assertThat(deadlines.of(visit)).noneMatch(clock -> clock.isRunning());
        assertThat(watchesOf(visit)).isZero();
    }

    @Test
    @DisplayName("第二十三条 直接收到且属于本机关职权的，不经转送，适用告知期限")
    void anOrganThatReceivesDirectlyAndIsCompetentHandlesItItself() {
        PetitionId letter = Life.ofALetterToTheHousingBureau().id();
        assertThat(deadlines.find(letter, ClockKind.D2)).isEmpty();
        assertThat(handlersOffered(letter)).contains("\"handler\"").doesNotContain("\"head\"");

        Desk.as("handler")
                .complete(letter, "decideClass", with(Typed.appeal(), "handledHere", true, "handler", "handler"));

        assertThat(cases.get(letter).person()).contains(new OfficerId("handler"));
        assertThat(cases.get(letter).route()).contains(Route.PETITION);
        assertThat(deadlines.find(letter, ClockKind.D3).orElseThrow().person()).contains(new OfficerId("handler"));
        assertThat(records.clock(letter, ClockKind.D3).state()).isEqualTo(ClockState.RUNNING);
        assertThat(Desk.as("handler").sees(letter)).containsExactly("decideAcceptance");
    }

    @Test
    @DisplayName("第十四条 信访部门不办理实体事项")
    void thePetitionBureauCannotKeepAMatterForItself() {
        PetitionId letter = Life.ofALetter().id();

        assertThatThrownBy(() -> Desk.as("dispatch")
                        .complete(
                                letter,
                                "decideClass",
                                with(Typed.appeal(), "handledHere", true, "handler", "dispatch")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【由本机关办理，不转送】");
        assertThat(cases.get(letter).petitionClass()).isEmpty();
    }

    @Test
    void aHandlerOfAnotherOrganIsRefused() {
        PetitionId letter = Life.ofALetterToTheHousingBureau().id();

        assertThatThrownBy(() -> Desk.as("handler")
                        .complete(
                                letter,
                                "decideClass",
                                with(Typed.appeal(), "handledHere", true, "handler", "binjiangUrbanManagementHandler")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【承办人】不是本机关的承办人");
    }

    @Test
    @DisplayName("第三十一条第一项至第五项 导入法定途径并书面告知")
    void aLitigationMatterIsGuidedToItsProcedureByANotice() {
        PetitionId letter = Life.ofALetter().id();
        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "APPEAL", "route", "LITIGATION"));
        assertThat(Desk.as("dispatch")
                        .open(letter, "guideToProcedure")
                        .get("legalProcedures")
                        .toString())
                .contains("民事诉讼", "刑事申诉");

        Desk.as("dispatch").complete(letter, "guideToProcedure", guidance("POST"));

        assertThat(cases.get(letter).endReason()).contains(EndReason.GUIDED);
        assertThat(records.printed(letter, PaperKind.GUIDANCE_NOTICE)).contains("民事诉讼", "滨江区人民法院");
        assertThat(records.clock(letter, ClockKind.D2).state()).isEqualTo(ClockState.MET);
        assertThat(records.entry(letter, JournalKind.GUIDED).facts()).containsEntry("route", "LITIGATION");
    }

    @Test
    @DisplayName("第二十三条 能够告知的应当告知")
    void aNoticeIsOwedToWhoeverCanBeReached() {
        PetitionId letter = Life.ofALetter().id();
        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "APPEAL", "route", "DUTY"));

        assertThatThrownBy(() -> Desk.as("dispatch").complete(letter, "guideToProcedure", guidance("NOT_DUE")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【送达方式】信访人的姓名和联系方式清楚");
        assertThat(papers.of(letter)).isEmpty();
    }

    @Test
    @DisplayName("第二十九条 建议意见转送研究答复")
    void aSuggestionGoesToDispatchWithoutARoute() {
        PetitionId letter = Life.ofALetter().id();

        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "SUGGESTION"));

        assertThat(cases.get(letter).petitionClass()).contains(PetitionClass.SUGGESTION);
        assertThat(cases.get(letter).route()).isEmpty();
        assertThat(Desk.as("dispatch").sees(letter)).containsExactly("forwardPetition");
    }

    @Test
    @DisplayName("第三十条 检举控告另行办理，普通流程中性结束")
    void anAccusationLeavesTheOrdinaryWay() {
        PetitionId letter = Life.ofALetter().id();

        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        assertThat(cases.get(letter).sealed()).isTrue();
        assertThat(cases.get(letter).endReason()).isEmpty();
        assertThat(gateway.asSystem(() -> gateway.openTasks(letter)))
                .extracting(OpenTaskRow::activity)
                .containsExactly("transferAccusation");
    }

    @Test
    @DisplayName("第三十六条 已有复核意见的，不再受理并书面告知，到此了结")
    void aMatterThatWasReReviewedIsNotTakenUpAgain() {
        PetitionId letter = Life.ofALetter().id();
        OfficerId dispatcher = new OfficerId("dispatch");
        gateway.as(
                dispatcher,
                () -> opinions.enter(
                        letter, "省复核〔2025〕8号", "省人民政府", Time.today().minusDays(90), dispatcher));

        Desk.as("dispatch")
                .complete(
                        letter,
                        "decideClass",
                        with(Typed.appeal(), "disposal", "NO_FURTHER", "disposalDelivery", "POST"));

        assertThat(cases.get(letter).endReason()).contains(EndReason.NOT_ACCEPTED_AGAIN);
        assertThat(records.printed(letter, PaperKind.NO_FURTHER_NOTICE)).contains("省复核〔2025〕8号");
        assertThat(gateway.asSystem(() -> gateway.openTasks(letter))).isEmpty();
        assertThat(deadlines.of(letter)).noneMatch(clock -> clock.isRunning());
    }

    @Test
    void aPetitionThatComesCompleteIsSortedWithoutAnyRegistrationTask() {
        OfficerId clerk = new OfficerId("intake");
        Registration online = ARegistration.by(Channel.LETTER)
                .from(Typed.NAME)
                .receivedOn("2026-03-02")
                .build();
        Time.is("2026-03-10");

        Received received = gateway.as(clerk, () -> intake.receive(online, BUREAU, clerk));

        assertThat(Desk.as("dispatch").sees(received.number())).containsExactly("decideClass");
        assertThat(deadlines.find(received.number(), ClockKind.D2).orElseThrow().rawDue())
                .isEqualTo("2026-03-17");
        assertThat(cases.opens(received.number(), received.queryCode())).isTrue();
    }

    private static Map<String, Object> guidance(String deliveryMethod) {
        return Map.of(
                "procedureName", "民事诉讼",
                "procedureBody", "滨江区人民法院",
                "guidance", "该纠纷请向人民法院提起民事诉讼。",
                "deliveryMethod", deliveryMethod);
    }

    private static String handlersOffered(PetitionId petition) {
        return String.valueOf(Desk.as("handler")
                .open(petition, "decideClass")
                .getValueTyped("handlers")
                .getValue());
    }

    private OpenTaskRow openTask(PetitionId petition) {
        return gateway.asSystem(() -> gateway.openTasks(petition)).get(0);
    }

    private long watchesOf(PetitionId petition) {
        return jdbc.sql("""
                        select count(*) from act_ru_execution
                        where business_key_ = :petition and proc_def_id_ like 'deadlineWatch:%'""")
                .param("petition", petition.value())
                .query(Long.class)
                .single();
    }
}
