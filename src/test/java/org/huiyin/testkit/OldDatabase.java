package org.huiyin.testkit;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own beside that of the tests, from an older version on: for what a migration does to rows. */
public final class OldDatabase implements AutoCloseable {
    private final JdbcClient here;
    private final String name;
    private final List<JavaMigration> ofJava;
    private final DriverManagerDataSource there;

    public OldDatabase(DataSource tests, String name, List<JavaMigration> ofJava) throws SQLException {
        this.here = JdbcClient.create(tests);
        this.name = name;
        this.ofJava = List.copyOf(ofJava);
        here.sql("create database " + name).update();
        HikariDataSource pool = tests.unwrap(HikariDataSource.class);
        String url = pool.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
        this.there = new DriverManagerDataSource(url, pool.getUsername(), pool.getPassword());
    }

    public void migrateTo(String version) {
        Flyway.configure()
                .dataSource(there)
                .javaMigrations(ofJava.toArray(new JavaMigration[0]))
                .target(version)
                .load()
                .migrate();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(there);
    }

    /** Writes rows without the rows they point to. */
    public void writeAlone(String statements) {
        jdbc().sql("set session_replication_role = replica; " + statements + "; set session_replication_role = default")
                .update();
    }

    @Override
    public void close() {
        here.sql("drop database " + name + " with (force)").update();
    }
}
