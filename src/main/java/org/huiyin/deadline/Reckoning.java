package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.deadline.Period.Pause;
import org.huiyin.deadline.Terms.Extension;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.kernel.OfficerId;

/** Computes the dates of a clock and says why, from nothing but its facts and a calendar. */
final class Reckoning {
    private final WorkingDays days;
    private final ZoneId zone;
    private final Counting counting;
    private final Explanation explanation;
    private final MovementWords words;

    /** @param names how an officer is called who has moved a clock */
    Reckoning(WorkingDays days, ZoneId zone, Function<OfficerId, String> names) {
        this.days = days;
        this.zone = zone;
        this.counting = new Counting(days);
        this.explanation = new Explanation(days);
        this.words = new MovementWords(counting, names);
    }

    Counted of(Facts facts) {
        return facts.limit().unit() == Unit.CLOCK ? minutes(facts) : days(facts);
    }

    private Counted minutes(Facts facts) {
        TimeLimit limit = facts.limit();
        Start start = facts.start();
        Turns turns = limit.warning().onMinutes(start.at(), limit.count());
        LocalDate due = turns.overdueAt().atZone(zone).toLocalDate();
        List<String> why = List.of(
                limit.rule(),
                "起算：" + started(facts) + "。",
                Explanation.minutes(start.at().atZone(zone), turns.overdueAt().atZone(zone), limit.length()));
        return new Counted(new Span(due, due, false, turns), Optional.empty(), why);
    }

    private Counted days(Facts facts) {
        TimeLimit limit = facts.limit();
        Period period = period(facts);
        Span span = span(facts, period);
        List<String> why = new ArrayList<>(List.of(limit.rule()));
        if (limit.countedBack()) {
            why.addAll(explanation.back(
                    period,
                    limit.startsWith() + "，" + Explanation.day(set(facts).on()) + "（"
                            + facts.start().evidence() + "）"));
        } else {
            why.addAll(
                    explanation.of(period, started(facts), words.movements(facts, period), limit.petitionerWindow()));
        }
        why.addAll(words.afterwards(facts, period, span));
        return new Counted(span, untold(facts, period, span), List.copyOf(why));
    }

    /** The dates alone, for many clocks at once: the words take longer than the counting. */
    Dates dates(Facts facts) {
        if (facts.limit().unit() == Unit.CLOCK) {
            return new Dates(minutes(facts).span(), Optional.empty());
        }
        Period period = period(facts);
        Span span = span(facts, period);
        return new Dates(span, untold(facts, period, span));
    }

    /** As {@link Counted}, without the words. */
    record Dates(Span span, Optional<Span> untold) {}

    private Period period(Facts facts) {
        TimeLimit limit = facts.limit();
        LocalDate start = facts.start().on();
        if (limit.countedBack()) {
            return counting.before(start, set(facts).on(), limit.count());
        }
        int extension = facts.terms().extension().map(Extension::days).orElse(0);
        List<Pause> pauses = pauses(facts);
        return limit.unit() == Unit.DATE
                ? counting.until(start, set(facts).on(), extension, pauses)
                : counting.count(start, limit.count(), limit.unit(), extension, pauses);
    }

    /** A hold that is not released yet gives nothing back: nobody knows how much it will be. */
    private static List<Pause> pauses(Facts facts) {
        return facts.holds().stream()
                .flatMap(hold ->
                        hold.until().stream().map(until -> new Pause(hold.from().plusDays(1), until)))
                .filter(pause -> !pause.last().isBefore(pause.first()))
                .toList();
    }

    /** The date that somebody was told stays, whatever the count gives today. */
    private Span span(Facts facts, Period period) {
        return span(facts, period, facts.terms().told().map(Told::due).orElse(LocalDate.MIN));
    }

    private Optional<Span> untold(Facts facts, Period period, Span span) {
        return facts.terms()
                .told()
                .map(told -> span(facts, period, LocalDate.MIN))
                .filter(free ->
                        free.rawDue().isBefore(span.rawDue()) || free.legalDue().isBefore(span.legalDue()));
    }

    private Span span(Facts facts, Period period, LocalDate floor) {
        TimeLimit limit = facts.limit();
        LocalDate raw = limit.petitionerWindow() ? period.raw() : later(period.raw(), floor);
        LocalDate rolled = raw.equals(period.raw()) ? period.legal() : days.onOrAfter(raw);
        LocalDate legal = limit.petitionerWindow() ? later(rolled, floor) : rolled;
        boolean provisional = !limit.countedBack() && counting.isProvisional(period);
        return new Span(raw, legal, provisional, turns(limit, period, limit.petitionerWindow() ? legal : raw));
    }

    /** Organs are late by the plain count, a right of the petitioner lapses on the rolled day. */
    private Turns turns(TimeLimit limit, Period period, LocalDate end) {
        return limit.unit() == Unit.WORKING_DAY
                ? limit.warning().onWorkingDays(period.total(), end, days, zone)
                : limit.warning().onDays(period.start().plusDays(counting.paused(period)), end, days, zone);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static SetDate set(Facts facts) {
        return facts.terms()
                .set()
                .orElseThrow(
                        () -> new IllegalStateException(facts.limit().kind() + " runs to a day that a paper sets"));
    }

    private static String started(Facts facts) {
        return facts.limit().startsWith() + "，" + Explanation.day(facts.start().on()) + "（"
                + facts.start().evidence() + "）";
    }
}
