package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.deadline.Terms.Extension;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.deadline.WorkingDays.FixedHoliday;
import org.huiyin.deadline.WorkingDays.Published;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The counting against a slow oracle that walks day by day, over starts of 2020 to 2027, both units, extensions, holds,
 * told dates and calendars drawn at random. The seed is fixed; a case that fails says what it was drawn from.
 */
class ReckoningOracleTest {
    private static final int CASES = 20_000;
    private static final OrganId ORGAN = new OrganId("someOrgan");
    private static final OfficerId HEAD = new OfficerId("somebody");

    private final Random random = new Random(20_220_501);

    /** A case, and the calendar it is counted by. */
    private record Case(Facts facts, WorkingDays days) {}

    @Test
    @DisplayName("当日不计、顺延、延长、暂停、告知：与逐日推算一致")
    void agreesWithWalkingDayByDay() {
        for (int i = 0; i < CASES; i++) {
            Case drawn = draw();
            Facts facts = drawn.facts();

            Span span = new Reckoning(drawn.days(), Time.BEIJING, OfficerId::value)
                    .of(facts)
                    .span();

            LocalDate plain = walk(facts, drawn.days());
            LocalDate told = facts.terms().told().map(Told::due).orElse(LocalDate.MIN);
            boolean window = facts.limit().petitionerWindow();
            LocalDate raw = window ? plain : later(plain, told);
            LocalDate rolled = workingDayFrom(raw, drawn.days());
            LocalDate legal = window ? later(rolled, told) : rolled;
            assertThat(span.rawDue()).as("%s", facts).isEqualTo(raw);
            assertThat(span.legalDue()).as("%s", facts).isEqualTo(legal);
            assertThat(span.provisional()).as("%s", facts).isEqualTo(guesses(facts, plain, drawn.days()));
            assertThat(span.turns().overdueAt())
                    .as("%s", facts)
                    .isEqualTo(midnight((window ? legal : raw).plusDays(1)));
        }
    }

    @Test
    @DisplayName("延长和暂停只会推后，不会提前")
    void anExtensionAndAHoldOnlyEverMoveTheEndLater() {
        for (int i = 0; i < CASES / 4; i++) {
            Case drawn = draw();
            Facts facts = drawn.facts();
            Terms plain = Terms.of(facts.limit(), ORGAN);
            Reckoning reckoning = new Reckoning(drawn.days(), Time.BEIJING, OfficerId::value);

            LocalDate moved = reckoning.of(facts).span().rawDue();
            LocalDate unmoved = reckoning
                    .of(new Facts(facts.limit(), facts.start(), plain, List.of()))
                    .span()
                    .rawDue();

            assertThat(moved).as("%s", facts).isAfterOrEqualTo(unmoved);
        }
    }

    private Case draw() {
        WorkingDays days = calendar();
        LocalDate on = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(8 * 365));
        TimeLimit limit = limit(1 + random.nextInt(90), random.nextBoolean(), random.nextInt(4) == 0);
        Start start = new Start(midnight(on).plusSeconds(random.nextInt(86_400)), on, "文书");
        Terms terms = Terms.of(limit, ORGAN);
        if (random.nextInt(3) == 0) {
            terms = terms.extended(new Extension(1 + random.nextInt(30), "条", "理由", HEAD, on, Optional.empty()));
        }
        List<Hold> holds = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            holds.add(hold(walk(new Facts(limit, start, terms, holds), days), holds, on));
        }
        if (random.nextInt(4) == 0) {
            LocalDate due = walk(new Facts(limit, start, terms, holds), days);
            terms = terms.told(new Told(due.plusDays(random.nextInt(9) - 4), "文书"));
        }
        return new Case(new Facts(limit, start, terms, holds), days);
    }

    /** A clock is held between its start, or the release before, and its end. */
    private Hold hold(LocalDate due, List<Hold> before, LocalDate start) {
        LocalDate first =
                before.isEmpty() ? start : before.get(before.size() - 1).until().orElseThrow();
        LocalDate from = first.plusDays(random.nextInt((int) (due.toEpochDay() - first.toEpochDay()) + 1));
        return new Hold(from, Optional.of(from.plusDays(random.nextInt(40))), "听证", HEAD);
    }

    private WorkingDays calendar() {
        Map<LocalDate, Published> published = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(9 * 365));
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            published.put(day, new Published(!weekend, "节日"));
        }
        Set<Integer> years = random.nextBoolean()
                ? Set.of(2020, 2021, 2022, 2023, 2024, 2025, 2026)
                : Set.copyOf(IntStream.rangeClosed(2020, 2030).boxed().toList());
        return new WorkingDays(
                published, years, List.of(new FixedHoliday(MonthDay.of(1, 1), "元旦", LocalDate.of(1949, 12, 23))));
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
            while (day.isBefore(hold.from())) {
                day = day.plusDays(1);
                left -= !working || days.isWorkingDay(day) ? 1 : 0;
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
