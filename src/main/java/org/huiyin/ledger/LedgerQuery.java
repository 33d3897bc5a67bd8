package org.huiyin.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.PetitionState;
import org.huiyin.casefile.Phrase;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;

/** Which matters the ledger shows, in which order, and after which row. */
record LedgerQuery(
        Optional<OrganId> organ,
        Optional<PetitionState> state,
        Optional<PetitionClass> petitionClass,
        Optional<Channel> channel,
        MatterFilter beside,
        Optional<String> place,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> words,
        LedgerOrder order,
        Optional<Cursor> after) {
    private static final int LONGEST = 100;

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
                throw InvalidInput.of("cursor", "下一页", "不是上一页给出的 next，请从第一页重新读取。");
            }
        }
    }

    static LedgerQuery of(LedgerRequest asked, MatterFilter beside) {
        LedgerQuery query = new LedgerQuery(
                given(asked.organ()).map(LedgerQuery::organId),
                choice("state", "状态", asked.state(), PetitionState.class),
                choice("petitionClass", "类别", asked.petitionClass(), PetitionClass.class),
                choice("channel", "信访形式", asked.channel(), Channel.class),
                beside,
                clean("place", "问题属地", asked.place()),
                day("from", "收到日期起", asked.from()),
                day("to", "收到日期止", asked.to()),
                clean("words", "编号或者文字", asked.words()),
                choice("order", "排序", asked.order(), LedgerOrder.class).orElse(LedgerOrder.NEWEST),
                given(asked.cursor()).map(Cursor::of));
        if (query.from.isPresent() && query.to.isPresent() && query.from.get().isAfter(query.to.get())) {
            throw InvalidInput.of("to", "收到日期止", "早于起始日期，请核对。");
        }
        return query;
    }

    /** What an export is recorded with: codes and dates; of words only that there were some. */
    Map<String, String> recorded() {
        Map<String, String> facts = new TreeMap<>(beside.recorded());
        organ.ifPresent(value -> facts.put("organ", value.value()));
        state.ifPresent(value -> facts.put("state", value.name()));
        petitionClass.ifPresent(value -> facts.put("petitionClass", value.name()));
        channel.ifPresent(value -> facts.put("channel", value.name()));
        from.ifPresent(value -> facts.put("from", value.toString()));
        to.ifPresent(value -> facts.put("to", value.toString()));
        place.ifPresent(value -> facts.put("place", "given"));
        words.ifPresent(value -> facts.put("words", "given"));
        facts.put("order", order.name());
        return facts;
    }

    /** What no index finds is compared one by one: a number, or words too short. */
    Optional<Phrase> phrase() {
        return words.filter(text -> !PetitionId.isNumber(text))
                .flatMap(Phrase::of)
                .or(() -> place.flatMap(Phrase::of));
    }

    /** How to look for it, one way after the other until the page is full. */
    List<Optional<Phrase>> phrases(Instant now) {
        Optional<Phrase> phrase = phrase();
        if (phrase.isEmpty() || order != LedgerOrder.NEWEST) {
            return List.of(phrase);
        }
        Instant newest = after.map(Cursor::place).map(LedgerQuery::moment).orElse(now);
        return phrase.get().backFrom(newest).stream().map(Optional::of).toList();
    }

    /** What stands in a cursor came from outside. */
    static Instant moment(String place) {
        try {
            return Instant.parse(place);
        } catch (DateTimeException notAPlace) {
            throw InvalidInput.of("cursor", "下一页", "不是同一排序的上一页给出的 next，请从第一页重新读取。");
        }
    }

    private static OrganId organId(String id) {
        if (!OrganId.isId(id)) {
            throw InvalidInput.of("organ", "责任单位", "没有这个机关，请从列表中选择。");
        }
        return new OrganId(id);
    }

    private static Optional<LocalDate> day(String field, String label, @Nullable String typed) {
        return given(typed).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notADay) {
                throw InvalidInput.of(field, label, "请填写年月日，例如2026-03-01。");
            }
        });
    }

    private static Optional<String> clean(String field, String label, @Nullable String typed) {
        return given(typed)
                .map(text -> CleanText.of(field, label, text, LONGEST))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static <E extends Enum<E> & Labelled> Optional<E> choice(
            String field, String label, @Nullable String text, Class<E> type) {
        return given(text)
                .map(word ->
                        Labelled.find(type, word).orElseThrow(() -> InvalidInput.of(field, label, "没有这一项，请从列表中选择。")));
    }

    @Override
    public String toString() {
        return "LedgerQuery" + recorded();
    }
}
