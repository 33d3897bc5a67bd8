package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.deadline.WorkingDays.FixedHoliday;
import org.huiyin.deadline.WorkingDays.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarTable {
    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WorkingDays national() {
        return new WorkingDays(published(), years(), fixed());
    }

    List<String> notices(int year) {
        return jdbc.sql(
                        "select title from deadline.calendar_notice where region = '000000' and year = :year order by title")
                .param("year", year)
                .query(String.class)
                .list();
    }

    private Map<LocalDate, Published> published() {
        return jdbc
                .sql("select day, kind, name from deadline.calendar_day where region = '000000'")
                .query((rs, row) -> published(rs))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<LocalDate, Published> published(ResultSet rs) throws SQLException {
        boolean off = rs.getString("kind").equals("OFF");
        return Map.entry(rs.getObject("day", LocalDate.class), new Published(off, rs.getString("name")));
    }

    private Set<Integer> years() {
        return jdbc.sql("select distinct year from deadline.calendar_notice where region = '000000'")
                .query(Integer.class)
                .set();
    }

    private List<FixedHoliday> fixed() {
        return jdbc.sql("select month, day, name, valid_from from deadline.public_holiday")
                .query((rs, row) -> new FixedHoliday(
                        MonthDay.of(rs.getInt("month"), rs.getInt("day")),
                        rs.getString("name"),
                        rs.getObject("valid_from", LocalDate.class)))
                .list();
    }
}
