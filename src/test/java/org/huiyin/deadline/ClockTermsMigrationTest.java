package org.huiyin.deadline;

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
@DisplayName("升级：已有的期限知道自己依据哪一行规定")
class ClockTermsMigrationTest {
    private static final String CLOCK = """
            insert into deadline.clock
                (petition, kind, started_at, start_on, evidence, raw_due, legal_due, provisional, state, lamp,
                 yellow_at, red_at, overdue_at, holder)
            values ('9901002026060101000001', '%s', timestamptz 'epoch', date '%s', '收文', date '2026-06-28',
                 date '2026-06-29', false, 'RUNNING', 'GREEN', timestamptz 'epoch', timestamptz 'epoch',
                 timestamptz 'epoch', '%s');
            """;

    @Autowired
    DataSource here;

    @Autowired
    List<JavaMigration> ofJava;

    @Test
    void everyClockIsGivenTheRowItWasCountedBy() throws SQLException {
        try (OldDatabase there = new OldDatabase(here, "before_terms", ofJava)) {
            there.migrateTo("100");
            there.writeAlone(organ("bureau", "CITY")
                    + organ("district", "DISTRICT")
                    + CLOCK.formatted("D6", "2018-05-02", "bureau")
                    + CLOCK.formatted("D4", "2026-06-01", "bureau")
                    + CLOCK.formatted("D2a", "2026-06-01", "district")
                    + CLOCK.formatted("D5", "2018-05-02", "district")
                    + CLOCK.formatted("D11", "2026-06-01", "district"));

            there.migrateTo("latest");

            assertThat(there.jdbc().sql("""
                            select c.kind || ' ' || l.level || ' ' || l.valid_from || ' ' || c.counted_for || ' '
                                   || coalesce(c.set_on || ' ' || c.set_by, '-')
                            from deadline.clock c join deadline.time_limit l on l.id = c.time_limit
                            order by c.id""").query(String.class).list())
                    .containsExactly(
                            "D6 ANY 2005-05-01 bureau -",
                            "D4 ANY 2022-05-01 bureau -",
                            "D2a DISTRICT 2022-05-01 district -",
                            "D5 ANY 2022-05-01 district -",
                            "D11 ANY 2022-05-01 district 2026-06-28 district");
            assertThat(explanation(there.jdbc()))
                    .containsExactly("规则：D6 办理，依据信访条例（国务院令第431号）第三十三条。", "起算：受理信访事项，2018年5月2日（收文），当日不计。");
        }
    }

    private static List<String> explanation(JdbcClient jdbc) {
        return jdbc.sql("select unnest(explanation) from deadline.clock where kind = 'D6'")
                .query(String.class)
                .list();
    }

    private static String organ(String id, String level) {
        return """
                insert into organ.organ (id, name, short_name, kind, level, region, path, first_responsible, receives, valid)
                values ('%1$s', '%1$s', '%1$s', 'DEPARTMENT', '%2$s', '990100', '%1$s/', 'head', true, true);
                """.formatted(id, level);
    }
}
