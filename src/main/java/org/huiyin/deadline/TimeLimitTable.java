package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.deadline.TimeLimit.Extending;
import org.huiyin.kernel.OrganId;
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
                        select id, code, region, organ, level, valid_from, name, length, unit, counted_back, starts_with, law,
                               article, basis, petitioner_window, hold_article,
                               extension_by, extension_clock, extension_days, extension_article,
                               yellow_percent, yellow_working_days, red_working_days, red_percent
                        from deadline.time_limit""").query((rs, row) -> limit(rs)).list();
    }

    private static TimeLimit limit(ResultSet rs) throws SQLException {
        return new TimeLimit(
                rs.getLong("id"),
                ClockKind.ofCode(rs.getString("code")),
                new Region(rs.getString("region")),
                Optional.ofNullable(rs.getString("organ")).map(OrganId::new),
                rs.getString("level"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getString("name"),
                Optional.ofNullable(rs.getObject("length", Integer.class)),
                Unit.valueOf(rs.getString("unit")),
                rs.getBoolean("counted_back"),
                rs.getString("starts_with"),
                rs.getString("law"),
                rs.getString("article"),
                Basis.valueOf(rs.getString("basis")),
                rs.getBoolean("petitioner_window"),
                Optional.ofNullable(rs.getString("hold_article")),
                extension(rs),
                warning(rs));
    }

    private static Optional<Extending> extension(ResultSet rs) throws SQLException {
        Optional<String> by = Optional.ofNullable(rs.getString("extension_by"));
        Optional<ClockKind> clock =
                Optional.ofNullable(rs.getString("extension_clock")).map(ClockKind::ofCode);
        Optional<Integer> days = Optional.ofNullable(rs.getObject("extension_days", Integer.class));
        Optional<String> article = Optional.ofNullable(rs.getString("extension_article"));
        return by.map(who -> new Extending(ExtensionBy.valueOf(who), clock, days, article));
    }

    private static Warning warning(ResultSet rs) throws SQLException {
        return new Warning(
                rs.getInt("yellow_percent"),
                rs.getInt("yellow_working_days"),
                rs.getInt("red_working_days"),
                rs.getInt("red_percent"));
    }
}
