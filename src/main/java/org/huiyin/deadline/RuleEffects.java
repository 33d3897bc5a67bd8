package org.huiyin.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.deadline.RuleDrafts.Draft;
import org.huiyin.deadline.RuleEffect.ClockLine;
import org.huiyin.deadline.RuleEffect.DayLine;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** Counts the clocks that run by other rules, and tells what would change; nothing is locked and nothing written. */
@Component
class RuleEffects {
    private static final int AT_ONCE = 1000;
    private static final int MOST_LISTED = 200;

    private final ClockTable clocks;
    private final HoldTable holds;
    private final TimeLimits limits;
    private final Reckoner reckoner;
    private final RuleDrafts drafts;
    private final CaseFile cases;
    private final Organs organs;

    RuleEffects(
            ClockTable clocks,
            HoldTable holds,
            TimeLimits limits,
            Reckoner reckoner,
            RuleDrafts drafts,
            CaseFile cases,
            Organs organs) {
        this.clocks = clocks;
        this.holds = holds;
        this.limits = limits;
        this.reckoner = reckoner;
        this.drafts = drafts;
        this.cases = cases;
        this.organs = organs;
    }

    /** What the rules give a clock, and whether only a date that was told keeps it from ending earlier. */
    record Anew(TimeLimit limit, Counted counted, boolean floored) {}

    RuleEffect of(RuleProposal proposal) {
        Draft draft = drafts.read(proposal);
        Rules now = drafts.inForce();
        List<ClockLine> lines = new ArrayList<>();
        int moved = 0;
        int kept = 0;
        long last = 0;
        List<Clock> batch = clocks.open(RuleReach.of(proposal), last, AT_ONCE);
        while (!batch.isEmpty()) {
            for (Clock clock : batch) {
                Anew anew = anew(clock, draft.wanted());
                boolean moves = !anew.counted().span().equals(clock.span());
                boolean keeps = isKept(clock, anew, draft.wanted(), now);
                moved += moves ? 1 : 0;
                kept += keeps ? 1 : 0;
                if ((moves || keeps) && lines.size() < MOST_LISTED) {
                    line(clock, anew, keeps).ifPresent(lines::add);
                }
                last = clock.id();
            }
            batch = clocks.open(RuleReach.of(proposal), last, AT_ONCE);
        }
        return new RuleEffect(draft.title(), days(draft), moved, kept, lines);
    }

    Anew anew(Clock clock, Rules wanted) {
        TimeLimit limit = limit(clock, wanted);
        Terms terms = clock.terms().by(limit);
        Counted counted = count(clock, limit, terms, wanted);
        boolean floored = terms.told().isPresent()
                && isEarlier(count(clock, limit, terms.untold(), wanted).span(), counted.span());
        return new Anew(limit, counted, floored);
    }

    private static boolean isEarlier(Span one, Span other) {
        return one.rawDue().isBefore(other.rawDue()) || one.legalDue().isBefore(other.legalDue());
    }

    /** Whether this change is what would make a told date earlier: with another change it has been so before. */
    private boolean isKept(Clock clock, Anew anew, Rules wanted, Rules before) {
        if (!anew.floored()) {
            return false;
        }
        Terms untold = clock.terms().untold();
        Span free = count(clock, anew.limit(), untold.by(anew.limit()), wanted).span();
        Span was = count(clock, limit(clock, before), untold, before).span();
        return !free.equals(was);
    }

    private static TimeLimit limit(Clock clock, Rules rules) {
        return rules.limits().of(clock.kind(), clock.start().on(), clock.terms().countedFor());
    }

    private Counted count(Clock clock, TimeLimit limit, Terms terms, Rules rules) {
        WorkingDays days =
                rules.calendars().of(new Region(organs.get(terms.countedFor()).region()));
        List<Hold> held = limits.mayHold(clock.kind()) ? holds.of(clock.id()) : List.of();
        return reckoner.count(new Facts(limit, clock.start(), terms, held), days);
    }

    /** That there is a sealed matter is nothing for those outside of its circle (article 30). */
    private Optional<ClockLine> line(Clock clock, Anew anew, boolean kept) {
        if (cases.get(clock.petition()).sealed()) {
            return Optional.empty();
        }
        Span span = anew.counted().span();
        return Optional.of(new ClockLine(
                clock.petition().value(),
                clock.kind().code(),
                anew.limit().name(),
                clock.holder().value(),
                organs.find(clock.holder())
                        .map(Organ::name)
                        .orElse(clock.holder().value()),
                clock.rawDue(),
                span.rawDue(),
                clock.legalDue(),
                span.legalDue(),
                clock.provisional(),
                span.provisional(),
                kept));
    }

    private static List<DayLine> days(Draft draft) {
        return draft.days().stream()
                .map(day -> new DayLine(day.date(), RuleSheets.weekday(day.date()), day.before(), day.after()))
                .toList();
    }
}
