package org.huiyin.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.huiyin.engine.EngineGateway;
import org.huiyin.intake.Intake;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.CountedDataSource;
import org.huiyin.testkit.Statements;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file of letters goes into the register through its own address; then their lives begin behind it while officers work. */
@Tag("benchmark")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImportBenchmark {
    private static final int ROWS = Integer.getInteger("huiyin.benchmark.rows", 30_000);
    private static final int WARM_UP = 2_000;
    private static final int QUIET = 150;
    private static final int LETTERS_OF_OFFICERS = 1_200;
    private static final int SINGLE_INSERTS = 5_000;

    @LocalServerPort
    private int port;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private Intake intake;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    private final Bars bars = new Bars();

    @Test
    void aFileGoesIntoTheRegisterAndItsLivesBegin() throws Exception {
        Time.runsFrom("2026-06-01");
        OfficersAtWork officers = new OfficersAtWork(gateway, intake);
        officers.prepare(QUIET + LETTERS_OF_OFFICERS);
        register(0, WARM_UP);

        long from = System.nanoTime();
        register(WARM_UP, ROWS);
        double rate = ROWS / seconds(from);
        bars.add(
                "rows of a file into the register",
                rate,
                "rows/s",
                "single inserts: %.0f rows/s".formatted(singleInserts()),
                ">= 3000",
                rate >= 3_000);
        lives(officers);
        bars.write();
    }

    private void lives(OfficersAtWork officers) throws Exception {
        double quiet = officers.p95(QUIET);
        int waiting = waiting();
        Statements.Count before = ofOthers();
        long from = System.nanoTime();
        engine.getJobExecutor().start();
        double meanwhile;
        try {
            meanwhile = officers.p95Until(() -> waiting() == 0);
        } finally {
            engine.getJobExecutor().shutdown();
        }
        double rate = waiting / seconds(from);
        bars.add(
                "lives begun behind it",
                rate,
                "lives/s",
                ofOthers().minus(before).describe(waiting),
                ">= 300",
                rate >= 300);
        bars.add(
                "officers' tasks meanwhile, p95",
                meanwhile / quiet,
                "ratio",
                "quiet %.0f ms, meanwhile %.0f ms".formatted(quiet, meanwhile),
                "<= 2",
                meanwhile <= 2 * quiet);
    }

    private void register(int first, int rows) {
        JsonNode answer = Api.as(port, "intake")
                .upload("/api/v1/petitions/import", "letters.csv", file(first, rows))
                .json();
        if (answer.path("accepted").asInt() != rows) {
            throw new IllegalStateException("not all rows accepted: " + answer.path("accepted"));
        }
    }

    private static byte[] file(int first, int rows) {
        StringBuilder file = new StringBuilder(
                "title,content,channel,receivedAt,petitionerName,phone,address,place,subject,sourceRef\n");
        IntStream.range(first, first + rows)
                .forEach(n -> file.append(
                        "路灯不亮的第%d天,望江路%d号门前的路灯已经%d天不亮，晚上行人看不清路，请派人来修。,热线,2026-05-%02d 09:30,%s,%s,滨江区望江路%d号,望江路%d号,城乡建设,old-register-%d%n"
                                .formatted(
                                        n % 90,
                                        n,
                                        n % 90,
                                        1 + n % 28,
                                        InventedPeople.writer(n + 1, ROWS * 2).name(),
                                        InventedPeople.writer(n + 1, ROWS * 2).phone(),
                                        n,
                                        n,
                                        n)));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from intake.imported_petition where started_at is null")
                .query(Integer.class)
                .single();
    }

    /** What the database does in a second when every row is a transaction of its own. */
    private double singleInserts() {
        JdbcTemplate plain = new JdbcTemplate(database);
        plain.execute("create table if not exists public.benchmark_rows (id integer, text text)");
        long from = System.nanoTime();
        for (int i = 0; i < SINGLE_INSERTS; i++) {
            plain.update("insert into public.benchmark_rows values (?, ?)", i, "一行文字");
        }
        double rate = SINGLE_INSERTS / seconds(from);
        plain.execute("drop table public.benchmark_rows");
        return rate;
    }

    /** This thread is the officers'; all others begin lives. */
    private static Statements.Count ofOthers() {
        return CountedDataSource.STATEMENTS.ofEveryThread().minus(CountedDataSource.STATEMENTS.now());
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
