package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.CleanText;
import org.huiyin.deadline.CalendarFile.Day;
import org.huiyin.deadline.CalendarFile.Placed;
import org.huiyin.deadline.CalendarFile.Year;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What makes sense as a notice of days off (全国年节及纪念日放假办法); refusals name the field and the line of the file. */
final class CalendarRules {
    private static final int FIRST_YEAR = 2000;
    private static final int MOST_DAYS = 120;
    private static final int MOST_ERRORS = 50;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_PAPER = 300;

    private final Region region;
    private final int lastYear;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<LocalDate, Line> seen = new HashMap<>();

    private record Line(int line, boolean off) {}

    private CalendarRules(Region region, int lastYear) {
        this.region = region;
        this.lastYear = lastYear;
    }

    /** Reads a file; the notice of a year is out at the end of the year before, so no later year than the next is taken. */
    static List<CalendarNotice> read(String file, Region region, int thisYear) {
        CalendarRules rules = new CalendarRules(region, thisYear + 1);
        List<CalendarNotice> notices = rules.notices(CalendarFile.read(file, rules.errors));
        if (!rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors.stream().limit(MOST_ERRORS).toList());
        }
        return notices;
    }

    private List<CalendarNotice> notices(List<Year> years) {
        List<CalendarNotice> notices = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (Year file : years) {
            Optional<Integer> year = year(file);
            year.filter(number -> !known.add(number))
                    .ifPresent(twice -> wrong(file.field() + "year", file.line(), "年份", twice + "年在文件中出现了两次，请合并。"));
            List<String> papers = papers(file);
            List<CalendarYear.Day> days = days(file, year);
            year.ifPresent(number -> notices.add(new CalendarNotice(region, number, papers, days)));
        }
        return notices;
    }

    private Optional<Integer> year(Year file) {
        if (file.year().isEmpty()) {
            missing(file.field() + "year", file.line(), "年份");
            return Optional.empty();
        }
        Placed<Integer> year = file.year().get();
        if (year.value() < FIRST_YEAR || year.value() > lastYear) {
            wrong(year.field(), year.line(), "年份", "应在" + FIRST_YEAR + "年至" + lastYear + "年之间。");
            return Optional.empty();
        }
        return Optional.of(year.value());
    }

    private List<String> papers(Year file) {
        List<String> papers = new ArrayList<>();
        for (Placed<String> paper : file.papers()) {
            clean(paper, "来源通知", LONGEST_PAPER).ifPresent(papers::add);
        }
        if (file.papers().isEmpty()) {
            wrong(file.field() + "papers", file.line(), "来源通知", "必须写明放假安排出自哪一份通知（名称或者网址）。");
        }
        return papers;
    }

    private List<CalendarYear.Day> days(Year file, Optional<Integer> year) {
        if (file.days().isEmpty()) {
            missing(file.field() + "days", file.line(), "日期列表");
        }
        if (file.days().size() > MOST_DAYS) {
            wrong(file.field() + "days", file.line(), "日期列表", "一年最多" + MOST_DAYS + "天，请检查。");
            return List.of();
        }
        List<CalendarYear.Day> days = new ArrayList<>();
        for (Day day : file.days()) {
            Optional<String> name =
                    required(day, day.name(), "name", "节日名称").flatMap(text -> clean(text, "节日名称", LONGEST_NAME));
            Optional<LocalDate> date = required(day, day.date(), "date", "日期").flatMap(text -> date(text, year));
            Optional<Boolean> off =
                    required(day, day.isOffDay(), "isOffDay", "是否放假").map(Placed::value);
            if (name.isPresent() && date.isPresent() && off.isPresent() && fits(day, date.get(), off.get())) {
                days.add(new CalendarYear.Day(name.get(), date.get(), off.get()));
            }
        }
        return days;
    }

    private Optional<LocalDate> date(Placed<String> text, Optional<Integer> year) {
        LocalDate day;
        try {
            day = LocalDate.parse(text.value().strip());
        } catch (DateTimeParseException notADay) {
            wrong(text.field(), text.line(), "日期", "应为存在的日期，写作“年-月-日”，例如 2027-01-01。");
            return Optional.empty();
        }
        if (year.isPresent() && !isOf(year.get(), day)) {
            wrong(text.field(), text.line(), "日期", day + "不属于" + year.get() + "年的通知：只收当年的日期，以及上年12月、次年1月连着放假或者调休的日期。");
            return Optional.empty();
        }
        return Optional.of(day);
    }

    private static boolean isOf(int year, LocalDate day) {
        return day.getYear() == year
                || (day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER)
                || (day.getYear() == year + 1 && day.getMonth() == Month.JANUARY);
    }

    private boolean fits(Day day, LocalDate date, boolean off) {
        String field = day.field() + ".date";
        int line = day.date().map(Placed::line).orElse(day.line());
        @Nullable Line before = seen.putIfAbsent(date, new Line(line, off));
        if (before != null) {
            String what = before.off() == off ? "重复" : "自相矛盾，一处放假、一处上班";
            wrong(field, line, "日期", date + "与第" + before.line() + "行" + what + "，只能保留一处。");
            return false;
        }
        if (!off && !WorkingDays.isWeekend(date)) {
            wrong(field, line, "日期", date + "不是周末，不能作为调休上班日（isOffDay 为 false 的只能是周六、周日）。");
            return false;
        }
        return true;
    }

    private <T> Optional<Placed<T>> required(Day day, Optional<Placed<T>> value, String key, String label) {
        boolean told = errors.stream().anyMatch(error -> error.field().equals(day.field() + "." + key));
        if (value.isEmpty() && !told) {
            missing(day.field() + "." + key, day.line(), label);
        }
        return value;
    }

    private Optional<String> clean(Placed<String> text, String label, int longest) {
        String clean = CleanText.of(text.value()).replaceAll("\\s+", " ");
        if (clean.isEmpty() || clean.length() > longest || clean.codePoints().anyMatch(Character::isISOControl)) {
            wrong(text.field(), text.line(), label, "应为1至" + longest + "个字。");
            return Optional.empty();
        }
        return Optional.of(clean);
    }

    private void missing(String field, int line, String label) {
        wrong(field, line, label, "必须填写。");
    }

    private void wrong(String field, int line, String label, String message) {
        errors.add(CalendarFile.at(field, line, label, message));
    }
}
