package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.deadline.ClocksAtHand.HANDLER;
import static org.huiyin.deadline.ClocksAtHand.HEAD;
import static org.huiyin.deadline.ClocksAtHand.HOUSING;
import static org.huiyin.deadline.ClocksAtHand.REVIEWER;
import static org.huiyin.deadline.ClocksAtHand.REVIEWING;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Article 36: what a hearing holds, and what nothing holds. D15 of 2026-06-01 ends on 2026-07-01. */
@HuiyinTest
class HoldsTest {
    @Autowired
    private ClocksAtHand clocks;

    @Autowired
    private Movements movements;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private LapsesHeard lapses;

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("第三十六条：听证期间暂停复核期限，剩余日数自恢复次日续计")
    void aHearingHoldsTheReReview() {
        PetitionId petition = reReviewed("2026-06-01");
        Time.is("2026-06-10");
        hold(petition);

        Clock held = clocks.clock(petition, ClockKind.D15);
        assertThat(held.state()).isEqualTo(ClockState.HELD);
        assertThat(held.rawDue()).isEqualTo("2026-07-01");
        assertThat(clocks.lamp(petition)).isEqualTo("showHeld");
        assertThat(Jobs.of(context, petition).dueDates()).isEmpty();
        Time.is("2026-07-20");
        Jobs.of(context, petition).runDue();
        assertThat(lapses.of(petition)).isEmpty();

        clocks.as(() -> movements.release(petition, ClockKind.D15, REVIEWER));

        Clock released = clocks.clock(petition, ClockKind.D15);
        assertThat(released.state()).isEqualTo(ClockState.RUNNING);
        assertThat(released.rawDue()).isEqualTo("2026-08-10");
        assertThat(clocks.lamp(petition)).isEqualTo("showGreen");
        assertThat(clocks.kinds(petition)).contains(JournalKind.CLOCK_HELD, JournalKind.CLOCK_RELEASED);
        assertThat(clocks.entry(petition, JournalKind.CLOCK_HELD).typed()).contains("举行听证");
        assertThat(clocks.why(petition))
                .contains(
                        "暂停：2026年6月10日起暂停计时，2026年7月20日恢复，自2026年6月11日至2026年7月20日的40日不计入（依据信访工作条例第三十六条，由荣松涛（江城市人民政府）决定，理由：举行听证）。");
    }

    @Test
    void aClockIsHeldTwiceOneAfterTheOther() {
        PetitionId petition = reReviewed("2026-06-01");
        Time.is("2026-06-10");
        hold(petition);
        refused(() -> hold(petition), "“复核”期限正在暂停，不能暂停；请先恢复计时");
        Time.is("2026-06-12");
        clocks.as(() -> movements.release(petition, ClockKind.D15, REVIEWER));
        refused(() -> clocks.as(() -> movements.release(petition, ClockKind.D15, REVIEWER)), "没有暂停，无须恢复");

        Time.is("2026-06-20");
        hold(petition);
        Time.is("2026-06-25");
        clocks.as(() -> movements.release(petition, ClockKind.D15, REVIEWER));

        assertThat(clocks.clock(petition, ClockKind.D15).rawDue()).isEqualTo("2026-07-08");
    }

    @Test
    @DisplayName("第三十四条：等待补充材料不停止办理期限")
    void nothingHoldsTheHandling() {
        PetitionId petition = handled("2026-06-01");

        refused(
                () -> clocks.as(() -> movements.hold(petition, ClockKind.D6, "等待补充材料", HEAD)),
                "“办理”期限依据信访工作条例第三十四条计算，没有可以暂停的规定；等待补充材料、调查核实期间照常计时，确需更多时间的，请在届满前报请延长");
        assertThat(clocks.clock(petition, ClockKind.D6).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void aHoldComesInTimeAndFromTheOrganThatHoldsTheClock() {
        PetitionId petition = reReviewed("2026-06-01");

        refused(() -> clocks.as(() -> movements.hold(petition, ClockKind.D15, "听证", HEAD)), "【决定人】应当是江城市人民政府的工作人员");
        Time.at(LocalDateTime.parse("2026-07-02T00:00:00"));
        refused(() -> hold(petition), "“复核”期限已于2026年7月1日届满，届满之后不能暂停");
    }

    @Test
    void aClockHeldOnItsLastDayEndsOnTheDayItIsReleased() {
        PetitionId petition = reReviewed("2026-06-01");
        Time.at(LocalDateTime.parse("2026-07-01T23:59:59"));
        hold(petition);
        Time.is("2026-07-15");

        clocks.as(() -> movements.release(petition, ClockKind.D15, REVIEWER));

        assertThat(clocks.clock(petition, ClockKind.D15).rawDue()).isEqualTo("2026-07-15");
        assertThat(clocks.clock(petition, ClockKind.D15).lamp()).isEqualTo(Lamp.RED);
    }

    @Test
    void aHeldClockIsMetOrCancelledAndNothingElse() {
        PetitionId met = reReviewed("2026-06-01");
        PetitionId withdrawn = reReviewed("2026-06-01");
        Time.is("2026-06-10");
        hold(met);
        hold(withdrawn);
        refused(
                () -> clocks.as(() -> deadlines.startEarlier(met, ClockKind.D15, LocalDate.parse("2026-05-20"), "收文")),
                "“复核”期限正在暂停，不能提前起算");
        refused(
                () -> clocks.as(() -> movements.extend(met, ClockKind.D15, 5, "复杂", HEAD, Optional.empty())),
                "“复核”期限正在暂停，不能延长；请先恢复计时");

        Time.is("2026-09-01");
        clocks.as(() -> deadlines.met(met, ClockKind.D15, Time.now(), "复核意见"));
        clocks.as(() -> deadlines.cancelAll(withdrawn, "信访人撤回"));

        assertThat(clocks.clock(met, ClockKind.D15).state()).isEqualTo(ClockState.MET);
        assertThat(clocks.clock(met, ClockKind.D15).lamp()).isEqualTo(Lamp.GREEN);
        assertThat(clocks.clock(withdrawn, ClockKind.D15).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(List.of(met, withdrawn))
                .allSatisfy(petition -> assertThat(clocks.watches(petition)).isEmpty());
        refused(() -> clocks.as(() -> movements.release(met, ClockKind.D15, REVIEWER)), "没有暂停");
    }

    private void hold(PetitionId petition) {
        clocks.as(() -> movements.hold(petition, ClockKind.D15, "举行听证", REVIEWER));
    }

    private PetitionId handled(String day) {
        PetitionId petition = clocks.petition(day);
        clocks.as(() -> deadlines.start(petition, ClockKind.D6, Time.now(), "受理", HOUSING, Optional.of(HANDLER)));
        return petition;
    }

    private PetitionId reReviewed(String day) {
        PetitionId petition = clocks.petition(day);
        clocks.as(() -> deadlines.start(petition, ClockKind.D15, Time.now(), "复核申请", REVIEWING, Optional.of(REVIEWER)));
        return petition;
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String words) {
        assertThatThrownBy(deed).isInstanceOf(InvalidInput.class).hasMessageContaining(words);
    }
}
