package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** By when a task is due, and why. */
@HuiyinTest
class DueDaysTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final OfficerId HANDLER = new OfficerId("handler");

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DueDays days;

    @Autowired
    private CaseFile cases;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private TransactionTemplate tx;

    @Test
    void anUrgentReportIsDueWithinTheHour() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D21, Time.now());

        assertThat(days.of(petition, ClockKind.D21)).contains(Time.now().plusSeconds(3599));
        assertThat(sheet(petition).explanation())
                .last()
                .asString()
                .isEqualTo("计算：自2026年6月1日09:00起60分钟，至2026年6月1日10:00。");
    }

    @Test
    void aTaskIsDueByTheClockItServes() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D4, Time.now());
        start(petition, ClockKind.D5, Time.now());
        assertThat(days.ofFirst(petition, ClockKind.D5, ClockKind.D4)).contains(endOf("2026-06-08"));
        assertThat(days.ofFirst(petition, ClockKind.D2, ClockKind.D4)).contains(endOf("2026-06-16"));

        Time.is("2026-06-09");
        assertThat(days.ofFirst(petition, ClockKind.D5, ClockKind.D4)).contains(endOf("2026-06-16"));
        assertThatIllegalStateException()
                .isThrownBy(() -> days.of(petition, ClockKind.D6))
                .withMessageContaining("D6");
    }

    @Test
    void theReceiptIsAskedForAWeekAfterTheOpinionWasSent() {
        PetitionId petition = petition("2026-06-01");
        start(petition, ClockKind.D6, Time.now());
        Time.is("2026-06-15");
        met(petition, ClockKind.D6);

        assertThat(days.receipt(petition)).isEqualTo(endOf("2026-06-22"));
    }

    @Test
    void aSheetSaysWhyThisDate() {
        PetitionId petition = petition("2026-08-03");
        as(() -> deadlines.start(petition, ClockKind.D6, Time.now(), "滨建信访受〔2026〕1号", HOUSING, Optional.of(HANDLER)));

        ClockSheet sheet = sheet(petition);

        assertThat(sheet.name()).isEqualTo("办理");
        assertThat(sheet.article()).isEqualTo("信访工作条例第三十四条");
        assertThat(sheet.explanation())
                .containsExactly(
                        "规则：D6 办理，60日，依据信访工作条例第三十四条（条例规定）。",
                        "起算：受理信访事项，2026年8月3日（滨建信访受〔2026〕1号），当日不计，自次日起算。",
                        "计算：按自然日计60日，最后一日为2026年10月2日（周五）。",
                        "其间放假：中秋节2026年9月25日至9月27日、国庆节2026年10月1日至10月7日，照计。",
                        "其间调休上班：2026年9月20日（周日，国庆节调休）。",
                        "最后一日为国庆节放假：机关内部按2026年10月2日掌握，法定届满日顺延至2026年10月8日（周四）（参照《民法典》第二百零三条）。");
    }

    private ClockSheet sheet(PetitionId petition) {
        return deadlines.sheets(petition).get(0);
    }

    private PetitionId petition(String day) {
        Time.is(day);
        return gateway.as(CLERK, () -> cases.open(Channel.LETTER, BUREAU, CLERK));
    }

    private void start(PetitionId petition, ClockKind kind, Instant from) {
        as(() -> deadlines.start(petition, kind, from, "转送函", HOUSING, Optional.empty()));
    }

    private void met(PetitionId petition, ClockKind kind) {
        as(() -> deadlines.met(petition, kind, Time.now(), "文书"));
    }

    private void as(Runnable work) {
        gateway.as(CLERK, () -> tx.executeWithoutResult(status -> work.run()));
    }

    private static Instant endOf(String day) {
        return LocalDate.parse(day).atTime(23, 59, 59).atZone(Time.BEIJING).toInstant();
    }
}
