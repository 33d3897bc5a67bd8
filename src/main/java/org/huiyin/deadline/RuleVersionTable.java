package org.huiyin.deadline;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code deadline.rules}. */
@Repository
class RuleVersionTable {
    private final JdbcClient jdbc;

    RuleVersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from deadline.rules").query(Long.class).single();
    }

    /** Waits until nobody is left who has written a clock by the old rules; from here to the commit nobody writes one. */
    void lock() {
        jdbc.sql("set local lock_timeout = '20s'").update();
        jdbc.sql("lock table deadline.rules in exclusive mode").update();
        jdbc.sql("set local lock_timeout = 0").update();
    }

    long raise() {
        return jdbc.sql("update deadline.rules set version = nextval('deadline.rules_version') returning version")
                .query(Long.class)
                .single();
    }
}
