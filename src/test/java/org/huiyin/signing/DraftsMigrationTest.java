package org.huiyin.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@HuiyinTest
@DisplayName("升级：已有的拟稿、审签记录一条不少")
class DraftsMigrationTest {
    private static final String DATABASE = "before_signing";

    @Autowired
    DataSource here;

    @Autowired
    List<JavaMigration> ofJava;

    private DriverManagerDataSource there = new DriverManagerDataSource();

    @BeforeEach
    void aDatabaseOfItsOwn() throws SQLException {
        JdbcClient.create(here).sql("create database " + DATABASE).update();
        HikariDataSource pool = here.unwrap(HikariDataSource.class);
        String url = pool.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + DATABASE + "$1");
        there = new DriverManagerDataSource(url, pool.getUsername(), pool.getPassword());
    }

    @AfterEach
    void isDropped() {
        JdbcClient.create(here)
                .sql("drop database " + DATABASE + " with (force)")
                .update();
    }

    @Test
    void draftsOfBothModulesAreKeptWithTheirTextAndDecision() {
        migrateTo("100");
        JdbcClient jdbc = JdbcClient.create(there);
        withoutItsOrgan(jdbc, """
                insert into casefile.petition (id, state, channel, opened_at, opened_by, received_at, registered_at,
                     registered_by, organ, journal_seq, journal_hash)
                values ('9901002026060101000001', 'ACCEPTED', 'LETTER', timestamptz 'epoch', 'clerk', timestamptz 'epoch',
                     timestamptz 'epoch', 'bureau', 'bureau', 0, '')
                """);
        jdbc.sql("""
                insert into handling.draft
                    (petition, version, drafted_by, drafted_at, demands, findings, outcome, opinion, legal_basis,
                     decision, decided_by, decided_at, comment, paper)
                values
                    ('9901002026060101000001', 1, 'handler', timestamptz 'epoch', '修复', '查明', 'SUPPORTED', '予以修复', '依据',
                     'RETURN', 'head', timestamptz 'epoch', '写明期限', null),
                    ('9901002026060101000001', 2, 'handler', timestamptz 'epoch', '修复', '查明', 'EXPLAINED', '十日内修复', '依据',
                     'SIGN', 'head', timestamptz 'epoch', null, '滨建信访处〔2026〕1号');
                insert into suggestion.study
                    (petition, version, drafted_by, drafted_at, study, conclusion, conclusion_reason, reply)
                values ('9901002026060101000001', 1, 'handler', timestamptz 'epoch', '查看', 'PARTLY', '经费', '先改主干道')
                """).update();

        migrateTo("latest");

        assertThat(jdbc.sql("""
                        select paper || ' ' || version || ' ' || coalesce(decision, '-') || ' ' || coalesce(comment, '-')
                               || ' ' || coalesce(number, '-') || ' ' || coalesce(typed ->> 'opinion', typed ->> 'reply')
                        from signing.draft order by paper, version""").query(String.class).list())
                .containsExactly(
                        "OPINION 1 RETURN 写明期限 - 予以修复",
                        "OPINION 2 SIGN - 滨建信访处〔2026〕1号 十日内修复",
                        "SUGGESTION_REPLY 1 - - - 先改主干道");
        assertThat(jdbc.sql(
                                "select typed ->> 'opinionOutcome' from signing.draft where paper = 'OPINION' and version = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("EXPLAINED");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(there)
                .javaMigrations(ofJava.toArray(new JavaMigration[0]))
                .target(version)
                .load()
                .migrate();
    }

    /** The petition counts here, not the organ it belongs to. */
    private static void withoutItsOrgan(JdbcClient jdbc, String insert) {
        jdbc.sql("set session_replication_role = replica; " + insert + "; set session_replication_role = default")
                .update();
    }
}
