package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.Alerts;
import org.huiyin.deadline.Digest;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HuiyinTest
@CoversAllPathsOf("contribution")
@DisplayName("R5、R36、第二十四条 协办单位提出协办意见，主办单位负责")
class ContributionProcessTest {
    private static final OrganId MANAGEMENT = new OrganId("binjiangUrbanManagement");
    private static final OfficerId HELPING_HEAD = new OfficerId("binjiangUrbanManagementHead");
    private static final OfficerId HELPING_HANDLER = new OfficerId("binjiangUrbanManagementHandler");
    private static final String ANSWER = "该段管道产权属自来水公司，占道围挡已于昨日拆除。";

    @Autowired
    Helpers helpers;

    @Autowired
    Contributions contributions;

    @Autowired
    Alerts alerts;

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    @Autowired
    HistoryService history;

    @Autowired
    ApplicationContext context;

    private final Desk helper = Desk.as(HELPING_HANDLER);
    private final Desk handler = Desk.as("handler");

    @Test
    @DisplayName("协办单位的承办人领取、提出意见，写入案卷，主办单位即可见到；不进入引擎")
    void theHelperAnswersAndTheLeadReads() {
        Time.is("2026-03-02");
        PetitionId petition = withTheHandler();
        long request = ask(petition, "2026-03-20").id();

        assertThat(helper.sees(petition)).containsExactly("giveContribution");
        assertThat(helper.task(petition, "giveContribution").getDueDate().toInstant())
                .isEqualTo("2026-03-20T15:59:59Z");
        assertThat(helper.open(petition, "giveContribution"))
                .containsEntry("leadOrgan", "滨江区住房和城乡建设局")
                .containsEntry("contributionDue", "2026年3月20日")
                .containsEntry("helperTask", "查明管道产权。");
        assertRefused(() -> give(petition, "  "), "contribution", "请填写");
        give(petition, ANSWER);

        Helper received = contributions.get(petition, request);
        assertThat(received.state(Time.today())).isEqualTo(HelperState.RECEIVED);
        assertThat(received.isLate()).isFalse();
        assertThat(received.contribution().orElseThrow().text()).isEqualTo(ANSWER);
        assertThat(received.contribution().orElseThrow().by()).isEqualTo(HELPING_HANDLER);
        assertThat(records.entry(petition, JournalKind.HELPER_ANSWERED).typed()).contains(ANSWER);
        assertThat(records.isOver(petition, "contribution")).isTrue();
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .noneMatch(variable -> ANSWER.equals(variable.getValue()));
    }

    @Test
    @DisplayName("到期前提醒承办人，逾期告知协办单位负责人和主办承办人；迟到的意见照样收下，主办单位照常办理")
    void aLateHelperIsRemindedAndNeverStopsTheLead() {
        Time.is("2026-03-02");
        PetitionId petition = withTheHandler();
        long request = ask(petition, "2026-03-20").id();
        assertThat(jobs(petition)).as("one timer for a request").hasSize(1);

        Time.is("2026-03-17");
        Jobs.of(context, petition).runDue();
        assertThat(told(HELPING_HEAD, petition))
                .as("nobody has taken it: the first-responsible person")
                .containsExactly(Lamp.YELLOW);
        assertThat(told(Petitions.HANDLER, petition)).isEmpty();
        assertThat(jobs(petition)).hasSize(1);

        helper.claim(petition, "giveContribution");
        Time.is("2026-03-21");
        Jobs.of(context, petition).runDue();
        assertThat(contributions.get(petition, request).state(Time.today())).isEqualTo(HelperState.OVERDUE);
        assertThat(records.journal(petition)).containsOnlyOnce(JournalKind.HELPER_OVERDUE);
        assertThat(told(HELPING_HANDLER, petition)).containsExactly(Lamp.OVERDUE);
        assertThat(told(HELPING_HEAD, petition)).containsExactly(Lamp.OVERDUE);
        assertThat(told(Petitions.HANDLER, petition)).containsExactly(Lamp.OVERDUE);
        assertThat(alerts.today(HELPING_HANDLER).unread()).isTrue();
        assertThat(jobs(petition)).as("no poll").isEmpty();

        Life.of(petition).drafted().signed();
        give(petition, ANSWER);
        assertThat(contributions.get(petition, request).state(Time.today())).isEqualTo(HelperState.RECEIVED);
        assertThat(contributions.get(petition, request).isLate()).isTrue();
        assertThat(alerts.today(HELPING_HANDLER).reminders().stream()
                        .filter(line -> line.petition().equals(petition)))
                .allMatch(Digest.Reminded::settled);
    }

    @Test
    @DisplayName("主办单位调整期限：待办、提醒随之变动；逾期之后延长的重新提醒")
    void theLeadSetsAnotherDay() {
        Time.is("2026-03-02");
        PetitionId petition = withTheHandler();
        long request = ask(petition, "2026-03-20").id();
        helper.claim(petition, "giveContribution");

        postpone(petition, request, "2026-04-10", "handler");
        assertThat(helper.task(petition, "giveContribution").getDueDate().toInstant())
                .isEqualTo("2026-04-10T15:59:59Z");
        assertThat(records.entry(petition, JournalKind.HELPER_POSTPONED).facts())
                .containsEntry("rawBefore", "2026-03-20")
                .containsEntry("rawDue", "2026-04-10");
        Time.is("2026-03-25");
        Jobs.of(context, petition).runDue();
        assertThat(told(HELPING_HANDLER, petition)).as("not near any more").isEmpty();

        Time.is("2026-04-08");
        Jobs.of(context, petition).runDue();
        assertThat(told(HELPING_HANDLER, petition)).containsExactly(Lamp.YELLOW);
        postpone(petition, request, "2026-04-30", "dispatch");
        Time.is("2026-05-06");
        Jobs.of(context, petition).runDue();
        assertThat(told(HELPING_HANDLER, petition)).containsExactly(Lamp.OVERDUE);

        postpone(petition, request, "2026-05-20", "handler");
        assertThat(contributions.get(petition, request).state(Time.today())).isEqualTo(HelperState.ASKED);
        assertThat(jobs(petition)).hasSize(1);
        Time.is("2026-05-21");
        Jobs.of(context, petition).runDue();
        assertThat(records.journal(petition).stream().filter(JournalKind.HELPER_OVERDUE::equals))
                .hasSize(2);
    }

    @Test
    @DisplayName("主办单位说明理由撤回，协办单位的待办取消；之后可以再次请求")
    void theLeadWithdrawsAndAsksAgain() {
        PetitionId petition = withTheHandler();
        long request = ask(petition, Petitions.day(10)).id();
        helper.claim(petition, "giveContribution");

        assertThatThrownBy(() -> withdraw(petition, request, " ", "handler"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("必须填写");
        withdraw(petition, request, "已经自行查明。", "handler");

        assertThat(helper.sees(petition)).isEmpty();
        assertThat(contributions.get(petition, request).state(Time.today())).isEqualTo(HelperState.WITHDRAWN);
        assertThat(records.entry(petition, JournalKind.HELPER_WITHDRAWN).typed())
                .contains("已经自行查明。");
        assertThat(records.isOver(petition, "contribution")).isTrue();
        assertThatThrownBy(() -> withdraw(petition, request, "再撤一次", "handler"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已经撤回");

        ask(petition, Petitions.day(5));
        give(petition, ANSWER);
        ask(petition, Petitions.day(7));
        assertThat(helpers.of(petition))
                .extracting(one -> one.state(Time.today()))
                .containsExactly(HelperState.WITHDRAWN, HelperState.RECEIVED, HelperState.ASKED);
    }

    @Test
    @DisplayName("几个协办单位各有待办，一个撤回不影响另一个")
    void eachHelperHasARequestOfItsOwn() {
        PetitionId petition = withTheHandler();
        long first = ask(petition, Petitions.day(10)).id();
        ask(petition, "binjiangLiudiStreet", Petitions.day(3));

        withdraw(petition, first, "不再需要。", "handler");

        assertThat(helper.sees(petition)).isEmpty();
        assertThat(Desk.as("binjiangLiudiHandler").sees(petition)).containsExactly("giveContribution");
    }

    @Test
    @DisplayName("异议经同意退回的，原主办单位的请求随之撤回；答复送出的不再需要")
    void aRequestEndsWithItsLeadAndWithTheAnswer() {
        PetitionId returned = Life.ofALetter().sorted().forwarded().id();
        ask(returned, Petitions.day(10));
        handler.complete(returned, "signIn", Typed.objection("binjiangLiudiStreet"));
        Desk.as("dispatch")
                .complete(returned, "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "属街道职责。"));
        assertThat(helper.sees(returned)).isEmpty();
        assertThat(helpers.of(returned).get(0).state(Time.today())).isEqualTo(HelperState.WITHDRAWN);

        PetitionId answered = withTheHandler();
        ask(answered, Petitions.day(10));
        Life.of(answered).drafted().signed().sent("POST");
        assertThat(helper.sees(answered)).isEmpty();
        assertThat(helpers.of(answered).get(0).withdrawal().orElseThrow().reason())
                .contains("答复已经送出");

        PetitionId declined = Life.ofALetter().withTheHandler().id();
        ask(declined, Petitions.day(10));
        Life.of(declined).declined("LEGAL_ROUTE");
        assertThat(records.isOver(declined, "contribution")).isTrue();
    }

    @Test
    @DisplayName("只有主办单位和转送单位可以调整、撤回；协办单位和旁人不能")
    void nobodyElseChangesARequest() {
        PetitionId petition = withTheHandler();
        long request = ask(petition, Petitions.day(10)).id();

        for (String stranger : List.of(
                "binjiangUrbanManagementHandler",
                "binjiangUrbanManagementHead",
                "head",
                "leader",
                "nanduDispatch",
                "sealed",
                "analyst")) {
            assertThatThrownBy(() -> postpone(petition, request, Petitions.day(20), stranger))
                    .as(stranger)
                    .isInstanceOf(RightMissing.class);
            assertThatThrownBy(() -> withdraw(petition, request, "不想办", stranger))
                    .as(stranger)
                    .isInstanceOf(RightMissing.class);
        }
        PetitionId other = withTheHandler();
        assertThatThrownBy(() -> withdraw(other, request, "别的事项", "handler"))
                .as("a request of another matter")
                .isInstanceOf(InvalidInput.class);
        assertThat(contributions.get(petition, request).isOpen()).isTrue();
    }

    @Test
    @DisplayName("新期限应当晚于今天，与原期限不同，写明理由")
    void aNewDayIsADayAhead() {
        PetitionId petition = withTheHandler();
        long request = ask(petition, Petitions.day(10)).id();

        for (String day : List.of(Petitions.day(0), Petitions.day(-1), Petitions.day(10), Petitions.day(800))) {
            assertThatThrownBy(() -> postpone(petition, request, day, "handler"))
                    .as(day)
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(records.journal(petition)).doesNotContain(JournalKind.HELPER_POSTPONED);
    }

    private PetitionId withTheHandler() {
        return Life.ofALetter().withTheHandler().accepted().id();
    }

    private Helper ask(PetitionId petition, String due) {
        return ask(petition, MANAGEMENT.value(), due);
    }

    private Helper ask(PetitionId petition, String organ, String due) {
        HelperOrder order = new HelperOrder(new OrganId(organ), LocalDate.parse(due), "查明管道产权。");
        return gateway.as(Petitions.HANDLER, () -> helpers.ask(petition, order, Petitions.HANDLER));
    }

    private void give(PetitionId petition, String text) {
        helper.complete(petition, "giveContribution", Map.of("contribution", text));
    }

    private void postpone(PetitionId petition, long request, String due, String officer) {
        OfficerId by = new OfficerId(officer);
        gateway.as(by, () -> contributions.postpone(petition, request, LocalDate.parse(due), "需要现场勘查。", by));
    }

    private void withdraw(PetitionId petition, long request, String reason, String officer) {
        OfficerId by = new OfficerId(officer);
        gateway.as(by, () -> contributions.withdraw(petition, request, reason, by));
    }

    private List<Lamp> told(OfficerId officer, PetitionId petition) {
        return alerts.today(officer).reminders().stream()
                .filter(line -> line.petition().equals(petition))
                .map(Digest.Reminded::lamp)
                .toList();
    }

    /** Timers of requests, those of the clocks left out. */
    private Set<String> jobs(PetitionId petition) {
        var engine = context.getBean(org.camunda.bpm.engine.ProcessEngine.class);
        Set<String> instances = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(petition.value())
                .processDefinitionKey("contribution")
                .list()
                .stream()
                .map(instance -> instance.getId())
                .collect(Collectors.toSet());
        return instances.isEmpty()
                ? Set.of()
                : engine.getManagementService().createJobQuery().processInstanceIds(instances).list().stream()
                        .map(job -> job.getId())
                        .collect(Collectors.toSet());
    }
}
