package org.huiyin.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.intake.Intake;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.CountedDataSource;
import org.huiyin.testkit.OrdinaryLife;
import org.huiyin.testkit.Statements;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A morning on which many clocks turn yellow in the same second, while officers go on working. */
@Tag("benchmark")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ClockBenchmark {
    private static final int CLOCKS = Integer.getInteger("huiyin.benchmark.clocks", 50_000);
    private static final int IN_ONE_TRANSACTION = 100;
    private static final int QUIET = 150;
    private static final int WARM_UP = 60;
    private static final int LIVES = 400;
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final String START = "2026-06-01";
    private static final String TURN = "2026-06-11";

    @Autowired
    Deadlines deadlines;

    @Autowired
    EngineGateway gateway;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    Intake intake;

    private final Bars bars = new Bars();

    @Test
    void aCrowdOfClocksTurnsWhileOfficersWork() throws Exception {
        OfficersAtWork officers = new OfficersAtWork(gateway, intake);
        Time.is(START);
        startClocks();
        Time.runsFrom(TURN);
        officers.prepare(QUIET * 4);
        double quiet = officers.p95(QUIET);

        Statements.Count before = ofOthers();
        long from = System.nanoTime();
        engine.getJobExecutor().start();
        double meanwhile = officers.p95Until(() -> !isAnyWaiting());
        double seconds = (System.nanoTime() - from) / 1e9;
        engine.getJobExecutor().shutdown();
        Statements.Count done = ofOthers().minus(before);

        double rate = CLOCKS / seconds;
        bars.add("clocks turning in the same second", rate, "clocks/s", done.describe(CLOCKS), ">= 500", rate >= 500);
        double commands = bareCommands();
        bars.add(
                "clocks turning, rate against the bare engine",
                rate / commands,
                "clocks a command",
                "bare %.0f commands/s".formatted(commands),
                "reported",
                true);
        bars.add(
                "officers' tasks meanwhile, p95",
                meanwhile / quiet,
                "ratio",
                "quiet %.0f ms, meanwhile %.0f ms".formatted(quiet, meanwhile),
                "<= 2",
                meanwhile <= 2 * quiet);
        bars.write();
    }

    /** This thread is the officers'; all others work on the clocks. */
    private static Statements.Count ofOthers() {
        return CountedDataSource.STATEMENTS.ofEveryThread().minus(CountedDataSource.STATEMENTS.now());
    }

    /** Changing commands that the engine alone does in a second, on the same server, after the crowd is through. */
    private double bareCommands() throws Exception {
        HikariDataSource ours = dataSource.unwrap(HikariDataSource.class);
        try (BareEngine bare = new BareEngine(ours, new Statements(), OrdinaryLife.TASKS.values())) {
            return Rate.perSecond(WARM_UP, LIVES, bare::live) * bare.commandsOfALife();
        }
    }

    /** Asked between two decisions, so it must cost nothing: one look into the index of what turns next. */
    private boolean isAnyWaiting() {
        return jdbc.sql("""
                        select exists (
                            select from deadline.clock
                            where state = 'RUNNING' and watch is not null and turns_at <= :now and lamp = 'GREEN')""")
                .param("now", java.sql.Timestamp.from(Time.now()))
                .query(Boolean.class)
                .single();
    }

    private void startClocks() throws Exception {
        List<PetitionId> petitions = petitions();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CLOCKS; i += IN_ONE_TRANSACTION) {
            List<PetitionId> some = petitions.subList(i, Math.min(CLOCKS, i + IN_ONE_TRANSACTION));
            running.add(threads.submit(
                    () -> gateway.asSystem(() -> tx.executeWithoutResult(status -> some.forEach(this::start)))));
        }
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
    }

    private void start(PetitionId petition) {
        Instant received = Time.now();
        deadlines.start(petition, ClockKind.D4, received, "转送函", BUREAU, Optional.<OfficerId>empty());
    }

    /** Rows of the register without a life behind them: only their clocks are of interest. */
    private List<PetitionId> petitions() {
        return jdbc
                .sql("""
                        insert into casefile.petition (id, state, channel, opened_at, opened_by, received_at, registered_at,
                                                       registered_by, organ, journal_seq, journal_hash)
                        select '9901002026060109' || lpad(n::text, 6, '0'), 'FORWARDED', 'LETTER', :now, 'intake', :now,
                               :now, 'cityPetitionBureau', 'cityPetitionBureau', 0, ''::bytea
                        from generate_series(1, :clocks) n
                        returning id""")
                .param("now", java.sql.Timestamp.from(Time.now()))
                .param("clocks", CLOCKS)
                .query(String.class)
                .list()
                .stream()
                .map(PetitionId::new)
                .toList();
    }
}
