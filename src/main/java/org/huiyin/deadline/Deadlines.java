package org.huiyin.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.Clock.End;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.deadline.Moves.Entry;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of the clocks. Each locks the row of the petition first, then the clock, writes the journal, and leaves it
 * to {@link Watches} to let the watch follow the row when the transaction is about to commit.
 */
@Service
@Transactional
public class Deadlines {
    /** No law gives more; a longer span is a slip of the pen. */
    private static final int LONGEST = 3660;

    private final ClockTable clocks;
    private final TimeLimits limits;
    private final WorkingCalendar calendar;
    private final RuleVersion version;
    private final MovementRules rules;
    private final Reckoner reckoner;
    private final Moves moves;
    private final CaseFile caseFile;
    private final Journal journal;
    private final Watches watches;
    private final Urgency urgency;
    private final java.time.Clock time;

    Deadlines(
            ClockTable clocks,
            TimeLimits limits,
            WorkingCalendar calendar,
            RuleVersion version,
            MovementRules rules,
            Reckoner reckoner,
            Moves moves,
            CaseFile caseFile,
            Journal journal,
            Watches watches,
            Urgency urgency,
            java.time.Clock time) {
        this.clocks = clocks;
        this.limits = limits;
        this.calendar = calendar;
        this.version = version;
        this.rules = rules;
        this.reckoner = reckoner;
        this.moves = moves;
        this.caseFile = caseFile;
        this.journal = journal;
        this.watches = watches;
        this.urgency = urgency;
        this.time = time;
    }

    /** The day of the event is not counted. Nothing happens when the clock is running already. */
    public void start(
            PetitionId petition,
            ClockKind kind,
            Instant from,
            String evidence,
            OrganId holder,
            Optional<OfficerId> person) {
        Start start = startAt(from, evidence);
        begin(petition, kind, start, () -> Terms.of(limits.of(kind, start.on(), holder), holder), holder, person);
    }

    /** A clock whose end a paper sets: 交办反馈, 执行跟踪. Only the organ that set it may grant a later one. */
    public void startUntil(
            PetitionId petition,
            ClockKind kind,
            Instant from,
            SetDate end,
            String evidence,
            OrganId holder,
            Optional<OfficerId> person) {
        Start start = startAt(from, evidence);
        if (end.on().isBefore(start.on())) {
            throw InvalidInput.of("end", "期限", "不能早于起算日" + Explanation.day(start.on()) + "。");
        }
        begin(petition, kind, start, () -> until(kind, start, end, holder), holder, person);
    }

    /**
     * A clock counted back from the day of an event (听证通知): the last day to have done what must be done so many days
     * before it. An event too near is refused with the earliest day it may have.
     */
    public void startBefore(
            PetitionId petition,
            ClockKind kind,
            Instant from,
            SetDate event,
            String evidence,
            OrganId holder,
            Optional<OfficerId> person) {
        Start start = startAt(from, evidence);
        TimeLimit limit = limits.of(kind, start.on(), holder);
        if (!limit.countedBack()) {
            throw new IllegalStateException(kind + " is not counted back from an event");
        }
        LocalDate earliest = start.on().plusDays(limit.count());
        if (event.on().isBefore(earliest)) {
            throw InvalidInput.of(
                    "event",
                    limit.startsWith(),
                    "依据" + limit.source() + "须提前" + limit.count() + "日通知，最早可以定在" + Explanation.day(earliest) + "。");
        }
        begin(
                petition,
                kind,
                start,
                () -> Terms.of(limits.of(kind, start.on(), holder), holder).until(event),
                holder,
                person);
    }

    /** The paper came earlier than the list: the clock runs from that day, never from a later one. */
    public void startEarlier(PetitionId petition, ClockKind kind, LocalDate from, String evidence) {
        caseFile.lock(petition);
        Clock clock = rules.running(petition, kind, "提前起算");
        if (from.isAfter(clock.start().on())) {
            throw InvalidInput.of(
                    "from", "收到日期", "不能晚于" + Explanation.day(clock.start().on()) + "，期限只能提前起算。");
        }
        if (from.equals(clock.start().on())) {
            return;
        }
        Start start = startAt(from.atStartOfDay(time.getZone()).toInstant(), evidence);
        moves.move(
                clock,
                now -> now.from(
                        start, now.terms().by(limits.of(kind, from, now.terms().countedFor()))),
                Entry.of(JournalKind.CLOCK_MOVED, ClockFacts::started));
    }

    /** What was due is done; nothing happens when the clock has ended already. */
    public void met(PetitionId petition, ClockKind kind, Instant at, String evidence) {
        caseFile.lock(petition);
        Clock clock = latest(petition, kind);
        if (clock.isOpen()) {
            end(clock, ClockState.MET, at, evidence, JournalKind.CLOCK_MET);
            if (kind.endsHandling()) {
                clocks.latest(petition, ClockKind.T2)
                        .filter(Clock::isOpen)
                        .ifPresent(target -> end(target, ClockState.MET, at, evidence, JournalKind.CLOCK_MET));
            }
        }
    }

    public void stopIfRunning(PetitionId petition, ClockKind kind, String why) {
        caseFile.lock(petition);
        clocks.latest(petition, kind).filter(Clock::isOpen).ifPresent(clock -> cancel(clock, why));
    }

    /**
     * Ends what still runs when the matter has ended.
     *
     * @param kept runs on: what is owed to others than the petitioner (交办反馈)
     */
    public void cancelAll(PetitionId petition, String why, ClockKind... kept) {
        caseFile.lock(petition);
        clocks.of(petition).stream()
                .filter(clock -> clock.isOpen() && !List.of(kept).contains(clock.kind()))
                .forEach(clock -> cancel(clock, why));
    }

    /**
     * Another organ or person answers for the clock from now on; it runs on. Its length does not change, even where the new
     * holder has time limits of its own: those are for clocks that start there (D4 and D5 start anew at the next organ).
     */
    public void hand(PetitionId petition, ClockKind kind, OrganId holder, Optional<OfficerId> person) {
        caseFile.lock(petition);
        Clock clock = latest(petition, kind);
        if (clock.isOpen() && !(clock.holder().equals(holder) && clock.person().equals(person))) {
            clocks.save(clock.handedTo(holder, person));
            journal.write(petition, JournalKind.CLOCK_HANDED, ClockFacts.handed(kind, holder, person));
        }
    }

    /** The clock of this kind that started last, running or not. */
    @Transactional(readOnly = true)
    public Optional<Clock> find(PetitionId petition, ClockKind kind) {
        return clocks.latest(petition, kind);
    }

    @Transactional(readOnly = true)
    public List<Clock> of(PetitionId petition) {
        return clocks.of(petition);
    }

    /** How much the matter hurries its officers: the worst lamp of its running clocks, windows of the petitioner apart. */
    @Transactional(readOnly = true)
    public Lamp worstLamp(PetitionId petition) {
        return urgency.of(petition);
    }

    /** Counts a period by the calendar of a region; the first day is not counted. */
    @Transactional(readOnly = true)
    public Due due(LocalDate start, int length, Unit unit, Region region) {
        if (length < 0 || length > LONGEST) {
            throw InvalidInput.of("length", "日数", "应为0至" + LONGEST + "之间的整数。");
        }
        if (unit != Unit.CALENDAR_DAY && unit != Unit.WORKING_DAY) {
            throw InvalidInput.of("unit", "单位", "应为自然日（CALENDAR_DAY）或者工作日（WORKING_DAY）。");
        }
        WorkingDays days = calendar.days(region);
        Counting counting = new Counting(days);
        Period period = counting.count(start, length, unit);
        List<String> why = new Explanation(days).of(period, Explanation.day(start));
        return new Due(period.raw(), period.legal(), counting.isProvisional(period), why);
    }

    /** What a time limit gives from this day, without a clock. */
    @Transactional(readOnly = true)
    public Due due(ClockKind kind, LocalDate start, OrganId holder) {
        TimeLimit limit = limits.of(kind, start, holder);
        return due(start, limit.length().orElseThrow(), limit.unit(), calendar.region(holder));
    }

    /** When to remind of a day that was set without a clock: by the warnings of this kind (协办意见). */
    @Transactional(readOnly = true)
    public Turns warnings(ClockKind kind, LocalDate from, SetDate until, OrganId holder) {
        Start start = startAt(from.atStartOfDay(time.getZone()).toInstant(), "");
        return reckoner.count(start, until(kind, start, until, holder)).span().turns();
    }

    /** The clocks of a petition with their names, articles and why each date is what it is. */
    @Transactional(readOnly = true)
    public List<ClockSheet> sheets(PetitionId petition) {
        Map<Long, List<String>> why = clocks.explanations(petition);
        return clocks.of(petition).stream()
                .map(clock -> sheet(clock, why.getOrDefault(clock.id(), List.of())))
                .toList();
    }

    private ClockSheet sheet(Clock clock, List<String> why) {
        TimeLimit limit = limits.of(clock);
        return new ClockSheet(clock, limit.name(), limit.source(), limit.petitionerWindow(), why);
    }

    private Terms until(ClockKind kind, Start start, SetDate end, OrganId holder) {
        TimeLimit limit = limits.of(kind, start.on(), holder);
        if (limit.unit() != Unit.DATE) {
            throw new IllegalStateException(kind + " is counted, no paper sets its end");
        }
        return Terms.of(limit, holder).until(end);
    }

    private void begin(
            PetitionId petition,
            ClockKind kind,
            Start start,
            Supplier<Terms> terms,
            OrganId holder,
            Optional<OfficerId> person) {
        caseFile.lock(petition);
        Supplier<Optional<Clock>> insert = () -> {
            Terms now = terms.get();
            Counted counted = reckoner.count(start, now);
            return clocks.insert(petition, kind, start, now, counted, holder, person, version.current());
        };
        Optional<Clock> begun = insert.get();
        if (begun.isEmpty() && version.hasChanged()) {
            begun = insert.get();
        }
        begun.ifPresent(clock -> {
            journal.write(petition, JournalKind.CLOCK_STARTED, ClockFacts.started(clock));
            watches.follow(clock);
            hurryIfPressing(clock);
        });
    }

    private void cancel(Clock clock, String why) {
        end(clock, ClockState.CANCELLED, time.instant(), why, JournalKind.CLOCK_CANCELLED);
    }

    private void end(Clock clock, ClockState state, Instant at, String by, JournalKind kind) {
        Clock ended = clock.ended(state, new End(at, by));
        clocks.save(ended);
        Map<String, String> facts =
                ClockFacts.ended(clock.kind(), at.atZone(time.getZone()).toLocalDate(), by);
        journal.write(clock.petition(), kind, facts);
        watches.follow(ended);
        hurryIfPressing(ended);
    }

    /** R58: what is pressing goes before everything, from the moment it is marked to the moment it is not. */
    private void hurryIfPressing(Clock clock) {
        if (clock.kind() == ClockKind.T2) {
            watches.hurry(clock.petition());
        }
    }

    private Start startAt(Instant from, String evidence) {
        return new Start(from, from.atZone(time.getZone()).toLocalDate(), evidence);
    }

    private Clock latest(PetitionId petition, ClockKind kind) {
        return clocks.latest(petition, kind)
                .orElseThrow(() -> new IllegalStateException(kind + " never started on " + petition.value()));
    }
}
