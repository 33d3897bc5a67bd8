package org.huiyin.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;

/** Which petitions a list shows. */
record ListQuery(Optional<PetitionState> state, Optional<OrganId> organ, Optional<Lamp> lamp, Optional<Cursor> after) {

    /** The last petition of the page before; opaque to callers. */
    record Cursor(Instant receivedAt, PetitionId number) {
        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((receivedAt + " " + number).getBytes(StandardCharsets.US_ASCII));
        }

        static Cursor of(String text) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
                return new Cursor(Instant.parse(parts[0]), new PetitionId(parts[1]));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw InvalidInput.of("cursor", "下一页", "不是上一页给出的 next，请从第一页重新读取。");
            }
        }
    }

    static ListQuery of(
            @Nullable String state, @Nullable String organ, @Nullable String lamp, @Nullable String cursor) {
        return new ListQuery(
                choice("state", "状态", state, PetitionState.class),
                given(organ).map(ListQuery::organ),
                choice("lamp", "灯色", lamp, Lamp.class),
                given(cursor).map(Cursor::of));
    }

    private static OrganId organ(String id) {
        if (!OrganId.isId(id)) {
            throw InvalidInput.of("organ", "机关", "没有这个机关，请填写机关的编号，例如 binjiangHousingBureau。");
        }
        return new OrganId(id);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static <E extends Enum<E> & Labelled> Optional<E> choice(
            String field, String label, @Nullable String text, Class<E> type) {
        return given(text)
                .map(word ->
                        Labelled.find(type, word).orElseThrow(() -> InvalidInput.of(field, label, "没有这一项，请对照接口文档检查。")));
    }
}
