package org.huiyin.deadline;

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

/** Notices and the days they speak of; a day that a later notice replaced stays as a row and no longer counts. */
@Repository
class CalendarTable {
    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Calendars all() {
        return new Calendars(published(), years(), fixed());
    }

    /** The notices of a year that hold in this region, the wider region first, then as they were loaded. */
    List<String> notices(int year, Region region) {
        return jdbc.sql("""
                        select title from deadline.calendar_notice
                        where year = :year and region in (:regions)
                        order by region = '000000' desc, region, seq""")
                .param("year", year)
                .param("regions", region.widening().stream().map(Region::code).toList())
                .query(String.class)
                .list();
    }

    private Map<Region, Map<LocalDate, Published>> published() {
        record Row(Region region, LocalDate day, Published published) {}
        return jdbc
                .sql("select region, day, kind, name from deadline.calendar_day where replaced_by is null")
                .query((rs, row) -> new Row(
                        new Region(rs.getString("region")),
                        rs.getObject("day", LocalDate.class),
                        new Published(rs.getString("kind").equals("OFF"), rs.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::region, Collectors.toMap(Row::day, Row::published)));
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
