package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
        Due due = new Counting(days).count(start.on(), count, unit);
        Turns turns = unit == Unit.WORKING_DAY
                ? warning.onWorkingDays(count, due.raw(), days, zone)
                : warning.onDays(start.on(), end(due), days, zone);
        return new Span(due.raw(), due.legal(), due.provisional(), turns);
    }

    Span until(Start start, LocalDate last, WorkingDays days, ZoneId zone) {
        if (unit != Unit.DATE) {
            throw new IllegalStateException(kind + " is counted, no paper sets its end");
        }
        Due due = new Counting(days).until(start.on(), last);
        Turns turns = warning.onDays(start.on(), end(due), days, zone);
        return new Span(due.raw(), due.legal(), due.provisional(), turns);
    }

    /** How the dates of a clock were counted. */
    List<String> explain(Clock clock, WorkingDays days, ZoneId zone) {
        Counting counting = new Counting(days);
        LocalDate start = clock.start().on();
        return switch (unit) {
            case CALENDAR_DAY, WORKING_DAY ->
                counting.count(start, length.orElseThrow(), unit).explanation();
            case DATE -> counting.until(start, clock.rawDue()).explanation();
            case CLOCK ->
                List.of("计算：自" + MINUTE.format(clock.start().at().atZone(zone)) + "起" + length.orElseThrow() + "分钟，至"
                        + MINUTE.format(clock.span().turns().overdueAt().atZone(zone)) + "。");
        };
    }

    /** Organs are late by the plain count, a right of the petitioner lapses on the rolled day. */
    private LocalDate end(Due due) {
        return petitionerWindow ? due.legal() : due.raw();
    }

    /** The first line of an explanation. */
    String rule() {
        return "规则：" + kind.code() + " " + name + "，依据" + law + article + "（" + basis.label() + "）。";
    }
}
