package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganLevel;
import org.huiyin.organ.Organs;
import org.huiyin.testkit.Drawn;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which of many time limits holds, against a slow search in the order in which the law would ask. */
@HuiyinTest
class LimitBookOracleTest {
    private static final int CASES = 3_000;
    private static final LocalDate FIRST = LocalDate.of(2022, 5, 1);

    @Autowired
    private Organs organs;

    private record Case(List<TimeLimit> rows, LocalDate on, OrganId holder) {}

    @Test
    @DisplayName("期限规定变更：先本机关、再逐级上级，先小地区、再大地区，先本级、再各级，最后取已生效的最新一条")
    void theNearestRuleInForceHolds() {
        Drawn.forAll(CASES, this::draw, drawn -> {
            TimeLimit found = new LimitBook(drawn.rows(), organs).of(ClockKind.D6, drawn.on(), drawn.holder());

            assertThat(found.id()).isEqualTo(slowly(drawn).id());
        });
    }

    private Case draw(Drawn draw) {
        Organ holder = draw.oneOf(organs.all());
        Map<String, TimeLimit> rows = new LinkedHashMap<>();
        rows.put("first", row(0, Region.NATION, Optional.empty(), "ANY", FIRST));
        for (int left = draw.below(12); left > 0; left--) {
            Optional<OrganId> owner = draw.below(2) == 0 ? Optional.empty() : Optional.of(owner(draw, holder));
            Region region = draw.oneOf(regions(draw.oneOf(List.of(holder, draw.oneOf(organs.all())))));
            String level = draw.below(2) == 0
                    ? "ANY"
                    : draw.oneOf(List.of(OrganLevel.values())).name();
            LocalDate from = FIRST.plusMonths(draw.below(60));
            rows.putIfAbsent(owner + " " + region + level + from, row(rows.size(), region, owner, level, from));
        }
        return new Case(List.copyOf(rows.values()), FIRST.plusDays(draw.below(5 * 365)), holder.id());
    }

    /** Mostly an organ above the holder. */
    private OrganId owner(Drawn draw, Organ holder) {
        return draw.oneOf(
                draw.below(3) < 2
                        ? above(holder.id())
                        : List.of(draw.oneOf(organs.all()).id()));
    }

    private TimeLimit slowly(Case drawn) {
        Organ holder = organs.get(drawn.holder());
        for (Optional<OrganId> owner : Stream.concat(
                        above(drawn.holder()).stream().map(Optional::of), Stream.of(Optional.<OrganId>empty()))
                .toList()) {
            for (Region region : regions(holder)) {
                for (String level : List.of(holder.level().name(), "ANY")) {
                    Optional<TimeLimit> newest = drawn.rows().stream()
                            .filter(row -> row.organ().equals(owner))
                            .filter(row -> row.region().equals(region))
                            .filter(row -> row.level().equals(level))
                            .filter(row -> !row.validFrom().isAfter(drawn.on()))
                            .max(Comparator.comparing(TimeLimit::validFrom));
                    if (newest.isPresent()) {
                        return newest.get();
                    }
                }
            }
        }
        throw new AssertionError("the first row of the country holds for everybody");
    }

    /** The organ itself and those above it, itself first. */
    private List<OrganId> above(OrganId organ) {
        List<OrganId> all = organs.all().stream()
                .map(Organ::id)
                .filter(other -> organs.isWithin(organ, other))
                .toList();
        return all.stream()
                .sorted(Comparator.comparingLong((OrganId one) -> all.stream()
                                .filter(other -> organs.isWithin(one, other))
                                .count())
                        .reversed())
                .toList();
    }

    /** Itself, its city, its province and the country, by hand. */
    private static List<Region> regions(Organ organ) {
        String code = organ.region();
        return IntStream.of(6, 4, 2, 0)
                .mapToObj(digits -> code.substring(0, digits) + "0".repeat(6 - digits))
                .distinct()
                .map(Region::new)
                .toList();
    }

    private static TimeLimit row(long id, Region region, Optional<OrganId> owner, String level, LocalDate from) {
        return new TimeLimit(
                id,
                ClockKind.D6,
                region,
                owner,
                level,
                from,
                "期限",
                Optional.of(60),
                Unit.CALENDAR_DAY,
                false,
                "事件",
                "条例",
                "条",
                Basis.LAW,
                false,
                Optional.empty(),
                Optional.empty(),
                new Warning(20, 3, 0, 0));
    }
}
