package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TimeLimitTable {
    private final JdbcClient jdbc;

    TimeLimitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TimeLimit> all() {
        return jdbc.sql("""
                        select code, level, valid_from, name, length, unit, starts_with, law, article, basis,
                               petitioner_window, hold_allowed,
                               yellow_percent, yellow_working_days, red_working_days, red_percent
                        from deadline.time_limit
                        where region = '000000'""").query((rs, row) -> limit(rs)).list();
    }

    private static TimeLimit limit(ResultSet rs) throws SQLException {
        return new TimeLimit(
                ClockKind.ofCode(rs.getString("code")),
                rs.getString("level"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getString("name"),
                Optional.ofNullable(rs.getObject("length", Integer.class)),
                Unit.valueOf(rs.getString("unit")),
                rs.getString("starts_with"),
                rs.getString("law"),
                rs.getString("article"),
                Basis.valueOf(rs.getString("basis")),
                rs.getBoolean("petitioner_window"),
                rs.getBoolean("hold_allowed"),
                new Warning(
                        rs.getInt("yellow_percent"),
                        rs.getInt("yellow_working_days"),
                        rs.getInt("red_working_days"),
                        rs.getInt("red_percent")));
    }
}
