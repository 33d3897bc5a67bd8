package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules change while nodes run: what is counted by the old ones is never written once the new ones are in force. */
@HuiyinTest
class RuleVersionTest {
    private static final Region QINGPING = new Region("990102");
    private static final OrganId THERE = new OrganId("qingpingHousingBureau");
    private static final OrganId ELSEWHERE = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final String NOTICE = "青屏区人民政府关于传统节日放假的通知";

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private RuleVersion rules;

    @Autowired
    private CaseFile cases;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void takeBack() {
        tx.executeWithoutResult(status -> {
            rules.lock();
            jdbc.sql("delete from deadline.calendar_day where region = '990102'")
                    .update();
            jdbc.sql("delete from deadline.calendar_notice where region = '990102'")
                    .update();
            rules.raise();
        });
    }

    @Test
    void aNodeWhoseCopyIsOldStillCountsByTheRulesInForce() {
        PetitionId petition = petition("2026-06-01");
        assertThat(calendar.of(THERE).isWorkingDay(LocalDate.parse("2026-06-03")))
                .isTrue();

        tx.executeWithoutResult(status -> {
            dayOff("2026-06-03");
            jdbc.sql("update deadline.rules set version = nextval('deadline.rules_version')")
                    .update();
        });
        start(petition, THERE);

        assertThat(due(petition)).isEqualTo("2026-06-09");
    }

    @Test
    void aNodeWhoseCopyIsOldReadsAClockThatAnotherHasCountedByANewLimit() {
        PetitionId petition = petition("2026-06-01");
        start(petition, THERE);
        tx.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into deadline.time_limit
                                (code, region, level, valid_from, name, length, unit, starts_with, law, article, basis,
                                 petitioner_window, hold_allowed, yellow_percent, yellow_working_days, red_working_days, red_percent)
                            values ('D5', '990102', 'ANY', '2099-01-01', '提出异议', 4, 'WORKING_DAY', '收到', '本地规定', '第一条',
                                    'LOCAL', false, false, 20, 1, 0, 0)""").update();
            jdbc.sql("""
                            update deadline.clock
                            set time_limit = (select id from deadline.time_limit where valid_from = '2099-01-01')
                            where petition = :petition""").param("petition", petition.value()).update();
            jdbc.sql("update deadline.rules set version = nextval('deadline.rules_version')")
                    .update();
        });

        assertThat(deadlines.sheets(petition))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.article()).isEqualTo("本地规定第一条"));

        jdbc.sql("""
                        update deadline.clock
                        set time_limit = (select min(id) from deadline.time_limit where code = 'D5')
                        where petition = :petition""").param("petition", petition.value()).update();
        jdbc.sql("delete from deadline.time_limit where valid_from = '2099-01-01'")
                .update();
    }

    @Test
    @DisplayName("全国年节及纪念日放假办法第四条：少数民族聚居地区的假日只在该地区放假")
    void aRegionAddsToTheCalendarOfTheCountry() {
        tx.executeWithoutResult(status -> {
            rules.lock();
            dayOff("2026-06-03");
            rules.raise();
        });
        PetitionId there = petition("2026-06-01");
        PetitionId elsewhere = petition("2026-06-01");
        start(there, THERE);
        start(elsewhere, ELSEWHERE);

        assertThat(due(there)).isEqualTo("2026-06-09");
        assertThat(due(elsewhere)).isEqualTo("2026-06-08");
        assertThat(calendar.days(QINGPING).holiday(LocalDate.parse("2026-10-01")))
                .contains("国庆节");
        assertThat(calendar.year(2026, QINGPING).papers()).endsWith(NOTICE).hasSize(2);
        assertThat(calendar.year(2026, Region.NATION).papers()).doesNotContain(NOTICE);
        assertThat(deadlines
                        .due(LocalDate.parse("2026-06-02"), 1, Unit.WORKING_DAY, QINGPING)
                        .explanation())
                .anyMatch(line -> line.contains("传统节日2026年6月3日"));
    }

    @Test
    void whoChangesTheRulesWaitsForAClockThatIsBeingWritten() throws Exception {
        PetitionId petition = petition("2026-06-01");
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> clock = CompletableFuture.runAsync(() -> as(() -> {
            deadlines.start(petition, ClockKind.D5, Time.now(), "转送函", THERE, Optional.empty());
            written.countDown();
            await(goOn);
        }));
        await(written);

        CompletableFuture<Integer> change = CompletableFuture.supplyAsync(() -> tx.execute(status -> {
            rules.lock();
            return jdbc.sql("select count(*) from deadline.clock where petition = :petition")
                    .param("petition", petition.value())
                    .query(Integer.class)
                    .single();
        }));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(change).isNotDone();
        goOn.countDown();

        clock.get(20, TimeUnit.SECONDS);
        assertThat(change.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void aClockWaitsForAChangeThatIsBeingWrittenAndCountsByIt() throws Exception {
        PetitionId petition = petition("2026-06-01");
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> change = CompletableFuture.runAsync(() -> tx.executeWithoutResult(status -> {
            rules.lock();
            locked.countDown();
            await(goOn);
            dayOff("2026-06-03");
            rules.raise();
        }));
        await(locked);

        CompletableFuture<Void> clock = CompletableFuture.runAsync(() -> start(petition, THERE));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(clock).isNotDone();
        goOn.countDown();

        change.get(20, TimeUnit.SECONDS);
        clock.get(20, TimeUnit.SECONDS);
        assertThat(due(petition)).isEqualTo("2026-06-09");
    }

    @Test
    void aChangeThatIsTakenBackIsSeenByNobody() {
        tx.executeWithoutResult(status -> {
            rules.lock();
            dayOff("2026-06-03");
            rules.raise();
            assertThat(calendar.of(THERE).isWorkingDay(LocalDate.parse("2026-06-03")))
                    .isFalse();
            status.setRollbackOnly();
        });

        assertThat(calendar.of(THERE).isWorkingDay(LocalDate.parse("2026-06-03")))
                .isTrue();
    }

    private void dayOff(String day) {
        jdbc.sql("insert into deadline.calendar_notice (region, year, title) values ('990102', 2026, :title)")
                .param("title", NOTICE)
                .update();
        jdbc.sql("""
                        insert into deadline.calendar_day (region, day, kind, name, notice)
                        values ('990102', cast(:day as date), 'OFF', '传统节日', :title)""").param("day", day).param("title", NOTICE).update();
    }

    private PetitionId petition(String day) {
        Time.is(day);
        return gateway.as(CLERK, () -> cases.open(Channel.LETTER, ELSEWHERE, CLERK));
    }

    private void start(PetitionId petition, OrganId holder) {
        as(() -> deadlines.start(petition, ClockKind.D5, Time.now(), "转送函", holder, Optional.empty()));
    }

    private LocalDate due(PetitionId petition) {
        return deadlines.find(petition, ClockKind.D5).orElseThrow().rawDue();
    }

    private void as(Runnable work) {
        gateway.as(CLERK, () -> tx.executeWithoutResult(status -> work.run()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
