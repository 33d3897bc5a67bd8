package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Optional;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("第三十八条 催办")
class RemindersTest {
    private static final OfficerId SUPERVISE = new OfficerId("supervise");
    private static final OfficerId HANDLER = new OfficerId("handler");

    @Autowired
    Reminders reminders;

    @Autowired
    CaseFile cases;

    @Autowired
    Bars bars;

    @Autowired
    EngineGateway engine;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    Records records;

    @BeforeEach
    void aMonday() {
        Time.is("2026-03-02");
    }

    @Test
    @DisplayName("催办承办人，有时间、有记录；承办人回复，催办的人看得到；期限不动")
    void theHolderIsRemindedAndAnswers() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();
        var due = records.clock(id, org.huiyin.deadline.ClockKind.D6).rawDue();

        remind(id, "请尽快答复", SUPERVISE);

        assertThat(reminders.waitingFor(HANDLER)).extracting(Reminder::petition).contains(id);
        Reminder asked = reminders.of(id).get(0);
        assertThat(asked.holder()).isEqualTo(HANDLER);
        assertThat(asked.at()).isEqualTo(Time.now());
        JournalEntry entry = records.entry(id, JournalKind.REMINDED);
        assertThat(entry.actor()).isEqualTo(SUPERVISE);
        assertThat(entry.facts()).containsEntry("person", "handler");
        assertThat(entry.typed()).contains("请尽快答复");

        reply(id, asked.id(), "本周内答复", HANDLER);

        assertThat(reminders.waitingFor(HANDLER)).extracting(Reminder::petition).doesNotContain(id);
        assertThat(reminders.of(id).get(0).reply()).hasValueSatisfying(reply -> {
            assertThat(reply.text()).isEqualTo("本周内答复");
            assertThat(reply.by()).isEqualTo(HANDLER);
        });
        assertThat(records.entry(id, JournalKind.REMINDER_ANSWERED).actor()).isEqualTo(HANDLER);
        assertThat(records.clock(id, org.huiyin.deadline.ClockKind.D6).rawDue()).isEqualTo(due);
    }

    @Test
    @DisplayName("同一天不重复催办，换一个人也不行；第二天可以")
    void aSecondReminderOfTheSameDayIsRefused() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        remind(id, "请尽快受理", SUPERVISE);

        assertRefused(() -> remind(id, "再催一次", new OfficerId("leader")), "asked", "今天已经催办过");
        assertThat(reminders.of(id)).hasSize(1);

        Time.is("2026-03-03");
        remind(id, "再催一次", new OfficerId("leader"));
        assertThat(reminders.of(id)).hasSize(2);
    }

    @Test
    @DisplayName("R25 没有承办人的，催办责任单位的第一责任人")
    void withoutAHandlerTheFirstResponsibleIsReminded() {
        PetitionId id = Life.ofALetter().sorted().forwarded().id();

        remind(id, "请尽快签收", SUPERVISE);

        assertThat(reminders.of(id).get(0).holder()).isEqualTo(new OfficerId("head"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake",
                "dispatch",
                "handler",
                "reviewer",
                "sealed",
                "analyst",
                "operator",
                "admin",
                "qingpingSupervise",
                "qingpingLeader",
                "nobody"
            })
    @DisplayName("没有督查权限的、别的区的，不能催办")
    void whoHasNoRightOverTheOrganDoesNotRemind(String who) {
        PetitionId id = Life.ofALetter().withTheHandler().id();

        assertThatThrownBy(() -> remind(id, "请尽快", new OfficerId(who))).isInstanceOf(RightMissing.class);
        assertThat(reminders.of(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "binjiangSupervise", "binjiangLeader", "head"})
    @DisplayName("领导和督查员在自己的范围内可以催办")
    void leadersAndSupervisorsRemindWithinTheirReach(String who) {
        PetitionId id = Life.ofALetter().withTheHandler().id();

        remind(id, "请尽快", new OfficerId(who));

        assertThat(reminders.of(id)).hasSize(1);
    }

    @Test
    @DisplayName("第二十八条、第三十条 应当回避的、密件以外的人不能催办")
    void theBarredAndThoseOutsideTheCircleDoNotRemind() {
        PetitionId barred = Life.ofALetter().withTheHandler().id();
        engine.as(
                SUPERVISE,
                () -> tx.executeWithoutResult(status -> {
                    cases.lock(barred);
                    bars.recuse(barred, SUPERVISE);
                }));
        PetitionId sealed = Life.ofALetter().id();
        engine.as(
                new OfficerId("intake"),
                () -> tx.executeWithoutResult(
                        status -> cases.classify(sealed, PetitionClass.ACCUSATION, Optional.empty(), "检举")));

        assertThatThrownBy(() -> remind(barred, "请尽快", SUPERVISE)).isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> remind(sealed, "请尽快", SUPERVISE)).isInstanceOf(RightMissing.class);
    }

    @Test
    @DisplayName("别人不能代为回复，一次催办只回复一次；责任单位负责人可以回复")
    void onlyWhoHasItInHandAnswersAndOnce() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        remind(id, "请尽快受理", SUPERVISE);
        int asked = reminders.of(id).get(0).id();

        assertRefused(() -> reply(id, asked, "已办", new OfficerId("reviewer")), "reply", "承办人");
        assertRefused(() -> reply(id, asked, "已办", SUPERVISE), "reply", "承办人");
        assertRefused(() -> reply(id, asked, " ", HANDLER), "reply", "必须写明");
        assertRefused(() -> reply(id, asked + 1_000_000, "已办", HANDLER), "reply", "没有这次催办");
        reply(id, asked, "今日受理", new OfficerId("head"));
        assertRefused(() -> reply(id, asked, "再说一次", HANDLER), "reply", "已经回复过");
    }

    @Test
    void whatHasEndedOrIsEmptyIsRefusedAndNothingIsWritten() {
        PetitionId id = Life.ofALetter().id();
        assertRefused(() -> remind(id, "  ", SUPERVISE), "asked", "必须写明");
        assertRefused(() -> remind(id, "催".repeat(501), SUPERVISE), "asked", "催办内容");
        engine.as(
                new OfficerId("dispatch"),
                () -> tx.executeWithoutResult(status -> cases.end(id, EndReason.ON_THE_SPOT, "已当面答复")));

        assertRefused(() -> remind(id, "请尽快", SUPERVISE), "asked", "已经办结");
        assertThat(reminders.of(id)).isEmpty();
        assertThat(records.journal(id)).doesNotContain(JournalKind.REMINDED);
    }

    private void remind(PetitionId id, String text, OfficerId by) {
        engine.as(by, () -> reminders.remind(id, text, by));
    }

    private void reply(PetitionId id, int reminder, String text, OfficerId by) {
        engine.as(by, () -> reminders.reply(id, reminder, text, by));
    }
}
