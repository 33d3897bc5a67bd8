package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.deadline.ClocksAtHand.BUREAU;
import static org.huiyin.deadline.ClocksAtHand.HOUSING;
import static org.huiyin.deadline.ClocksAtHand.REVIEWING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the simplified procedure to the ordinary one, and what is counted back from a hearing. */
@HuiyinTest
class ConversionTest {
    @Autowired
    private ClocksAtHand clocks;

    @Autowired
    private Movements movements;

    @Autowired
    private Deadlines deadlines;

    @Test
    @DisplayName("简易办理转为普通程序：自同一收到日、同一受理日起算")
    void theOrdinaryProcedureCountsFromTheSameDays() {
        PetitionId petition = clocks.petition("2026-06-01");
        clocks.start(petition, ClockKind.D9);
        Time.is("2026-06-03");
        clocks.start(petition, ClockKind.D10);
        Time.is("2026-06-20");

        clocks.as(() -> movements.toOrdinary(petition, "涉及多个单位"));

        assertThat(clocks.clock(petition, ClockKind.D9).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(clocks.clock(petition, ClockKind.D10).end().orElseThrow().evidence())
                .isEqualTo("转为普通程序：涉及多个单位");
        assertThat(clocks.clock(petition, ClockKind.D4).rawDue()).isEqualTo("2026-06-16");
        assertThat(clocks.clock(petition, ClockKind.D4).lamp()).isEqualTo(Lamp.OVERDUE);
        assertThat(clocks.clock(petition, ClockKind.D6).rawDue()).isEqualTo("2026-08-02");
        assertThat(clocks.clock(petition, ClockKind.D6).start().evidence()).isEqualTo("转送函，2026年6月20日由简易程序转为普通程序");
        refused(() -> clocks.as(() -> movements.toOrdinary(petition, "再转一次")), "没有正在计时的简易程序期限");
    }

    @Test
    void whatWasAnsweredIsNotConvertedAndTheClockOfTheBureauIsKept() {
        PetitionId answered = clocks.petition("2026-06-01");
        clocks.start(answered, ClockKind.D10);
        clocks.as(() -> deadlines.met(answered, ClockKind.D10, Time.now(), "答复"));
        PetitionId sorted = clocks.petition("2026-06-02");
        clocks.as(() -> deadlines.start(sorted, ClockKind.D2, at("2026-06-01"), "来信", BUREAU, Optional.empty()));
        clocks.start(sorted, ClockKind.D8);

        refused(() -> clocks.as(() -> movements.toOrdinary(answered, "复杂")), "【办理程序】");
        refused(() -> clocks.as(() -> movements.toOrdinary(sorted, "")), "【转为普通程序的理由】必须填写");
        clocks.as(() -> movements.toOrdinary(sorted, "不属于简易事项"));

        assertThat(clocks.clock(sorted, ClockKind.D8).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(clocks.clock(sorted, ClockKind.D2).rawDue()).isEqualTo("2026-06-16");
    }

    @Test
    @DisplayName("听证通知：举行七日前送达，太近的听证日退回并说明最早可定哪天")
    void aHearingTooNearIsRefused() {
        PetitionId petition = clocks.petition("2026-06-01");

        refused(() -> hearing(petition, "2026-06-07"), "【听证举行日】依据地方信访听证办法听证通知时限须提前7日通知，最早可以定在2026年6月8日");
        hearing(petition, "2026-06-08");

        assertThat(clocks.clock(petition, ClockKind.D16).rawDue()).isEqualTo("2026-06-01");
        assertThatIllegalStateException()
                .isThrownBy(() -> clocks.as(() -> deadlines.startBefore(
                        petition,
                        ClockKind.D6,
                        Time.now(),
                        new SetDate(LocalDate.parse("2026-09-01"), HOUSING),
                        "听证",
                        HOUSING,
                        Optional.empty())));
    }

    private void hearing(PetitionId petition, String day) {
        SetDate event = new SetDate(LocalDate.parse(day), REVIEWING);
        clocks.as(() ->
                deadlines.startBefore(petition, ClockKind.D16, Time.now(), event, "决定听证", REVIEWING, Optional.empty()));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String words) {
        assertThatThrownBy(deed).isInstanceOf(InvalidInput.class).hasMessageContaining(words);
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(9, 0).atZone(Time.BEIJING).toInstant();
    }
}
