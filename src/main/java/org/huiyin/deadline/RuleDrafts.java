package org.huiyin.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.deadline.CalendarYear.Day;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** Reads a proposal against the rules in force: whether it may be at all, what would be in force with it, and writes it. */
@Component
class RuleDrafts {
    private final CalendarTable calendarRows;
    private final TimeLimitTable limitRows;
    private final WorkingCalendar calendar;
    private final TimeLimits limits;
    private final Organs organs;
    private final Clock time;

    RuleDrafts(
            CalendarTable calendarRows,
            TimeLimitTable limitRows,
            WorkingCalendar calendar,
            TimeLimits limits,
            Organs organs,
            Clock time) {
        this.calendarRows = calendarRows;
        this.limitRows = limitRows;
        this.calendar = calendar;
        this.limits = limits;
        this.organs = organs;
        this.time = time;
    }

    /** A day whose kind or name changes; what it was and what it will be, in words. */
    record DayChange(LocalDate date, String before, String after) {}

    /**
     * @param title one line for a list
     * @param wanted the rules as they would be
     * @param days the days of the calendar that change
     */
    record Draft(String title, Rules wanted, List<DayChange> days) {}

    Rules inForce() {
        return new Rules(calendar.all(), limits.book());
    }

    /** Refuses what is not allowed, or changes nothing. */
    Draft read(RuleProposal proposal) {
        if (proposal instanceof CalendarProposal notices) {
            return draft(notices);
        }
        TimeLimit row = row((TimeLimitProposal) proposal);
        List<TimeLimit> rows = new ArrayList<>(limits.rows());
        rows.add(row);
        return new Draft(
                TimeLimitWords.change(row, limits.rows(), organs),
                new Rules(calendar.all(), new LimitBook(rows, organs)),
                List.of());
    }

    void write(RuleProposal proposal, long change) {
        if (proposal instanceof CalendarProposal notices) {
            changes(notices).stream().filter(one -> !one.isEmpty()).forEach(one -> calendarRows.write(one, change));
        } else {
            limitRows.insert(row((TimeLimitProposal) proposal), change);
        }
    }

    private TimeLimit row(TimeLimitProposal proposal) {
        return TimeLimitForm.read(proposal, limits.rows(), organs, LocalDate.now(time));
    }

    private Draft draft(CalendarProposal proposal) {
        Calendars before = calendar.all();
        Calendars after = before;
        Set<LocalDate> touched = new HashSet<>();
        for (CalendarChange change : changes(proposal)) {
            after = after.with(change);
            touched.addAll(change.days());
        }
        Region region = proposal.notices().get(0).region();
        WorkingDays now = before.of(region);
        WorkingDays then = after.of(region);
        List<DayChange> days = touched.stream()
                .sorted()
                .map(day -> new DayChange(day, words(now, day), words(then, day)))
                .filter(day -> !day.before().equals(day.after()))
                .toList();
        return new Draft(proposal.inWords(), new Rules(after, limits.book()), days);
    }

    private List<CalendarChange> changes(CalendarProposal proposal) {
        Region region = proposal.notices().get(0).region();
        Set<String> papers = new HashSet<>(calendarRows.papers(region));
        List<CalendarChange> changes = new ArrayList<>();
        for (CalendarNotice notice : proposal.notices()) {
            CalendarChange change = CalendarChange.of(notice, calendar.all(), calendarRows.standing(region), papers);
            papers.addAll(change.papers());
            changes.add(change);
        }
        if (changes.stream().allMatch(CalendarChange::isEmpty)) {
            throw InvalidInput.of("calendar", "日历文件", "与已经载入的安排相同，没有变化。");
        }
        return changes;
    }

    private static String words(WorkingDays days, LocalDate day) {
        return days.special(day).map(RuleDrafts::words).orElseGet(() -> days.isWorkingDay(day) ? "上班" : "周末休息");
    }

    private static String words(Day day) {
        return day.isOffDay() ? day.name() + "放假" : day.name() + "调休上班";
    }
}
