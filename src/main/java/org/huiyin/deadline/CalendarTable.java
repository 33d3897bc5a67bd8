package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.deadline.CalendarChange.Standing;
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
        return noticesOf(year, region).stream().map(CalendarSheet.Notice::title).toList();
    }

    /** The days that count in a region, with the notice each stands in. */
    List<Standing> standing(Region region) {
        return jdbc.sql("""
                        select d.day, d.kind, d.name, d.notice, n.year
                        from deadline.calendar_day d
                        join deadline.calendar_notice n on n.region = d.region and n.title = d.notice
                        where d.region = :region and d.replaced_by is null""")
                .param("region", region.code())
                .query((rs, row) -> new Standing(
                        rs.getObject("day", LocalDate.class),
                        new Published(rs.getString("kind").equals("OFF"), rs.getString("name")),
                        rs.getString("notice"),
                        rs.getInt("year")))
                .list();
    }

    Set<String> papers(Region region) {
        return jdbc.sql("select title from deadline.calendar_notice where region = :region")
                .param("region", region.code())
                .query(String.class)
                .set();
    }

    /** All that notices have said of a year's days in this region, what was replaced included. */
    List<CalendarSheet.Day> days(int year, Region region) {
        return jdbc.sql("""
                        select region, day, kind, name, notice, replaced_by
                        from deadline.calendar_day
                        where region in (:regions) and extract(year from day) = :year
                        order by day, region, id""")
                .param("regions", codes(region))
                .param("year", year)
                .query((rs, row) -> new CalendarSheet.Day(
                        rs.getObject("day", LocalDate.class),
                        RuleSheets.weekday(rs.getObject("day", LocalDate.class)),
                        rs.getString("name"),
                        rs.getString("kind").equals("OFF"),
                        Optional.of(rs.getString("notice")),
                        Optional.of(rs.getString("region")),
                        Optional.ofNullable(rs.getString("replaced_by"))))
                .list();
    }

    List<CalendarSheet.Notice> noticesOf(int year, Region region) {
        return jdbc.sql("""
                        select region, title, change from deadline.calendar_notice
                        where year = :year and region in (:regions)
                        order by region = '000000' desc, region, seq""")
                .param("year", year)
                .param("regions", codes(region))
                .query((rs, row) -> new CalendarSheet.Notice(
                        rs.getString("region"),
                        rs.getString("title"),
                        Optional.ofNullable(rs.getObject("change", Long.class))))
                .list();
    }

    private static List<String> codes(Region region) {
        return region.widening().stream().map(Region::code).toList();
    }

    void write(CalendarChange change, long by) {
        change.papers()
                .forEach(paper -> jdbc.sql("""
                        insert into deadline.calendar_notice (region, year, title, change)
                        values (:region, :year, :title, :change)""")
                        .param("region", change.region().code())
                        .param("year", change.year())
                        .param("title", paper)
                        .param("change", by)
                        .update());
        String notice = change.papers().get(change.papers().size() - 1);
        change.removed().forEach(day -> replace(change.region(), day, notice));
        change.added().forEach(day -> insert(change.region(), day, notice));
    }

    private void replace(Region region, LocalDate day, String by) {
        jdbc.sql("""
                        update deadline.calendar_day set replaced_by = :by
                        where region = :region and day = :day and replaced_by is null""")
                .param("by", by)
                .param("region", region.code())
                .param("day", day)
                .update();
    }

    private void insert(Region region, CalendarYear.Day day, String notice) {
        jdbc.sql("""
                        insert into deadline.calendar_day (region, day, kind, name, notice)
                        values (:region, :day, :kind, :name, :notice)""")
                .param("region", region.code())
                .param("day", day.date())
                .param("kind", day.isOffDay() ? "OFF" : "MAKE_UP")
                .param("name", day.name())
                .param("notice", notice)
                .update();
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
