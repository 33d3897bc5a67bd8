package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The node is killed (kill -9) while a crowd of clocks turns; the next one loses no turn and doubles none. */
class KilledNodeTest {
    static final String ANSWER = "NODE ";
    private static final int CLOCKS = 300;

    @TempDir
    Path folder;

    private Process node;
    private BufferedReader said;

    @AfterEach
    void stopNode() throws InterruptedException {
        node.destroy();
        if (!node.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
            node.destroyForcibly().waitFor();
        }
    }

    @Test
    @DisplayName("Killing the node at any instant loses no turn and doubles none")
    void aNodeKilledWhileACrowdTurnsLosesNoTurnAndDoublesNone() throws Exception {
        Instant morning;
        try (Database database = start()) {
            tell("fill " + CLOCKS);
            morning = database.instant("select max(yellow_at) from deadline.clock")
                    .plus(Duration.ofHours(9));
            database.makeTurningSlow();
            tell("time " + morning.toEpochMilli());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> database.turned() > 0);

            node.destroyForcibly().waitFor();

            assertThat(database.turned()).isPositive().isLessThan(CLOCKS);
            assertThat(database.count("select count(*) from act_ru_job where lock_owner_ is not null"))
                    .isPositive();
            database.makeTurningQuick();
        }
        try (Database database = start()) {
            Instant afterTheLocks = morning.plus(Duration.ofMinutes(10));
            tell("time " + afterTheLocks.toEpochMilli());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> database.turned() == CLOCKS);

            everyClockTurnedOnce(database);
        }
    }

    private static void everyClockTurnedOnce(Database database) {
        assertThat(database.count("select count(*) from deadline.clock where lamp = 'YELLOW' and state = 'RUNNING'"))
                .as("yellow clocks")
                .isEqualTo(CLOCKS);
        assertThat(database.count("""
                        select count(*) from (
                            select petition from casefile.journal where kind = 'CLOCK_TURNED'
                            group by petition having count(*) = 1) once""")).as("journals with one turn").isEqualTo(CLOCKS);
        assertThat(database.count("select count(*) from casefile.journal where kind = 'CLOCK_TURNED'"))
                .as("turns in all journals")
                .isEqualTo(CLOCKS);
        assertThat(database.count("""
                        select count(*) from (
                            select clock.id from deadline.clock clock
                            join act_ru_job job on job.process_instance_id_ = clock.watch
                            where job.type_ = 'timer' and job.duedate_ = clock.red_at
                            group by clock.id having count(*) = 1) one"""))
                .as("clocks with one open timer, that of the next lamp")
                .isEqualTo(CLOCKS);
        assertThat(database.count("select count(*) from act_ru_job where type_ = 'timer'"))
                .as("open timers")
                .isEqualTo(CLOCKS);
        assertThat(database.count("select count(*) from act_ru_execution where act_id_ = 'showYellow'"))
                .as("watches at the yellow lamp")
                .isEqualTo(CLOCKS);
        assertThat(database.count("""
                        select count(*) from (
                            select clock from deadline.alert where lamp = 'YELLOW'
                            group by clock having count(*) = 1) once"""))
                .as("clocks told once to the one who answers for them")
                .isEqualTo(CLOCKS);
        assertThat(database.count("select count(*) from act_ru_incident")).isZero();
    }

    private Database start() throws Exception {
        node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrowdNode.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        said = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        return new Database(
                answer(), Files.readString(folder.resolve("database-password")).strip());
    }

    private void tell(String command) throws IOException {
        node.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        node.getOutputStream().flush();
        assertThat(answer()).isEqualTo("done");
    }

    private String answer() throws IOException {
        StringBuilder log = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
            log.append(line).append('\n');
        }
        throw new AssertionError("the node has ended:\n" + log);
    }

    /** A connection of our own: it must see what the killed node left behind. */
    private static final class Database implements AutoCloseable {
        private final SingleConnectionDataSource source;
        private final JdbcClient jdbc;

        Database(String url, String password) throws Exception {
            source = new SingleConnectionDataSource(DriverManager.getConnection(url, "postgres", password), true);
            jdbc = JdbcClient.create(source);
        }

        long turned() {
            return count("select count(*) from deadline.clock where lamp <> 'GREEN'");
        }

        long count(String sql) {
            return jdbc.sql(sql).query(Long.class).single();
        }

        Instant instant(String sql) {
            return jdbc.sql(sql).query(OffsetDateTime.class).single().toInstant();
        }

        /** So that the kill meets it: each row takes a little while. */
        void makeTurningSlow() {
            jdbc.sql("""
                            create function deadline.slow() returns trigger language plpgsql as $$
                            begin perform pg_sleep(0.01); return new; end $$""").update();
            jdbc.sql("create trigger slow before update of lamp on deadline.clock"
                            + " for each row execute function deadline.slow()")
                    .update();
        }

        void makeTurningQuick() {
            jdbc.sql("drop function deadline.slow() cascade").update();
        }

        @Override
        public void close() {
            source.destroy();
        }
    }
}
