package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.deadline.Terms.Extension;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.deadline.WorkingDays.FixedHoliday;
import org.huiyin.deadline.WorkingDays.Published;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.testkit.Drawn;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The counting against a slow oracle that walks day by day, over starts of 2020 to 2027, both units, extensions, holds,
 * told dates, notices loaded later and time limits that change, in any order.
 */
class ReckoningOracleTest {
    private static final int CASES = 20_000;
    private static final int LIVES = 4_000;
    private static final OrganId ORGAN = new OrganId("someOrgan");
    private static final OfficerId HEAD = new OfficerId("somebody");

    /** A case, and the calendar it is counted by. */
    private record Case(Facts facts, WorkingDays days) {}

    /** What a clock has been counted from, one after the other; each step follows from the one before. */
    private record Life(List<Case> steps) {}

    @Test
    @DisplayName("当日不计、顺延、延长、暂停、告知：与逐日推算一致")
    void agreesWithWalkingDayByDay() {
        Drawn.forAll(CASES, ReckoningOracleTest::draw, ReckoningOracleTest::agrees);
    }

    @Test
    @DisplayName("延长和暂停只会推后，不会提前")
    void anExtensionAndAHoldOnlyEverMoveTheEndLater() {
        Drawn.forAll(CASES / 4, ReckoningOracleTest::draw, drawn -> {
            Facts facts = drawn.facts();
            Terms plain = Terms.of(facts.limit(), ORGAN);
            Reckoning reckoning = reckoning(drawn);

            LocalDate moved = reckoning.of(facts).span().rawDue();
            LocalDate unmoved = reckoning
                    .of(new Facts(facts.limit(), facts.start(), plain, List.of()))
                    .span()
                    .rawDue();

            assertThat(moved).isAfterOrEqualTo(unmoved);
        });
    }

    @Test
    @DisplayName("放假通知后来载入、期限规定变更、延长、暂停，不论先后：与逐日推算一致，已经告知的日期从不提前")
    void whateverHappensInWhateverOrderNoToldDateMovesEarlier() {
        Drawn.forAll(LIVES, ReckoningOracleTest::life, life -> {
            LocalDate promised = LocalDate.MIN;
            for (Case step : life.steps()) {
                agrees(step);
                assertThat(end(step)).as("%s", step.facts()).isAfterOrEqualTo(promised);
                promised = step.facts().terms().told().map(Told::due).orElse(LocalDate.MIN);
            }
        });
    }

    private static void agrees(Case drawn) {
        Facts facts = drawn.facts();
        Counted counted = reckoning(drawn).of(facts);

        LocalDate plain = walk(facts, drawn.days());
        LocalDate told = facts.terms().told().map(Told::due).orElse(LocalDate.MIN);
        boolean window = facts.limit().petitionerWindow();
        LocalDate raw = window ? plain : later(plain, told);
        LocalDate rolled = workingDayFrom(raw, drawn.days());
        LocalDate legal = window ? later(rolled, told) : rolled;
        Span span = counted.span();
        assertThat(span.rawDue()).isEqualTo(raw);
        assertThat(span.legalDue()).isEqualTo(legal);
        assertThat(span.provisional()).isEqualTo(guesses(facts, plain, drawn.days()));
        assertThat(span.turns().overdueAt()).isEqualTo(midnight((window ? legal : raw).plusDays(1)));
        assertThat(counted.untold().map(Span::rawDue))
                .as("what the count gives, had nobody been told")
                .isEqualTo(Optional.of(plain)
                        .filter(free -> free.isBefore(raw)
                                || workingDayFrom(free, drawn.days()).isBefore(legal)));
        assertThat(reckoning(drawn).dates(facts)).isEqualTo(new Reckoning.Dates(span, counted.untold()));
    }

    private static Case draw(Drawn draw) {
        WorkingDays days = new Notices().drawn(draw, 120).calendar();
        Facts facts = begun(draw);
        if (draw.below(3) == 0) {
            facts = extended(draw, facts);
        }
        for (int left = draw.below(4); left > 0; left--) {
            facts = held(draw, facts, days);
        }
        if (draw.below(4) == 0) {
            LocalDate told = walk(facts, days).plusDays(draw.below(9) - 4);
            facts = with(facts, facts.terms().told(new Told(told, "文书")));
        }
        return new Case(facts, days);
    }

    /** Up to eight things that happen to one clock. */
    private static Life life(Drawn draw) {
        Notices notices = new Notices().drawn(draw, 40);
        List<Case> steps = new ArrayList<>(List.of(new Case(begun(draw), notices.calendar())));
        for (int left = draw.below(9); left > 0; left--) {
            Case now = steps.get(steps.size() - 1);
            Facts facts = now.facts();
            switch (draw.below(5)) {
                case 0 -> facts = with(facts, facts.terms().told(new Told(end(now), "文书")));
                case 1 -> notices.drawn(draw, 15);
                case 2 -> facts = changed(draw, facts);
                case 3 -> facts = facts.terms().extension().isPresent() ? facts : extended(draw, facts);
                default -> facts = held(draw, facts, now.days());
            }
            steps.add(new Case(facts, notices.calendar()));
        }
        return new Life(List.copyOf(steps));
    }

    private static Facts begun(Drawn draw) {
        LocalDate on = LocalDate.of(2020, 1, 1).plusDays(draw.below(8 * 365));
        TimeLimit limit = limit(1 + draw.below(90), draw.below(2) == 1, draw.oncePer(4));
        Start start = new Start(midnight(on).plusSeconds(draw.below(86_400)), on, "文书");
        return new Facts(limit, start, Terms.of(limit, ORGAN), List.of());
    }

    /** Another row of the same kind: longer or shorter, in the same unit. */
    private static Facts changed(Drawn draw, Facts facts) {
        TimeLimit before = facts.limit();
        TimeLimit limit = limit(1 + draw.below(90), before.unit() == Unit.WORKING_DAY, before.petitionerWindow());
        return new Facts(limit, facts.start(), facts.terms().by(limit), facts.holds());
    }

    private static Facts extended(Drawn draw, Facts facts) {
        Extension extension =
                new Extension(1 + draw.below(30), "条", "理由", HEAD, facts.start().on(), Optional.empty());
        return with(facts, facts.terms().extended(extension));
    }

    /** A clock is held between its start, or the release before, and its end. */
    private static Facts held(Drawn draw, Facts facts, WorkingDays days) {
        List<Hold> holds = new ArrayList<>(facts.holds());
        LocalDate first = holds.isEmpty()
                ? facts.start().on()
                : holds.get(holds.size() - 1).until().orElseThrow();
        LocalDate due = walk(facts, days);
        if (due.isBefore(first)) {
            return facts;
        }
        LocalDate from = first.plusDays(draw.below((int) (due.toEpochDay() - first.toEpochDay()) + 1));
        holds.add(new Hold(from, Optional.of(from.plusDays(draw.below(40))), "听证", HEAD));
        return new Facts(facts.limit(), facts.start(), facts.terms(), holds);
    }

    private static Facts with(Facts facts, Terms terms) {
        return new Facts(facts.limit(), facts.start(), terms, facts.holds());
    }

    /** The notices loaded so far: days off on weekdays, make-up days on weekends, and the years they have published. */
    private static final class Notices {
        private final Map<LocalDate, Published> published = new HashMap<>();
        private final Set<Integer> years =
                new HashSet<>(IntStream.rangeClosed(2020, 2025).boxed().toList());

        Notices drawn(Drawn draw, int days) {
            for (int i = 0; i < days; i++) {
                LocalDate day = LocalDate.of(2020, 1, 1).plusDays(draw.below(9 * 365));
                boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
                published.put(day, new Published(!weekend, "节日"));
            }
            if (draw.below(2) == 0) {
                years.add(2026 + draw.below(5));
            }
            return this;
        }

        WorkingDays calendar() {
            return new WorkingDays(
                    published, years, List.of(new FixedHoliday(MonthDay.of(1, 1), "元旦", LocalDate.of(1949, 12, 23))));
        }
    }

    private static Reckoning reckoning(Case drawn) {
        return new Reckoning(drawn.days(), Time.BEIJING, OfficerId::value);
    }

    /** The day that somebody would be told. */
    private static LocalDate end(Case drawn) {
        Span span = reckoning(drawn).of(drawn.facts()).span();
        return drawn.facts().limit().petitionerWindow() ? span.legalDue() : span.rawDue();
    }

    private static TimeLimit limit(int length, boolean working, boolean window) {
        return new TimeLimit(
                1,
                ClockKind.D6,
                Region.NATION,
                Optional.empty(),
                "ANY",
                LocalDate.of(2020, 1, 1),
                "期限",
                Optional.of(length),
                working ? Unit.WORKING_DAY : Unit.CALENDAR_DAY,
                false,
                "事件",
                "条例",
                "条",
                Basis.LAW,
                window,
                Optional.of("条"),
                Optional.empty(),
                new Warning(20, 3, 0, 0));
    }

    private static LocalDate walk(Facts facts, WorkingDays days) {
        boolean working = facts.limit().unit() == Unit.WORKING_DAY;
        int left = facts.limit().count()
                + facts.terms().extension().map(Extension::days).orElse(0);
        LocalDate day = facts.start().on();
        for (Hold hold : facts.holds()) {
            while (left > 0 && day.isBefore(hold.from())) {
                day = day.plusDays(1);
                left -= !working || days.isWorkingDay(day) ? 1 : 0;
            }
            if (left <= 0 && day.isBefore(hold.from())) {
                break;
            }
            day = hold.until().orElseThrow();
        }
        while (left > 0) {
            day = day.plusDays(1);
            left -= !working || days.isWorkingDay(day) ? 1 : 0;
        }
        return working ? workingDayFrom(day, days) : day;
    }

    private static boolean guesses(Facts facts, LocalDate raw, WorkingDays days) {
        LocalDate first =
                facts.limit().unit() == Unit.WORKING_DAY ? facts.start().on().plusDays(1) : raw;
        return first.datesUntil(workingDayFrom(raw, days).plusDays(1))
                .anyMatch(day -> !days.isPublished(day.getYear()));
    }

    private static LocalDate workingDayFrom(LocalDate day, WorkingDays days) {
        LocalDate found = day;
        while (!days.isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Time.BEIJING).toInstant();
    }
}
