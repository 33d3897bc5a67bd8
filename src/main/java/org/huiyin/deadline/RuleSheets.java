package org.huiyin.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Component;

/** Calendars, time limits and their changes as they are shown to the person who asks. */
@Component
class RuleSheets {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.CHINA);

    private final CalendarTable calendarRows;
    private final WorkingCalendar calendar;
    private final TimeLimits limits;
    private final Organs organs;
    private final Rights rights;
    private final Clock time;

    RuleSheets(
            CalendarTable calendarRows,
            WorkingCalendar calendar,
            TimeLimits limits,
            Organs organs,
            Rights rights,
            Clock time) {
        this.calendarRows = calendarRows;
        this.calendar = calendar;
        this.limits = limits;
        this.organs = organs;
        this.rights = rights;
        this.time = time;
    }

    static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    RuleChangeSheet of(RuleChange change, OfficerId reader) {
        boolean own = change.proposedBy().equals(reader);
        return new RuleChangeSheet(
                change.id(),
                change.subject().name(),
                change.subject().label(),
                change.title(),
                change.state().name(),
                change.state().label(),
                change.proposedBy().value(),
                name(change.proposedBy()),
                beijing(change.proposedAt()),
                change.reason(),
                change.moved(),
                change.kept(),
                change.isProposed() && !own && rights.mayAnywhere(reader, Right.APPROVE_RULES),
                change.isProposed() && own,
                change.log().stream().map(this::entry).toList());
    }

    private RuleChangeSheet.Entry entry(RuleChange.Entry entry) {
        return new RuleChangeSheet.Entry(
                beijing(entry.at()),
                entry.by().value(),
                name(entry.by()),
                entry.act().name(),
                entry.act().deed(),
                entry.note());
    }

    /** Those of today and of the days to come; with {@code past} also those that have been replaced. */
    List<TimeLimitSheet> limits(boolean past) {
        LocalDate today = LocalDate.now(time);
        List<TimeLimit> rows = limits.rows();
        return rows.stream()
                .map(row -> sheet(row, state(row, rows, today)))
                .filter(row -> past || !row.state().equals("PAST"))
                .sorted(Comparator.comparing((TimeLimitSheet row) -> ClockKind.ofCode(row.kind()))
                        .thenComparing(row -> row.organ().isPresent())
                        .thenComparing(TimeLimitSheet::region)
                        .thenComparing(TimeLimitSheet::level)
                        .thenComparing(TimeLimitSheet::validFrom))
                .toList();
    }

    private static String state(TimeLimit row, List<TimeLimit> rows, LocalDate today) {
        if (row.validFrom().isAfter(today)) {
            return "FUTURE";
        }
        boolean replaced = rows.stream()
                .anyMatch(other -> TimeLimitRules.isSameScope(row, other)
                        && other.validFrom().isAfter(row.validFrom())
                        && !other.validFrom().isAfter(today));
        return replaced ? "PAST" : "CURRENT";
    }

    private TimeLimitSheet sheet(TimeLimit row, String state) {
        return new TimeLimitSheet(
                row.kind().code(),
                row.name(),
                TimeLimitWords.scope(row, organs),
                row.region().code(),
                row.organ().map(OrganId::value),
                row.level(),
                row.validFrom(),
                row.length(),
                row.unit().name(),
                row.span(),
                row.startsWith(),
                row.law(),
                row.article(),
                row.basis().name(),
                row.basis().label(),
                row.petitionerWindow(),
                row.holdArticle(),
                TimeLimitWords.warning(row),
                row.warning().yellowPercent(),
                row.warning().yellowWorkingDays(),
                row.warning().redWorkingDays(),
                row.warning().redPercent(),
                state);
    }

    CalendarSheet calendar(int year, Region region) {
        WorkingDays days = calendar.days(region);
        List<CalendarSheet.Day> written = calendarRows.days(year, region);
        Stream<CalendarSheet.Day> fixed = days.isPublished(year)
                ? Stream.of()
                : Year.of(year)
                        .atDay(1)
                        .datesUntil(Year.of(year + 1).atDay(1))
                        .filter(day -> written.stream()
                                .noneMatch(row -> row.date().equals(day)
                                        && row.replacedBy().isEmpty()))
                        .flatMap(day -> days.special(day).stream())
                        .map(RuleSheets::fixed);
        return new CalendarSheet(
                year,
                region.code(),
                !days.isPublished(year),
                calendarRows.noticesOf(year, region),
                Stream.concat(written.stream().filter(day -> day.replacedBy().isEmpty()), fixed)
                        .sorted(Comparator.comparing(CalendarSheet.Day::date))
                        .toList(),
                written.stream().filter(day -> day.replacedBy().isPresent()).toList());
    }

    private static CalendarSheet.Day fixed(CalendarYear.Day day) {
        return new CalendarSheet.Day(
                day.date(),
                weekday(day.date()),
                day.name(),
                day.isOffDay(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String name(OfficerId officer) {
        return organs.findOfficer(officer)
                .map(Officer::name)
                .orElse(officer.equals(OfficerId.SYSTEM) ? "系统" : officer.value());
    }

    private OffsetDateTime beijing(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(time.getZone()).toOffsetDateTime();
    }
}
