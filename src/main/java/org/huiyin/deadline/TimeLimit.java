package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.deadline.Clock.Start;

/** What the law gives: a row of {@code deadline.time_limit}. */
record TimeLimit(
        ClockKind kind,
        String level,
        LocalDate validFrom,
        String name,
        Optional<Integer> length,
        Unit unit,
        String startsWith,
        String law,
        String article,
        Basis basis,
        boolean petitionerWindow,
        boolean holdAllowed,
        Warning warning) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Locale.CHINA);

    Span from(Start start, WorkingDays days, ZoneId zone) {
        int count = length.orElseThrow(() -> new IllegalStateException(kind + " ends on a date that a paper sets"));
        if (unit == Unit.CLOCK) {
            Turns turns = warning.onMinutes(start.at(), count);
            LocalDate due = turns.overdueAt().atZone(zone).toLocalDate();
            return new Span(due, due, false, turns);
        }
        Counting counting = new Counting(days);
        Period period = counting.count(start.on(), count, unit);
        Turns turns = unit == Unit.WORKING_DAY
                ? warning.onWorkingDays(count, period.raw(), days, zone)
                : warning.onDays(start.on(), end(period), days, zone);
        return new Span(period.raw(), period.legal(), counting.isProvisional(period), turns);
    }

    Span until(Start start, LocalDate last, WorkingDays days, ZoneId zone) {
        if (unit != Unit.DATE) {
            throw new IllegalStateException(kind + " is counted, no paper sets its end");
        }
        Counting counting = new Counting(days);
        Period period = counting.until(start.on(), last);
        Turns turns = warning.onDays(start.on(), end(period), days, zone);
        return new Span(period.raw(), period.legal(), counting.isProvisional(period), turns);
    }

    /** Why the dates of a clock are what they are. */
    List<String> explain(Clock clock, WorkingDays days, ZoneId zone) {
        Start start = clock.start();
        String started = startsWith + "，" + Explanation.day(start.on()) + "（" + start.evidence() + "）";
        if (unit == Unit.CLOCK) {
            return List.of(rule(), "起算：" + started + "。", minutes(clock, zone));
        }
        Counting counting = new Counting(days);
        Period period = unit == Unit.DATE
                ? counting.until(start.on(), clock.rawDue())
                : counting.count(start.on(), length.orElseThrow(), unit);
        List<String> lines = new ArrayList<>(List.of(rule()));
        lines.addAll(new Explanation(days).of(period, started));
        return List.copyOf(lines);
    }

    String rule() {
        return "规则：" + kind.code() + " " + name + "，" + span() + "，依据" + law + article + "（" + basis.label() + "）。";
    }

    private String span() {
        return switch (unit) {
            case CALENDAR_DAY -> length.orElseThrow() + "日";
            case WORKING_DAY -> length.orElseThrow() + "个工作日";
            case CLOCK -> length.orElseThrow() + "分钟";
            case DATE -> "期限由文书指定";
        };
    }

    private String minutes(Clock clock, ZoneId zone) {
        String first = MINUTE.format(clock.start().at().atZone(zone));
        String last = MINUTE.format(clock.span().turns().overdueAt().atZone(zone));
        return "计算：自" + first + "起" + span() + "，至" + last + "。";
    }

    /** Organs are late by the plain count, a right of the petitioner lapses on the rolled day. */
    private LocalDate end(Period period) {
        return petitionerWindow ? period.legal() : period.raw();
    }
}
