package org.huiyin.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Petitions.HEAD;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Map;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Accepted on 2026-06-01, so that D6 ends on 2026-07-31. */
@HuiyinTest
@DisplayName("延长办理期限：第三十四条")
class ExtensionTest {
    private static final String WHY = "需要委托鉴定管道材质。";
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE", "deliveryMethod", "POST");

    @Autowired
    Extensions extensions;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    @Autowired
    ApplicationContext context;

    private final Desk head = Desk.as("head");

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("第三十四条 最多三十日，至少一日，必须说明理由")
    void atMostThirtyDaysAndNeverWithoutAReason() {
        PetitionId id = accepted().id();
        assertThat(extensions.longest(id, HANDLER)).contains(30);

        assertRefused(() -> ask(id, 31, WHY), "days", "1至30日");
        assertRefused(() -> ask(id, 0, WHY), "days", "1至30日");
        assertRefused(() -> ask(id, 30, " \u200B"), "reason", "必须填写");
        assertThat(extensions.openRequest(id)).isEmpty();
        assertThat(head.sees(id)).isEmpty();
    }

    @Test
    @DisplayName("第三十四条 只有承办人可以申请，审批的是另一个人")
    void theHandlerAsksAndAnotherDecides() {
        PetitionId id = accepted().id();
        assertThat(extensions.longest(id, HEAD)).isEmpty();
        assertRefused(() -> gateway.as(HEAD, () -> extensions.request(id, 10, WHY, HEAD)), "days", "只有承办人本人");
        ask(id, 10, WHY);

        assertRefused(
                () -> gateway.as(HANDLER, () -> extensions.approve(id, DeliveryMethod.POST, HANDLER)),
                "decision",
                "审批人不得是承办人");
        assertRefused(() -> gateway.as(HANDLER, () -> extensions.refuse(id, "不批", HANDLER)), "decision", "审批人不得是承办人");
        assertThat(Desk.as("handler").sees(id)).containsExactly("draftOpinion");
        assertThat(records.clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
    }

    @Test
    @DisplayName("第三十四条 期限届满的当日还可以批准，届满后申请自行了结")
    void whatIsNotDecidedInTimeEndsByItself() {
        PetitionId inTime = accepted().id();
        PetitionId late = accepted().id();
        ask(inTime, 30, WHY);
        ask(late, 30, WHY);
        assertThat(head.task(late, "approveExtension").getDueDate().toInstant()).isEqualTo("2026-07-31T15:59:59Z");

        Time.is("2026-07-31");
        head.complete(inTime, "approveExtension", APPROVE);
        Time.is("2026-08-01");
        Jobs.of(context, late).runDue();
        Jobs.of(context, inTime).runDue();

        assertThat(records.clock(inTime, ClockKind.D6).rawDue()).isEqualTo("2026-08-30");
        assertThat(records.journal(inTime)).doesNotContain(JournalKind.EXTENSION_LAPSED);
        assertThat(records.entry(late, JournalKind.EXTENSION_LAPSED).facts()).containsEntry("evidence", "办理期限届满");
        assertThat(records.entry(late, JournalKind.EXTENSION_LAPSED).actor()).isEqualTo(OfficerId.SYSTEM);
        assertThat(head.sees(late)).isEmpty();
        assertThat(Desk.as("handler").sees(late))
                .as("the matter is still to be handled")
                .containsExactly("draftOpinion");
        assertThat(records.hasPaper(late, PaperKind.EXTENSION_NOTICE)).isFalse();
    }

    @Test
    @DisplayName("第三十四条 届满之后不得申请，也不得批准")
    void afterTheEndThereIsNothingToExtend() {
        PetitionId id = accepted().id();
        PetitionId asked = accepted().id();
        ask(asked, 10, WHY);

        Time.is("2026-08-01");

        assertRefused(() -> ask(id, 10, WHY), "days", "届满之前");
        assertThat(extensions.longest(id, HANDLER)).isEmpty();
        assertThatNothingIsExtended(asked);
    }

    @Test
    @DisplayName("第三十四条 只有一次；不批准的可以再申请，同时只有一份申请")
    void onceOnlyButARefusalIsNoExtension() {
        PetitionId id = accepted().id();
        ask(id, 30, WHY);
        assertRefused(() -> ask(id, 10, WHY), "days", "正在等待");
        head.complete(id, "approveExtension", Map.of("decision", "REFUSE", "refusalReason", "请先缩短。"));

        ask(id, 10, WHY);
        head.complete(id, "approveExtension", APPROVE);

        assertThat(records.clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-08-10");
        assertRefused(() -> ask(id, 10, WHY), "days", "只能延长一次");
    }

    @Test
    @DisplayName("第三十四条 受理之前、签发之后不得申请延期")
    void onlyWhileTheMatterIsHandled() {
        Life life = Life.ofALetter().withTheHandler();
        assertRefused(() -> ask(life.id(), 10, WHY), "days", "受理之后");

        life.accepted().drafted().signed();

        assertRefused(() -> ask(life.id(), 10, WHY), "days", "已经签发");
    }

    @Test
    @DisplayName("第二十三条 姓名地址不清的无须告知延期，记明理由；清楚的必须告知")
    void thePetitionerIsToldUnlessNobodyCanBe() {
        PetitionId nameless =
                Life.ofAnAnonymousLetter().withTheHandler().accepted("NOT_DUE").id();
        PetitionId named = accepted().id();
        ask(nameless, 10, WHY);
        ask(named, 10, WHY);
        assertThat(head.claim(nameless, "approveExtension").open(nameless, "approveExtension"))
                .containsEntry("deliveryMethod", "NOT_DUE");

        Map<String, Object> silent = Map.of("decision", "APPROVE", "deliveryMethod", "NOT_DUE");
        assertRefused(() -> head.complete(named, "approveExtension", silent), "deliveryMethod", "应当书面告知");
        assertRefused(() -> head.complete(nameless, "approveExtension", APPROVE), "deliveryMethod", "无从送达");
        head.complete(nameless, "approveExtension", silent);

        assertThat(records.paper(nameless, PaperKind.EXTENSION_NOTICE).deliveryMethod())
                .contains(DeliveryMethod.NOT_DUE);
        assertThat(records.clock(nameless, ClockKind.D6).rawDue()).isEqualTo("2026-08-10");
        assertThat(records.clock(nameless, ClockKind.D6).terms().told()).isEmpty();
        assertThat(records.clock(named, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
    }

    @Test
    void theHeadReadsWhatIsAskedAndUntilWhen() {
        PetitionId id = accepted().id();
        ask(id, 20, WHY);

        assertThat(head.open(id, "approveExtension"))
                .containsEntry("extensionReason", WHY)
                .containsEntry("requestedDays", "20日")
                .containsEntry("dueOn", "2026年7月31日")
                .containsEntry("extendedTo", "2026年8月20日");
    }

    @Test
    @DisplayName("第三十四条 延期后在办任务的到期日随之推后")
    void theOpenTaskIsDueByTheLaterDay() {
        PetitionId id = accepted().id();
        ask(id, 30, WHY);

        head.complete(id, "approveExtension", APPROVE);

        assertThat(Desk.as("handler").task(id, "draftOpinion").getDueDate().toInstant())
                .isEqualTo("2026-08-30T15:59:59Z");
    }

    private void assertThatNothingIsExtended(PetitionId id) {
        assertRefused(() -> head.complete(id, "approveExtension", APPROVE), "clock", "届满");
        assertThat(records.clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
        assertThat(records.hasPaper(id, PaperKind.EXTENSION_NOTICE)).isFalse();
    }

    private static Life accepted() {
        return Life.ofALetter().withTheHandler().accepted();
    }

    private void ask(PetitionId id, int days, String why) {
        gateway.as(HANDLER, () -> extensions.request(id, days, why, HANDLER));
    }
}
