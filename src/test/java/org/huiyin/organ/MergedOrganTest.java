package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.dispatch.HelperOrder;
import org.huiyin.dispatch.Helpers;
import org.huiyin.dispatch.Successors;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("第二十四条 合并、撤销的机关由继续行使其职权的机关办理")
class MergedOrganTest {
    private static final String MERGED = """
            [机构]
            编号,名称,文号字头,类别,级别,行政区划代码,块上级,条上级,复查机关,系统外复查机关,第一责任人,承接机关,可受理,有效
            binjiangUrbanManagement,滨江区城市管理局,滨城管,工作部门,区县,990101,binjiangGovernment,cityUrbanManagement,binjiangGovernment,,head,binjiangHousingBureau,否,否

            [人员]
            编号,姓名,机构,职务,角色,有效
            binjiangUrbanManagementHead,宋敬业,binjiangHousingBureau,副局长,负责人、领导,是
            binjiangUrbanManagementHandler,邢立新,binjiangHousingBureau,科员,登记员、分流员、承办人,是
            """;

    @Autowired
    OrganLoader loader;

    @Autowired
    OrganMirror mirror;

    @Autowired
    Organs organs;

    @Autowired
    Successors successors;

    @Autowired
    Helpers helpers;

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void backToWhatIsStored() {
        organs.reload();
    }

    @Test
    @DisplayName("待签收的事项跟着职权走，期限不变")
    void whatWaitsForTheDissolvedOrganWaitsForItsSuccessor() {
        PetitionId petition =
                Life.ofALetter().sorted().forwardedTo("binjiangUrbanManagement").id();
        String due = records.clock(petition, ClockKind.D4).rawDue().toString();
        afterTheMerger(() -> {
            successors.followAll();

            assertThat(cases.get(petition).organ()).isEqualTo(Petitions.HOUSING);
            assertThat(records.clock(petition, ClockKind.D4).holder()).isEqualTo(Petitions.HOUSING);
            assertThat(records.clock(petition, ClockKind.D4).rawDue()).isEqualTo(due);
            assertThat(records.clock(petition, ClockKind.D5).holder()).isEqualTo(Petitions.HOUSING);
            assertThat(records.entry(petition, JournalKind.FOLLOWED).facts())
                    .containsEntry("sender", "binjiangUrbanManagement")
                    .containsEntry("organ", "binjiangHousingBureau");
            OpenTaskRow task =
                    gateway.asSystem(() -> gateway.openTasks(petition)).get(0);
            assertThat(task.candidateGroups()).containsExactly("binjiangHousingBureau.handle");
            Desk.as("handler").complete(petition, "signIn", Typed.signIn("handler"));
            assertThat(cases.get(petition).person()).contains(Petitions.HANDLER);
        });
    }

    @Test
    @DisplayName("转送给已经撤销的机关的，到承接的机关")
    void forwardingFollowsToTheSuccessor() {
        PetitionId petition = Life.ofALetter().sorted().id();
        afterTheMerger(() -> {
            Desk.as("dispatch").complete(petition, "forwardPetition", Typed.forwardTo("binjiangUrbanManagement"));

            assertThat(cases.get(petition).organ()).isEqualTo(Petitions.HOUSING);
            assertThat(Desk.as("handler").sees(petition)).containsExactly("signIn");
        });
    }

    @Test
    @DisplayName("已签收、承办人随职权转隶的，仍由其承办；再次执行什么也不变")
    void theHandlerWhoMovedWithTheWorkKeepsIt() {
        PetitionId petition =
                Life.ofALetter().sorted().forwardedTo("binjiangUrbanManagement").id();
        String handler = "binjiangUrbanManagementHandler";
        Desk.as(handler).complete(petition, "signIn", Typed.signIn(handler));
        afterTheMerger(() -> {
            successors.followAll();
            successors.followAll();

            assertThat(cases.get(petition).organ()).isEqualTo(Petitions.HOUSING);
            assertThat(cases.get(petition).person().orElseThrow().value()).isEqualTo(handler);
            assertThat(records.journal(petition)).containsOnlyOnce(JournalKind.FOLLOWED);
            Desk.as(handler)
                    .complete(petition, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
            assertThat(records.clock(petition, ClockKind.D6).holder()).isEqualTo(new OrganId("binjiangHousingBureau"));
        });
    }

    @Test
    @DisplayName("R36 待复的协办请求跟着职权走，期限不变；承接机关就是主办单位的，自行撤回")
    void anOpenRequestForHelpFollowsToTheSuccessor() {
        PetitionId elsewhere =
                Life.ofALetter().sorted().forwardedTo("binjiangLiudiStreet").id();
        ask(elsewhere, "dispatch");
        PetitionId ours = Life.ofALetter().sorted().forwarded().id();
        ask(ours, "dispatch");
        Desk.as("binjiangUrbanManagementHandler").claim(elsewhere, "giveContribution");
        afterTheMerger(() -> {
            successors.followAll();
            successors.followAll();

            assertThat(helpers.of(elsewhere).get(0).organ()).isEqualTo(Petitions.HOUSING);
            assertThat(helpers.of(elsewhere).get(0).due()).isEqualTo(LocalDate.parse(Petitions.day(8)));
            assertThat(records.journal(elsewhere)).containsOnlyOnce(JournalKind.HELPER_FOLLOWED);
            Desk.as("binjiangUrbanManagementHandler")
                    .complete(elsewhere, "giveContribution", Map.of("contribution", "随职权转来，已查明。"));
            assertThat(helpers.of(elsewhere).get(0).contribution()).isPresent();

            assertThat(helpers.of(ours).get(0).withdrawal().orElseThrow().reason())
                    .contains("就是主办单位");
            assertThat(records.isOver(ours, "contribution")).isTrue();
        });
    }

    private void ask(PetitionId petition, String officer) {
        OfficerId by = new OfficerId(officer);
        HelperOrder order =
                new HelperOrder(new OrganId("binjiangUrbanManagement"), LocalDate.parse(Petitions.day(8)), "请协助查明。");
        gateway.as(by, () -> {
            helpers.ask(petition, order, by);
        });
    }

    /** Rolled back: the other tests have the city as it is. */
    private void afterTheMerger(Runnable work) {
        transaction.executeWithoutResult(rollback -> {
            rollback.setRollbackOnly();
            loader.load("merged.csv", MERGED.getBytes(StandardCharsets.UTF_8));
            mirror.run(OrganProcess::unknownPassword);
            work.run();
        });
    }
}
