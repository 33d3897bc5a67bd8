package org.huiyin.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded mode: the database, its password and the data key. It belongs to one living instance; a
 * database server that a killed instance left behind is stopped before the next start.
 */
final class DataFolder implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final FileChannel channel;
    private final String password;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
        this.password = PrivateFiles.secret(folder.resolve("database-password"));
    }

    static DataFolder open(Path given) {
        Path folder = PrivateFiles.folder(given.toAbsolutePath().normalize());
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("huiyin.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new IllegalStateException("数据目录 " + folder + " 正被另一个回音实例使用：请先停止它，或用 --huiyin.data-dir 另选目录。"
                        + " The data folder is in use by another living instance.");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("数据目录无法使用：" + folder, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    File database() {
        return folder.resolve("postgres").toFile();
    }

    String password() {
        return password;
    }

    void stopLeftBehindServer() {
        Path pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        leftBehind(pidFile).ifPresent(server -> {
            log.warn("stopping the database server {} that a killed instance left behind", server.pid());
            server.destroy();
            if (!endsInTime(server)) {
                server.destroyForcibly();
                endsInTime(server);
            }
        });
    }

    /** The server named in the pid file, if it lives and is a postgres on this very folder. */
    private Optional<ProcessHandle> leftBehind(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            boolean ours = lines.size() > 1
                    && Path.of(lines.get(1))
                            .toRealPath()
                            .equals(folder.resolve("postgres").toRealPath());
            return ours
                    ? ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(DataFolder::isPostgres)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            log.warn("postmaster.pid is not readable: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(false);
    }

    private static boolean endsInTime(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    /** A new server trusts every local process; from here on it asks for the password. */
    void requirePassword(EmbeddedPostgres postgres) throws IOException {
        Path rules = folder.resolve("postgres").resolve("pg_hba.conf");
        if (!Files.readString(rules).contains("trust")) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set password_encryption = 'scram-sha-256'");
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(rules, """
                    local all all scram-sha-256
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("the database's password cannot be set", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
