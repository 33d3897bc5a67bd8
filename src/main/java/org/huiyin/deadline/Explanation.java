package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why this date: the counting of a period in the words of an official. */
final class Explanation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter DAY_OF_WEEK = DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）", Locale.CHINA);
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Locale.CHINA);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.CHINA);

    private final WorkingDays days;

    Explanation(WorkingDays days) {
        this.days = days;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Begins with what started the period. */
    List<String> of(Period period, String started) {
        return of(period, started, List.of(), false);
    }

    /**
     * @param movements what has moved the end, told before the count
     * @param window a right of the petitioner, which nobody works to
     */
    List<String> of(Period period, String started, List<String> movements, boolean window) {
        List<String> lines = new ArrayList<>();
        lines.add("起算：" + started + "，当日不计，自次日起算。");
        lines.addAll(movements);
        lines.add(counted(period));
        holidays(period)
                .map(text -> "其间放假：" + text + (isWorking(period) ? "，不计入。" : "，照计。"))
                .ifPresent(lines::add);
        madeUp(period)
                .map(text -> "其间调休上班：" + text + (isWorking(period) ? "，计入。" : "。"))
                .ifPresent(lines::add);
        if (!isWorking(period)) {
            lines.add(rolled(period, window));
        }
        for (int year : new Counting(days).unpublished(period)) {
            lines.add(year + "年放假调休安排尚未公布或者尚未载入，暂按周一至周五和固定日期的节假日推算，载入后重新计算。");
        }
        return List.copyOf(lines);
    }

    /** A period counted back from the day of an event. */
    List<String> back(Period period, String event) {
        return List.of(
                "起算：" + event + "，当日不计，自前一日起倒算。",
                "计算：按自然日倒算" + period.length() + "日，最后一日为" + DAY_OF_WEEK.format(period.raw()) + "，遇休息日不顺延。");
    }

    static String minutes(ZonedDateTime first, ZonedDateTime last, Optional<Integer> length) {
        return "计算：自" + MINUTE.format(first) + "起" + length.orElseThrow() + "分钟，至" + MINUTE.format(last) + "。";
    }

    private static boolean isWorking(Period period) {
        return period.unit() == Unit.WORKING_DAY;
    }

    private String counted(Period period) {
        String last = moved(period) + "，最后一日为" + DAY_OF_WEEK.format(period.raw()) + "。";
        return switch (period.unit()) {
            case WORKING_DAY -> "计算：按工作日计" + period.length() + "个工作日" + last;
            case CALENDAR_DAY -> "计算：按自然日计" + period.length() + "日" + last;
            case DATE -> "期限由文书指定" + last;
            case CLOCK -> throw new IllegalArgumentException("minutes are not counted in days");
        };
    }

    private String moved(Period period) {
        String unit = isWorking(period) ? "个工作日" : "日";
        boolean isSum = period.extension() > 0 && period.unit() != Unit.DATE;
        int paused = new Counting(days).paused(period);
        return (isSum ? "，加延长" + period.extension() + unit + "，共" + period.total() + unit : "")
                + (paused > 0 ? "，暂停的" + paused + unit + "不计入" : "");
    }

    private String rolled(Period period, boolean window) {
        if (period.raw().equals(period.legal())) {
            return "最后一日为工作日，不顺延。";
        }
        String off = days.holiday(period.raw()).map(name -> name + "放假").orElse("周末休息日");
        String inside = window ? "" : "机关内部按" + day(period.raw()) + "掌握，";
        return "最后一日为" + off + "：" + inside + "法定届满日顺延至" + DAY_OF_WEEK.format(period.legal()) + "（参照《民法典》第二百零三条）。";
    }

    private Optional<String> holidays(Period period) {
        List<String> blocks = new ArrayList<>();
        LocalDate day = period.start().plusDays(1);
        while (!day.isAfter(period.legal())) {
            Optional<String> name = holiday(day, period);
            LocalDate last = day;
            while (name.isPresent()
                    && holiday(last.plusDays(1), period).equals(name)
                    && last.isBefore(period.legal())) {
                last = last.plusDays(1);
            }
            LocalDate first = day;
            LocalDate end = last;
            name.ifPresent(
                    text -> blocks.add(text + day(first) + (first.equals(end) ? "" : "至" + MONTH_DAY.format(end))));
            day = last.plusDays(1);
        }
        return joined(blocks);
    }

    private Optional<String> holiday(LocalDate day, Period period) {
        return days.holiday(day).filter(name -> period.isCounted(day));
    }

    private Optional<String> madeUp(Period period) {
        Function<LocalDate, Optional<String>> named =
                day -> days.madeUpFor(day).map(name -> day(day) + "（" + WEEKDAY.format(day) + "，" + name + "调休）");
        return joined(period.start()
                .plusDays(1)
                .datesUntil(period.legal().plusDays(1))
                .filter(period::isCounted)
                .map(named)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<String> joined(List<String> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.stream().collect(Collectors.joining("、")));
    }
}
