package org.huiyin.supervision;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.huiyin.casefile.PetitionState;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;

/**
 * Which matters stand behind a figure, in which order and after which row. Of a period all that came in or ended then; without
 * one only what is open.
 */
public record MatterQuery(
        Optional<OrganId> within,
        Optional<OrganId> organ,
        Optional<PetitionState> stage,
        Optional<String> lamp,
        Optional<Period> period,
        int returned,
        MatterOrder order,
        Optional<Cursor> after) {
    private static final int MOST_RETURNED = 99;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;

    /** One column of a chart: what it tells apart, in which of its values, and from when to when. */
    record Period(FlowKind kind, Optional<String> value, LocalDate from, LocalDate before) {}

    /** The last row of the page before: its place in the order, and its number. */
    record Cursor(String place, PetitionId number) {
        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((place + " " + number).getBytes(StandardCharsets.US_ASCII));
        }

        static Cursor of(String text) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
                return new Cursor(parts[0], new PetitionId(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw noPlace();
            }
        }

        /** What stands in a cursor came from outside. */
        String placeIn(MatterOrder order) {
            try {
                return order == MatterOrder.STUCK
                        ? Instant.parse(place).toString()
                        : LocalDate.parse(place).toString();
            } catch (DateTimeException e) {
                throw noPlace();
            }
        }

        private static InvalidInput noPlace() {
            return InvalidInput.of("cursor", "下一页", "不是同一列表上一页给出的 next，请从第一页重新读取。");
        }
    }

    /** As a page asks for it; what is not given narrows nothing. */
    public record Asked(
            @Nullable String within,
            @Nullable String organ,
            @Nullable String stage,
            @Nullable String lamp,
            @Nullable String kind,
            @Nullable String grain,
            @Nullable String start,
            @Nullable String value,
            @Nullable Integer returned,
            @Nullable String order,
            @Nullable String cursor) {}

    public static MatterQuery of(Asked asked) {
        Optional<Period> period = period(asked);
        boolean ended = period.filter(shown -> shown.kind() == FlowKind.ENDED).isPresent();
        MatterOrder order =
                choice("order", "排序", asked.order(), MatterOrder.class).orElse(MatterOrder.OLDEST);
        return new MatterQuery(
                organ("within", "范围", asked.within()),
                organ("organ", "责任单位", asked.organ()),
                choice("stage", "环节", asked.stage(), PetitionState.class),
                lamp(asked.lamp()),
                period,
                asked.returned() == null ? 0 : Math.max(0, Math.min(asked.returned(), MOST_RETURNED)),
                ended ? MatterOrder.ENDED : order == MatterOrder.ENDED ? MatterOrder.OLDEST : order,
                given(asked.cursor()).map(Cursor::of));
    }

    static Optional<OrganId> organ(String field, String label, @Nullable String id) {
        return given(id).map(value -> {
            if (!OrganId.isId(value)) {
                throw InvalidInput.of(field, label, "没有这个机关，请从列表中选择。");
            }
            return new OrganId(value);
        });
    }

    private static Optional<Period> period(Asked asked) {
        return choice("kind", "分组", asked.kind(), FlowKind.class).map(kind -> {
            Grain grain = choice("grain", "时间单位", asked.grain(), Grain.class).orElse(Grain.MONTH);
            LocalDate from = grain.startOf(day("start", "时段", asked.start()));
            return new Period(kind, given(asked.value()), from, grain.next(from));
        });
    }

    public static LocalDate day(String field, String label, @Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(given(text).orElse(""));
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        throw InvalidInput.of(field, label, "请填写年月日，例如2026-03-01。");
    }

    private static Optional<String> lamp(@Nullable String text) {
        return given(text).map(lamp -> {
            if (!Board.LAMPS.contains(lamp)) {
                throw InvalidInput.of("lamp", "灯色", "没有这一项，请从列表中选择。");
            }
            return lamp;
        });
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static <E extends Enum<E> & Labelled> Optional<E> choice(
            String field, String label, @Nullable String text, Class<E> type) {
        return given(text)
                .map(word -> Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> InvalidInput.of(field, label, "没有这一项，请从列表中选择。")));
    }
}
