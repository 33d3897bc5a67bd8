package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database outlives a killed instance, belongs to one living one, and asks for its password. */
class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    /** What the other JVM runs: open, write a row, wait to be killed. */
    public static void main(String[] args) throws Exception {
        DataFolder data = DataFolder.open(Path.of(args[0]));
        EmbeddedPostgres postgres = new EmbeddedDatabase().embeddedPostgres(data);
        try (HikariDataSource pool = new EmbeddedDatabase().dataSource(postgres, data);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('回音')");
            System.out.println("READY");
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    @Test
    void aKilledInstanceLosesNothingAndDoesNotBlockTheNextStart() throws Exception {
        Process killed = otherInstance();
        try {
            waitUntilReady(killed);
            assertThatThrownBy(() -> DataFolder.open(folder)).hasMessageContaining("正被另一个回音实例使用");
        } finally {
            killed.destroyForcibly().waitFor();
        }

        try (DataFolder data = DataFolder.open(folder);
                EmbeddedPostgres postgres = new EmbeddedDatabase().embeddedPostgres(data);
                HikariDataSource pool = new EmbeddedDatabase().dataSource(postgres, data);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("select word from kept")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getString(1)).isEqualTo("回音");
            asksForItsPassword(postgres);
            isSafeAndSpeaksChinese(statement);
        }
        isPrivate(folder);
    }

    private static void asksForItsPassword(EmbeddedPostgres postgres) {
        assertThatThrownBy(() -> DriverManager.getConnection(
                                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "guess")
                        .close())
                .isInstanceOf(SQLException.class);
    }

    private static void isSafeAndSpeaksChinese(Statement statement) throws SQLException {
        for (String[] setting : new String[][] {
            {"fsync", "on"},
            {"synchronous_commit", "on"},
            {"server_encoding", "UTF8"},
            {"password_encryption", "scram-sha-256"}
        }) {
            try (ResultSet shown = statement.executeQuery("show " + setting[0])) {
                shown.next();
                assertThat(shown.getString(1)).as(setting[0]).isEqualTo(setting[1]);
            }
        }
        try (ResultSet locale =
                statement.executeQuery("select datcollate from pg_database where datname = 'postgres'")) {
            locale.next();
            assertThat(locale.getString(1)).isEqualTo("C.UTF-8");
        }
    }

    private static void isPrivate(Path folder) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database-password"))))
                .isEqualTo("rw-------");
    }

    private Process otherInstance() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void waitUntilReady(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("READY")) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the other instance did not start:\n" + said);
    }
}
