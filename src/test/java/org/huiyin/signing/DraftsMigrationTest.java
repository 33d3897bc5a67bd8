package org.huiyin.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.OldDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("升级：已有的拟稿、审签记录一条不少")
class DraftsMigrationTest {
    @Autowired
    DataSource here;

    @Autowired
    List<JavaMigration> ofJava;

    @Test
    void draftsOfBothModulesAreKeptWithTheirTextAndDecision() throws SQLException {
        try (OldDatabase there = new OldDatabase(here, "before_signing", ofJava)) {
            there.migrateTo("100");
            drafts(there);

            there.migrateTo("latest");

            assertKept(there.jdbc());
        }
    }

    private static void drafts(OldDatabase there) {
        there.writeAlone("""
                insert into casefile.petition (id, state, channel, opened_at, opened_by, received_at, registered_at,
                     registered_by, organ, journal_seq, journal_hash)
                values ('9901002026060101000001', 'ACCEPTED', 'LETTER', timestamptz 'epoch', 'clerk', timestamptz 'epoch',
                     timestamptz 'epoch', 'bureau', 'bureau', 0, '')
                """);
        there.jdbc().sql("""
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
    }

    private static void assertKept(JdbcClient jdbc) {
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
}
