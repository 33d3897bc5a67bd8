package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code deadline.hold}; whoever writes one holds the row of the petition. */
@Repository
class HoldTable {
    private final JdbcClient jdbc;

    HoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hold> of(long clock) {
        return jdbc.sql("""
                        select held_on, released_on, reason, held_by from deadline.hold
                        where clock = :clock order by id""").param("clock", clock).query((rs, row) -> hold(rs)).list();
    }

    void begin(long clock, LocalDate on, String reason, OfficerId by) {
        jdbc.sql("""
                        insert into deadline.hold (clock, held_on, reason, held_by)
                        values (:clock, :on, :reason, :by)""")
                .param("clock", clock)
                .param("on", on)
                .param("reason", reason)
                .param("by", by.value())
                .update();
    }

    void end(long clock, LocalDate on, OfficerId by) {
        jdbc.sql("""
                        update deadline.hold set released_on = :on, released_by = :by
                        where clock = :clock and released_on is null""")
                .param("clock", clock)
                .param("on", on)
                .param("by", by.value())
                .update();
    }

    private static Hold hold(ResultSet rs) throws SQLException {
        return new Hold(
                rs.getObject("held_on", LocalDate.class),
                Optional.ofNullable(rs.getObject("released_on", LocalDate.class)),
                rs.getString("reason"),
                new OfficerId(rs.getString("held_by")));
    }
}
