package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.huiyin.urgent.UrgentKind;
import org.huiyin.urgent.UrgentLevel;
import org.huiyin.urgent.UrgentMatters;
import org.huiyin.urgent.UrgentReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 取下一件 by its address, as Tasklist's button asks for it. The organ is one that no other test leaves work with. */
@HuiyinTest
class NextMatterTest {
    private static final String NEXT = "/camunda/api/huiyin/next";
    private static final String ORGAN = "binjiangEducationBureau";
    private static final String TAKER = "binjiangEducationHandler";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Journal journal;

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway engine;

    @Autowired
    UrgentMatters urgent;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Bars bars;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void nobodyIsAskedToLogInAndOnlyTheWebappMayAsk() {
        assertThat(WebSession.anonymous(port).post(NEXT, "{}").status()).isEqualTo(401);
        assertThat(WebSession.of(port, TAKER).postWithoutToken(NEXT, "{}").status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("最急的先取：重大紧急，超期，再按到期先后；每一件都说明为什么是它")
    void theMostUrgentComesFirstAndSaysWhy() {
        emptied();
        Time.is("2026-06-01");
        PetitionId overdue = forwarded();
        Time.is("2026-06-20");
        PetitionId fresh = forwarded();
        PetitionId pressing = forwarded();
        Jobs.of(context, overdue).runDue();
        OfficerId head = new OfficerId("binjiangEducationHead");
        engine.as(head, () -> urgent.flag(pressing, report(), head));

        WebSession taker = WebSession.of(port, TAKER);
        JsonNode first = take(taker);
        JsonNode second = take(taker);
        JsonNode third = take(taker);

        assertThat(List.of(number(first), number(second), number(third)))
                .containsExactly(pressing.value(), overdue.value(), fresh.value());
        assertThat(why(first)).contains("标为重大紧急，先于其他事项办理（1000分）", "还有2件待签收");
        assertThat(why(second)).contains("有期限已经超期（400分）", "无人领取");
        assertThat(why(third)).contains("合计").contains("还有0件待签收");
        assertThat(first.path("step").asText()).isEqualTo("签收或提出异议");
        assertThat(Desk.as(TAKER).task(pressing, "signIn").getAssignee()).isEqualTo(TAKER);
        assertThat(journal.of(pressing))
                .filteredOn(entry -> entry.kind() == JournalKind.TASK_TAKEN)
                .singleElement()
                .extracting(JournalEntry::actor)
                .isEqualTo(new OfficerId(TAKER));
    }

    @Test
    void whoeverHasNothingWaitingIsToldSoAndGivenNothing() {
        emptied();

        JsonNode none = take(WebSession.of(port, TAKER));

        assertThat(none.path("task").asText()).isEmpty();
        assertThat(why(none)).contains("本组没有待签收的事项");
    }

    @Test
    void ofWhatIsOfferedToOtherOrgansNothingIsGiven() {
        emptied();
        PetitionId elsewhere = Life.ofALetter().sorted().forwarded().id();

        JsonNode none = take(WebSession.of(port, TAKER));

        assertThat(none.path("task").asText()).isEmpty();
        assertThat(Desk.as("handler").task(elsewhere, "signIn").getAssignee()).isNull();
    }

    @Test
    @DisplayName("第二十八条 须回避的人，取下一件取不到这件事项")
    void theBarredAreNeverGivenIt() {
        emptied();
        PetitionId petition = forwarded();
        WebSession taker = WebSession.of(port, TAKER);
        barred(petition);

        JsonNode none = take(taker);

        assertThat(none.path("number").asText()).isNotEqualTo(petition.value());
        assertThat(Desk.as("dispatch").sees(petition)).isEmpty();
    }

    @Test
    @DisplayName("第三十二条 拟写人取不到自己拟写、等待审签的意见；另一位负责人取得到")
    void whoeverDraftedItIsNotGivenItToSign() {
        PetitionId petition =
                Life.ofALetter().withTheHandler().accepted().drafted().id();
        jdbc.sql("update signing.draft set drafted_by = 'head' where petition = :id")
                .param("id", petition.value())
                .update();

        assertThat(taken(WebSession.of(port, "head"))).doesNotContain(petition.value());

        jdbc.sql("update signing.draft set drafted_by = 'handler' where petition = :id")
                .param("id", petition.value())
                .update();
        assertThat(taken(WebSession.of(port, "head"))).contains(petition.value());
    }

    @Test
    @DisplayName("本件的下一步：归本人或本组的才列出、才能领取；他人和须回避的人没有")
    void theNextStepOfAMatterIsForWhoeverMayDoIt() {
        PetitionId petition = forwarded();
        String step = "/camunda/api/huiyin/petitions/" + petition + "/next-step";
        WebSession taker = WebSession.of(port, TAKER);
        WebSession stranger = WebSession.of(port, "handler");
        String task = Desk.as(TAKER).task(petition, "signIn").getId();

        JsonNode offered = taker.get(step).json();
        assertThat(offered.path("task").asText()).isEqualTo(task);
        assertThat(offered.path("mine").asBoolean()).isFalse();
        assertThat(stranger.get(step).json().path("task").asText()).isEmpty();
        assertThat(stranger.post(step, "{}").json().path("task").asText()).isEmpty();
        assertThat(WebSession.anonymous(port).get(step).status()).isEqualTo(401);

        JsonNode taken = taker.post(step, "{}").json();
        assertThat(taken.path("task").asText()).isEqualTo(task);
        assertThat(Desk.as(TAKER).task(petition, "signIn").getAssignee()).isEqualTo(TAKER);
        assertThat(taker.get(step).json().path("mine").asBoolean()).isTrue();
        assertThat(taker.get("/camunda/api/huiyin/newest").json().path("task").asText())
                .isNotEmpty();
    }

    @Test
    @DisplayName("第二十八条 须回避的人，也领取不到本件的下一步")
    void theBarredAreNotGivenTheNextStep() {
        PetitionId petition = forwarded();
        WebSession taker = WebSession.of(port, TAKER);
        barred(petition);

        assertThat(taker.post("/camunda/api/huiyin/petitions/" + petition + "/next-step", "{}")
                        .json()
                        .path("task")
                        .asText())
                .isEmpty();
    }

    @Test
    void onlyWhoeverAnswersForAnOrganIsOfferedAllOfItsWork() {
        assertThat(offersWholeOrgan("head")).isTrue();
        assertThat(offersWholeOrgan("handler")).isFalse();
        assertThat(offersWholeOrgan("intake")).isFalse();
        assertThat(WebSession.anonymous(port)
                        .get("/camunda/api/huiyin/worklist")
                        .status())
                .isEqualTo(401);
    }

    private boolean offersWholeOrgan(String officer) {
        return WebSession.of(port, officer)
                .get("/camunda/api/huiyin/worklist")
                .json()
                .path("wholeOrgan")
                .asBoolean();
    }

    private static List<String> taken(WebSession window) {
        List<String> taken = new ArrayList<>();
        for (String number = number(take(window)); !number.isEmpty(); number = number(take(window))) {
            taken.add(number);
        }
        return taken;
    }

    @Test
    @DisplayName("两人同时取下一件，各得一件，绝不重复")
    void manyWhoAskAtOnceNeverGetTheSame() throws Exception {
        List<String> officers = List.of("handler", "binjiangHousingHandlerTwo", "handler", "binjiangHousingHandlerTwo");
        IntStream.range(0, officers.size())
                .forEach(nth -> Life.ofALetter().sorted().forwarded());
        List<WebSession> windows =
                officers.stream().map(officer -> WebSession.of(port, officer)).toList();
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(windows.size());
        try {
            List<Future<JsonNode>> asked = windows.stream()
                    .map(window -> people.submit(() -> {
                        together.await();
                        return take(window);
                    }))
                    .toList();
            together.countDown();
            List<String> given = new ArrayList<>();
            for (int nth = 0; nth < officers.size(); nth++) {
                String task = asked.get(nth).get().path("task").asText();
                given.add(task);
                assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                        .isEqualTo(officers.get(nth));
            }

            assertThat(given).doesNotHaveDuplicates();
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void whoseRowAnotherHoldsIsPassedOverAndWaitedForWhenNothingElseIsLeft() throws Exception {
        emptied();
        Time.is("2026-06-01");
        PetitionId held = forwarded();
        Time.is("2026-06-03");
        PetitionId free = forwarded();
        WebSession taker = WebSession.of(port, TAKER);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<JsonNode> waiting = new TransactionTemplate(transactions).execute(tx -> {
                cases.lock(held);
                assertThat(number(take(taker))).isEqualTo(free.value());
                return other.submit(() -> take(taker));
            });

            assertThat(number(waiting.get())).isEqualTo(held.value());
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void whoeverHadATaskIsToldWhenItIsHisNoLonger() {
        emptied();
        forwarded();
        WebSession taker = WebSession.of(port, TAKER);
        String task = take(taker).path("task").asText();
        String standing = "/camunda/api/huiyin/tasks/" + task + "/standing";

        assertThat(taker.get(standing).json().path("mine").asBoolean()).isTrue();
        engine.asSystem(() -> tasks.setAssignee(task, "binjiangEducationHead"));
        assertThat(taker.get(standing).json().path("mine").asBoolean()).isFalse();
        assertThat(taker.get(standing).json().path("words").asText()).contains("没有提交");
        assertThat(WebSession.anonymous(port).get(standing).status()).isEqualTo(401);
    }

    private static PetitionId forwarded() {
        PetitionId id = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake").complete(id, "registerLetter", Typed.letter());
        return Life.of(id).sorted().forwardedTo(ORGAN).id();
    }

    private void barred(PetitionId petition) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(tx -> engine.asSystem(() -> {
                    cases.lock(petition);
                    bars.recuse(petition, new OfficerId(TAKER));
                }));
    }

    /** Whatever else waits there is taken first. */
    private void emptied() {
        taken(WebSession.of(port, TAKER));
    }

    private static UrgentReport report() {
        return new UrgentReport(UrgentKind.CROWD, UrgentLevel.URGENT, 30, "学校门口", "家长聚集要求答复", "已派人到场", Time.now());
    }

    private static JsonNode take(WebSession window) {
        WebSession.Answer answer = window.post(NEXT, "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String number(JsonNode given) {
        return given.path("number").asText();
    }

    private static String why(JsonNode given) {
        return StreamSupport.stream(given.path("why").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("；"));
    }
}
