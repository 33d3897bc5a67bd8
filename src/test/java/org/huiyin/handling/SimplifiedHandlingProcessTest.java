package org.huiyin.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Petitions.HANDLER;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.time.LocalDate;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Procedure;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.PaperKind;
import org.huiyin.simplified.SimplifiedProcedure;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HuiyinTest
@CoversAllPathsOf("simplifiedHandling")
@DisplayName("R46 简易办理：《信访事项简易办理办法》，第三十二条、第三十四条、第三十五条")
class SimplifiedHandlingProcessTest {
    private static final String WHY = "现场查看发现涉及管网改造，情况复杂。";

    @Autowired
    SimplifiedProcedure simplified;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Petitions petitions;

    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    @Autowired
    ApplicationContext context;

    private final Desk handler = Desk.as("handler");

    @BeforeEach
    void aMondayInJune() {
        Time.is("2026-06-01");
    }

    @Test
    @DisplayName("D10 适用简易程序受理：十个工作日，受理告知书写明，可以电话告知")
    void acceptingBeginsTenWorkingDaysAndMayBeToldByTelephone() {
        PetitionId id = accepted().id();

        assertThat(records.clock(id, ClockKind.D10).rawDue()).isEqualTo("2026-06-15");
        assertThat(records.hasClock(id, ClockKind.D6)).isFalse();
        assertThat(records.clock(id, ClockKind.D4).state()).isEqualTo(ClockState.MET);
        assertThat(records.paper(id, PaperKind.ACCEPTANCE_NOTICE).deliveryMethod())
                .contains(DeliveryMethod.PHONE);
        assertThat(records.printed(id, PaperKind.ACCEPTANCE_NOTICE))
                .contains("适用简易程序")
                .contains("2026年6月15日")
                .doesNotContain("出具信访处理意见书");
        assertThat(records.clock(id, ClockKind.D10).terms().told())
                .map(Told::due)
                .contains(LocalDate.parse("2026-06-15"));
        assertThat(cases.get(id).procedure()).contains(Procedure.SIMPLIFIED);
        assertThat(handler.sees(id)).containsExactly("giveSimplifiedAnswer");
        assertThat(handler.task(id, "giveSimplifiedAnswer").getDueDate()).isInSameDayAs("2026-06-15");
    }

    @Test
    @DisplayName("电话答复：当日完成，不需登记送达；评价期起算，复查申请期自信访人凭查询码收到书面答复起算")
    void anAnswerByTelephoneIsAnsweredThatDay() {
        Life life = accepted();
        PetitionId id = life.id();
        Time.is("2026-06-04");
        handler.complete(id, "giveSimplifiedAnswer", with(Life.simplifiedAnswer("PHONE"), "answeredOn", "2026-06-03"));

        assertThat(records.paper(id, PaperKind.SIMPLIFIED_REPLY).number()).startsWith("滨建信访简复〔2026〕");
        assertThat(records.printed(id, PaperKind.SIMPLIFIED_REPLY))
                .contains("电话")
                .contains("2026年6月3日")
                .contains("滨江区人民政府");
        assertThat(records.clock(id, ClockKind.D10).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(id, ClockKind.D10).end().orElseThrow().at())
                .as("the deed counts, not its entry")
                .isBefore(Time.now());
        assertThat(records.clock(id, ClockKind.D22).start().on()).isEqualTo("2026-06-03");
        assertThat(records.hasClock(id, ClockKind.D12))
                .as("nobody has a written answer yet")
                .isFalse();
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ANSWERED);
        assertThat(records.entry(id, JournalKind.SIMPLY_ANSWERED).typed()).contains("本人接听，没有异议。");
        assertThat(records.isOver(id, HandlingProcess.ID)).isTrue();

        Time.is("2026-07-10");
        Jobs.of(context, id).runDue();
        assertThat(cases.get(id).endReason()).contains(EndReason.SIMPLY_ANSWERED);
    }

    @Test
    @DisplayName("第三十五条 书面简易答复登记送达，复查申请期自收到之日起算")
    void aWrittenAnswerIsRecordedAsReceived() {
        Life life = accepted().simplyAnswered("POST");
        PetitionId id = life.id();
        assertThat(records.hasClock(id, ClockKind.D22)).as("not received yet").isFalse();
        assertThat(handler.sees(id)).containsExactly("recordSimplifiedReceipt");

        Time.is("2026-06-05");
        handler.complete(
                id, "recordSimplifiedReceipt", java.util.Map.of("receiptKind", "SIGNED", "receivedOn", "2026-06-04"));

        assertThat(records.clock(id, ClockKind.D12).start().on()).isEqualTo("2026-06-04");
        assertThat(records.clock(id, ClockKind.D12).rawDue()).isEqualTo("2026-07-04");
        assertThat(records.clock(id, ClockKind.D22).start().on()).isEqualTo("2026-06-04");
        assertThat(records.isOver(id, HandlingProcess.ID)).isTrue();
    }

    @Test
    @DisplayName("承办人转为普通程序：办理期限自同一受理日起算，告知信访人，回到拟写意见")
    void theHandlerGoesOverToTheOrdinaryProcedure() {
        PetitionId id = accepted().id();
        Time.is("2026-06-10");

        toOrdinary(id, WHY);

        assertThat(records.clock(id, ClockKind.D10).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(records.clock(id, ClockKind.D6).start().on()).isEqualTo("2026-06-01");
        assertThat(records.clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
        assertThat(records.printed(id, PaperKind.CONVERSION_NOTICE))
                .contains("2026年7月31日")
                .contains(WHY);
        assertThat(records.paper(id, PaperKind.CONVERSION_NOTICE).deliveryMethod())
                .as("told as the acceptance was")
                .contains(DeliveryMethod.PHONE);
        assertThat(records.clock(id, ClockKind.D6).terms().told())
                .map(Told::due)
                .contains(LocalDate.parse("2026-07-31"));
        assertThat(cases.get(id).procedure()).contains(Procedure.ORDINARY);
        assertThat(handler.sees(id)).containsExactly("draftOpinion");
        assertThat(handler.task(id, "draftOpinion").getDueDate()).isInSameDayAs("2026-07-31");

        Life.of(id).drafted().signed().sent("POST").received();
        assertThat(records.isOver(id, HandlingProcess.ID)).isTrue();
        assertThat(records.clock(id, ClockKind.D6).state()).isEqualTo(ClockState.MET);
    }

    @Test
    @DisplayName("D10 届满未答复：系统转为普通程序，期限自原受理日起算，公布在查询码之下告知")
    void whatIsNotAnsweredInTenDaysGoesOnByItself() {
        PetitionId id = accepted().id();

        Time.is("2026-06-16");
        Jobs.of(context, id).runDue();

        assertThat(records.clock(id, ClockKind.D6).rawDue()).isEqualTo("2026-07-31");
        assertThat(records.paper(id, PaperKind.CONVERSION_NOTICE).deliveryMethod())
                .contains(DeliveryMethod.PUBLISHED);
        assertThat(handler.sees(id)).containsExactly("draftOpinion");
        assertRefused(() -> toOrdinary(id, WHY), "reason", "没有适用简易程序");
    }

    @Test
    @DisplayName("姓名或者联系方式不清：答复公布在查询码之下")
    void withoutAnAddresseeTheAnswerIsPublished() {
        Life life = Life.ofAnAnonymousLetter().withTheHandler().acceptedAsSimplified("NOT_DUE");
        PetitionId id = life.id();
        assertThat(handler.open(id, "giveSimplifiedAnswer")).containsEntry("answerWay", "PUBLISHED");
        assertRefused(() -> life.simplyAnswered("PHONE"), "deliveryMethod", "无从送达");

        life.simplyAnswered("PUBLISHED");

        assertThat(records.clock(id, ClockKind.D22).start().on()).isEqualTo(Time.today());
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ANSWERED);
    }

    @Test
    @DisplayName("答复要写明方式和情况；书面答复不得倒签，口头答复不得早于受理")
    void whatIsAnsweredIsChecked() {
        PetitionId id = accepted().id();
        Time.is("2026-06-03");

        assertRefused(
                () -> handler.complete(
                        id, "giveSimplifiedAnswer", with(Life.simplifiedAnswer("PHONE"), "answerNote", "")),
                "answerNote",
                "由谁接听");
        assertRefused(
                () -> handler.complete(
                        id, "giveSimplifiedAnswer", with(Life.simplifiedAnswer("ORAL"), "answeredOn", "2026-05-30")),
                "answeredOn",
                "受理日期");
        assertRefused(
                () -> handler.complete(
                        id, "giveSimplifiedAnswer", with(Life.simplifiedAnswer("POST"), "answeredOn", "2026-06-02")),
                "answeredOn",
                "请填写今天");
        assertThat(records.hasPaper(id, PaperKind.SIMPLIFIED_REPLY)).isFalse();
        assertThat(handler.sees(id)).containsExactly("giveSimplifiedAnswer");
    }

    @Test
    @DisplayName("答复之后不再转换；非承办人不得转换；没有理由不得转换")
    void afterTheAnswerOrByAnotherThereIsNoWayBack() {
        Life life = accepted();
        PetitionId id = life.id();
        assertRefused(
                () -> gateway.as(Petitions.HEAD, () -> simplified.toOrdinary(id, WHY, Petitions.HEAD)),
                "reason",
                "只有承办人本人");
        assertRefused(() -> toOrdinary(id, " "), "reason", "必须填写");

        life.simplyAnswered("POST");

        assertRefused(() -> toOrdinary(id, WHY), "reason", "已经简易答复");
        assertThat(simplified.mayLeave(id, HANDLER)).isFalse();
        assertThat(records.hasPaper(id, PaperKind.CONVERSION_NOTICE)).isFalse();
    }

    private Life accepted() {
        return Life.ofALetter().withTheHandler().acceptedAsSimplified();
    }

    private void toOrdinary(PetitionId id, String why) {
        gateway.as(HANDLER, () -> simplified.toOrdinary(id, why, HANDLER));
    }
}
