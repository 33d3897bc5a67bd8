package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.deadline.WorkingDays.Published;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What a notice changes in the calendar of its region. The notice gives its year whole: a day of that year it no longer
 * speaks of becomes a day as the week has it.
 *
 * @param papers the notices that are not known yet; what is new or different stands in the last of them
 * @param added days that no notice spoke of, or that now have another kind or name
 * @param removed days whose row no longer counts, those with another kind or name among them
 */
record CalendarChange(
        Region region, int year, List<String> papers, List<CalendarYear.Day> added, Set<LocalDate> removed) {
    private static final Set<String> BY_THE_MOON = Set.of("春节", "清明", "端午", "中秋");

    /** A day of a notice in force. */
    record Standing(LocalDate day, Published published, String notice, int year) {}

    static CalendarChange of(CalendarNotice notice, Calendars now, List<Standing> standing, Set<String> knownPapers) {
        if (notice.region().isNation()) {
            requireWhole(notice, now);
        }
        Map<LocalDate, Standing> before =
                standing.stream().collect(Collectors.toMap(Standing::day, Function.identity()));
        List<CalendarYear.Day> added = new ArrayList<>();
        Set<LocalDate> removed = new HashSet<>();
        for (CalendarYear.Day day : notice.days()) {
            @Nullable Standing known = before.get(day.date());
            if (known == null) {
                added.add(day);
            } else if (known.year() != notice.year()) {
                requireSame(day, known);
            } else if (!known.published().equals(published(day))) {
                added.add(day);
                removed.add(day.date());
            }
        }
        Set<LocalDate> given =
                notice.days().stream().map(CalendarYear.Day::date).collect(Collectors.toSet());
        standing.stream()
                .filter(known -> known.year() == notice.year() && !given.contains(known.day()))
                .forEach(known -> removed.add(known.day()));
        List<String> papers = notice.papers().stream()
                .filter(paper -> !knownPapers.contains(paper))
                .distinct()
                .toList();
        CalendarChange change = new CalendarChange(notice.region(), notice.year(), papers, added, removed);
        change.requireSource();
        return change;
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && papers.isEmpty();
    }

    /** All days that are counted otherwise than before. */
    Set<LocalDate> days() {
        return Stream.concat(removed.stream(), added.stream().map(CalendarYear.Day::date))
                .collect(Collectors.toSet());
    }

    static Published published(CalendarYear.Day day) {
        return new Published(day.isOffDay(), day.name());
    }

    private void requireSource() {
        if (papers.isEmpty() && !days().isEmpty()) {
            throw InvalidInput.of("papers", "来源通知", year + "年的安排已经载入。更正必须写明新的通知，原来的通知留在历史里。");
        }
    }

    private static void requireSame(CalendarYear.Day day, Standing known) {
        if (known.published().off() != day.isOffDay()) {
            throw InvalidInput.of(
                    "days",
                    "日期",
                    day.date() + "在《" + known.notice() + "》中是"
                            + (known.published().off() ? "放假" : "调休上班") + "，与这里的安排相反，请先核对两份通知。");
        }
    }

    /** Half a notice would make holidays of the other half working days. */
    private static void requireWhole(CalendarNotice notice, Calendars now) {
        Set<LocalDate> off = notice.days().stream()
                .filter(CalendarYear.Day::isOffDay)
                .map(CalendarYear.Day::date)
                .collect(Collectors.toSet());
        Stream<String> fixed = now.fixedIn(notice.year()).stream()
                .filter(holiday -> !off.contains(holiday.day().atYear(notice.year())))
                .map(holiday -> day(holiday.day()) + holiday.name());
        Stream<String> moving = BY_THE_MOON.stream()
                .filter(name -> notice.days().stream()
                        .noneMatch(day -> day.isOffDay() && day.name().contains(name)))
                .sorted();
        List<String> missing = Stream.concat(fixed, moving).toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput(List.of(new FieldError(
                    "days",
                    "日期列表",
                    notice.year() + "年缺少：" + String.join("、", missing) + "。全国的安排要完整的一年；更正个别日期，也请给出更正后的完整一年。")));
        }
    }

    private static String day(MonthDay day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
