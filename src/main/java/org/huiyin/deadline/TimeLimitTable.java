package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.deadline.TimeLimit.Extending;
import org.huiyin.kernel.OrganId;
import org.jspecify.annotations.Nullable;
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

    /** The row may be new for good only: a time limit is never edited. */
    void insert(TimeLimit row, long change) {
        jdbc.sql("""
                        insert into deadline.time_limit
                            (code, region, organ, level, valid_from, name, length, unit, counted_back, starts_with, law, article,
                             basis, petitioner_window, hold_allowed, hold_article, extension_by, extension_clock,
                             extension_days, extension_article, yellow_percent, yellow_working_days, red_working_days,
                             red_percent, change)
                        values (:code, :region, :organ, :level, :validFrom, :name, :length, :unit, :countedBack, :startsWith,
                                :law, :article, :basis, :petitionerWindow, :holdAllowed, :holdArticle, :extensionBy,
                                :extensionClock, :extensionDays, :extensionArticle, :yellowPercent, :yellowWorkingDays,
                                :redWorkingDays, :redPercent, :change)""")
                .params(scope(row))
                .params(length(row))
                .params(extension(row))
                .params(warning(row.warning()))
                .param("change", change)
                .update();
    }

    private static Map<String, @Nullable Object> scope(TimeLimit row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", row.kind().code());
        values.put("region", row.region().code());
        values.put("organ", row.organ().map(OrganId::value).orElse(null));
        values.put("level", row.level());
        values.put("validFrom", row.validFrom());
        values.put("name", row.name());
        values.put("law", row.law());
        values.put("article", row.article());
        values.put("basis", row.basis().name());
        return values;
    }

    private static Map<String, @Nullable Object> length(TimeLimit row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("length", row.length().orElse(null));
        values.put("unit", row.unit().name());
        values.put("countedBack", row.countedBack());
        values.put("startsWith", row.startsWith());
        values.put("petitionerWindow", row.petitionerWindow());
        values.put("holdAllowed", row.holdAllowed());
        values.put("holdArticle", row.holdArticle().orElse(null));
        return values;
    }

    private static Map<String, @Nullable Object> extension(TimeLimit row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Optional<Extending> extension = row.extension();
        values.put(
                "extensionBy", extension.map(extending -> extending.by().name()).orElse(null));
        values.put(
                "extensionClock",
                extension.flatMap(Extending::clock).map(ClockKind::code).orElse(null));
        values.put("extensionDays", extension.flatMap(Extending::days).orElse(null));
        values.put("extensionArticle", extension.flatMap(Extending::article).orElse(null));
        return values;
    }

    private static Map<String, Object> warning(Warning warning) {
        return Map.of(
                "yellowPercent", warning.yellowPercent(),
                "yellowWorkingDays", warning.yellowWorkingDays(),
                "redWorkingDays", warning.redWorkingDays(),
                "redPercent", warning.redPercent());
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
