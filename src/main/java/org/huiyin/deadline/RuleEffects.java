package org.huiyin.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Reckoning.Dates;
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
    private final Reckoner reckoner;
    private final RuleDrafts drafts;
    private final CaseFile cases;
    private final Organs organs;

    RuleEffects(ClockTable clocks, Reckoner reckoner, RuleDrafts drafts, CaseFile cases, Organs organs) {
        this.clocks = clocks;
        this.reckoner = reckoner;
        this.drafts = drafts;
        this.cases = cases;
        this.organs = organs;
    }

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
                TimeLimit limit = limit(clock, draft.wanted());
                Dates anew = reckoner.dates(reckoner.facts(clock, limit), days(clock, draft.wanted()));
                boolean moves = !anew.span().equals(clock.span());
                boolean keeps = anew.untold()
                        .filter(free -> !free.equals(untold(clock, now)))
                        .isPresent();
                moved += moves ? 1 : 0;
                kept += keeps ? 1 : 0;
                if ((moves || keeps) && lines.size() < MOST_LISTED) {
                    line(clock, limit, anew.span(), keeps).ifPresent(lines::add);
                }
                last = clock.id();
            }
            batch = clocks.open(RuleReach.of(proposal), last, AT_ONCE);
        }
        return new RuleEffect(draft.title(), days(draft), moved, kept, lines);
    }

    /** What the rules give a clock, with the words. */
    Counted anew(Clock clock, TimeLimit limit, Rules wanted) {
        return reckoner.count(reckoner.facts(clock, limit), days(clock, wanted));
    }

    TimeLimit limit(Clock clock, Rules rules) {
        return rules.limits().of(clock.kind(), clock.start().on(), clock.terms().countedFor());
    }

    /** What the rules give now, had nobody been told: another change may have made it earlier before this one. */
    private Span untold(Clock clock, Rules now) {
        Dates dates = reckoner.dates(reckoner.facts(clock, limit(clock, now)), days(clock, now));
        return dates.untold().orElse(dates.span());
    }

    private WorkingDays days(Clock clock, Rules rules) {
        return rules.calendars()
                .of(new Region(organs.get(clock.terms().countedFor()).region()));
    }

    /** That there is a sealed matter, or one from which somebody is barred, is nothing for this list (articles 28, 30). */
    private Optional<ClockLine> line(Clock clock, TimeLimit limit, Span span, boolean kept) {
        Petition petition = cases.get(clock.petition());
        if (petition.sealed() || petition.guarded()) {
            return Optional.empty();
        }
        return Optional.of(new ClockLine(
                clock.petition().value(),
                clock.kind().code(),
                limit.name(),
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
