package org.huiyin.supervision;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;

/** Which matters of an indicator are listed, and after which. */
public record IndicatorQuery(
        Indicator indicator, Set<Part> parts, ReportPeriod period, Optional<OrganId> within, Optional<Place> after) {
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final LocalDate FAR_OFF = LocalDate.of(2300, 1, 1);

    /** The last row of the page before. */
    record Place(LocalDate day, String petition, long part) {
        static final Place FIRST = new Place(LONG_AGO, "", -1);

        private static final int FIELDS = 3;

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((day + " " + petition + " " + part).getBytes(StandardCharsets.US_ASCII));
        }

        static Place of(String text) {
            try {
                String[] fields =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", FIELDS);
                LocalDate day = LocalDate.parse(fields[0]);
                if (day.isAfter(LONG_AGO) && day.isBefore(FAR_OFF)) {
                    return new Place(day, new PetitionId(fields[1]).value(), Long.parseLong(fields[2]));
                }
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
                // said below
            }
            throw InvalidInput.of("cursor", "下一页", "不是同一列表上一页给出的 next，请从第一页重新读取。");
        }
    }

    /** As a page asks for it. One part of the indicator, or one side of it. */
    public record Asked(
            @Nullable String indicator,
            @Nullable String side,
            @Nullable String part,
            @Nullable String from,
            @Nullable String to,
            @Nullable String within,
            @Nullable String cursor) {}

    public static IndicatorQuery of(Asked asked) {
        Indicator indicator = choice("indicator", "指标", asked.indicator(), Indicator.class);
        return new IndicatorQuery(
                indicator,
                parts(indicator, asked),
                ReportPeriod.of(asked.from(), asked.to()),
                MatterQuery.organ("within", "范围", asked.within()),
                given(asked.cursor()).map(Place::of));
    }

    private static Set<Part> parts(Indicator indicator, Asked asked) {
        if (given(asked.part()).isEmpty()) {
            return indicator.parts(choice("side", "分子分母", asked.side(), Side.class));
        }
        Part part = choice("part", "构成", asked.part(), Part.class);
        if (!indicator.parts(Side.DENOMINATOR).contains(part)) {
            throw InvalidInput.of("part", "构成", "不是这个指标的一项，请从列表中选择。");
        }
        return Set.of(part);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static <E extends Enum<E> & Labelled> E choice(
            String field, String label, @Nullable String text, Class<E> type) {
        return given(text)
                .flatMap(word -> Labelled.find(type, word))
                .orElseThrow(() -> InvalidInput.of(field, label, "没有这一项，请从列表中选择。"));
    }

    LocalDate first() {
        return indicator.isOfToday() ? LONG_AGO : period.from();
    }

    LocalDate end() {
        return indicator.isOfToday() ? FAR_OFF : period.before();
    }

    /** What is looked for, within the period. */
    List<Outcome.Stored> stored(LocalDate today, LocalDate since) {
        return parts.stream()
                .flatMap(part -> part.outcomes().stream())
                .map(outcome -> outcome.stored(indicator.measure(), today, since))
                .map(one -> new Outcome.Stored(
                        one.outcome(),
                        one.from().filter(day -> day.isAfter(first())).or(() -> Optional.of(first())),
                        one.before().filter(day -> day.isBefore(end())).or(() -> Optional.of(end()))))
                .toList();
    }

    /** Which of the parts asked for a mark is. */
    Part partOf(String outcome, LocalDate day, LocalDate today, LocalDate since) {
        return parts.stream()
                .filter(part -> part.outcomes().stream()
                        .map(one -> one.stored(indicator.measure(), today, since))
                        .anyMatch(one -> one.outcome().equals(outcome)
                                && one.from().filter(day::isBefore).isEmpty()
                                && one.before()
                                        .filter(end -> !day.isBefore(end))
                                        .isEmpty()))
                .findFirst()
                .orElseThrow();
    }
}
