package org.huiyin.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.casefile.CaseFile;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.NewCalendar;
import org.huiyin.deadline.NewTimeLimit;
import org.huiyin.deadline.RuleChanges;
import org.huiyin.deadline.RuleEffect;
import org.huiyin.deadline.TimeLimitProposal;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator waits for who wants to see what a new calendar, or a new time limit, does to a city's clocks. */
@Tag("benchmark")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PreviewBenchmark {
    private static final int CLOCKS = Integer.getInteger("huiyin.benchmark.preview", 100_000);
    private static final OfficerId ANALYST = new OfficerId("analyst");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OrganId REVIEWING = new OrganId("cityGovernment");

    @Autowired
    Deadlines deadlines;

    @Autowired
    RuleChanges changes;

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway gateway;

    @Autowired
    JdbcClient jdbc;

    private final Bars bars = new Bars();

    @Test
    void theEffectOfAChangeOnAllClocksOfACity() throws Exception {
        Time.is("2026-11-20");
        multiply();

        timed(
                "preview of a calendar, %,d clocks".formatted(CLOCKS),
                () -> changes.tryCalendar(new NewCalendar(null, notice(), null)));
        timed(
                "preview of a time limit, its clocks among them",
                () -> changes.tryTimeLimit(new NewTimeLimit(stricter(), null)));
        bars.write();
    }

    private void timed(String bar, Supplier<RuleEffect> preview) {
        long from = System.nanoTime();
        RuleEffect effect = gateway.as(ANALYST, preview);
        double seconds = (System.nanoTime() - from) / 1e9;
        bars.add(bar, seconds, "s", effect.moved() + " moved, " + effect.kept() + " kept", "<= 5", seconds <= 5);
    }

    /** Of one petition with a clock of each common kind, copies that started on all days of the last two months. */
    private void multiply() {
        PetitionId one = gateway.as(ANALYST, () -> cases.open(Channel.LETTER, HOUSING, ANALYST));
        for (ClockKind kind : List.of(ClockKind.D2, ClockKind.D4, ClockKind.D5, ClockKind.D6, ClockKind.D12)) {
            gateway.as(ANALYST, () -> deadlines.start(one, kind, Time.now(), "文书", HOUSING, Optional.empty()));
        }
        gateway.as(ANALYST, () -> deadlines.start(one, ClockKind.D15, Time.now(), "复核申请", REVIEWING, Optional.empty()));
        jdbc.sql("""
                        insert into casefile.petition (id, state, channel, opened_at, opened_by, received_at, registered_at,
                                                       registered_by, organ, journal_seq, journal_hash)
                        select '9901002026110209' || lpad(n::text, 6, '0'), 'FORWARDED', 'LETTER', :now, 'intake', :now,
                               :now, 'cityPetitionBureau', 'cityPetitionBureau', 0, ''::bytea
                        from generate_series(1, :petitions) n""")
                .param("now", java.sql.Timestamp.from(Time.now()))
                .param("petitions", CLOCKS / 6 + 1)
                .update();
        jdbc.sql("""
                        insert into deadline.clock
                            (petition, kind, started_at, start_on, evidence, time_limit, counted_for, raw_due, legal_due,
                             provisional, state, lamp, yellow_at, red_at, overdue_at, explanation, holder,
                             told_due, told_paper)
                        select p.id, c.kind, c.started_at - p.shift * interval '1 day', c.start_on - p.shift, c.evidence,
                               c.time_limit, c.counted_for, c.raw_due - p.shift, c.legal_due - p.shift, c.provisional,
                               c.state, c.lamp, c.yellow_at - p.shift * interval '1 day',
                               c.red_at - p.shift * interval '1 day', c.overdue_at - p.shift * interval '1 day',
                               c.explanation, c.holder,
                               case when c.kind = 'D6' then c.raw_due - p.shift end, case when c.kind = 'D6' then '受理告知书' end
                        from (select id, cast(right(id, 6) as integer) % 60 as shift from casefile.petition
                              where id like '9901002026110209%') p
                        cross join (select * from deadline.clock where petition = :one) c
                        limit :clocks""").param("one", one.value()).param("clocks", CLOCKS).update();
    }

    private static TimeLimitProposal stricter() {
        return new TimeLimitProposal(
                "D6",
                null,
                "binjiangGovernment",
                null,
                "2026-10-01",
                45,
                null,
                "江城市信访事项办理规定",
                "第九条",
                "LOCAL",
                null,
                null,
                null,
                null);
    }

    /** Invented: the notice of 2027 was not out when this was written. */
    private static String notice() {
        String days = Stream.of(
                        "元旦 2027-01-01",
                        "春节 2027-02-05",
                        "春节 2027-02-08",
                        "春节 2027-02-09",
                        "清明节 2027-04-05",
                        "劳动节 2027-05-01",
                        "劳动节 2027-05-02",
                        "端午节 2027-06-09",
                        "中秋节 2027-09-15",
                        "国庆节 2027-10-01",
                        "国庆节 2027-10-02",
                        "国庆节 2027-10-03")
                .map(day -> day.split(" "))
                .map(day -> "{\"name\": \"%s\", \"date\": \"%s\", \"isOffDay\": true}".formatted(day[0], day[1]))
                .collect(Collectors.joining(","));
        return "{\"year\": 2027, \"papers\": [\"虚构的2027年放假通知\"], \"days\": [%s]}".formatted(days);
    }
}
