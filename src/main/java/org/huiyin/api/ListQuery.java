package org.huiyin.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.huiyin.casefile.PetitionState;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.ledger.MatterFilter;
import org.huiyin.ledger.MatterFilters;
import org.jspecify.annotations.Nullable;

/** Which petitions a list shows. */
record ListQuery(Optional<PetitionState> state, Optional<OrganId> organ, MatterFilter beside, Optional<Cursor> after) {

    /** The parameters of the address; none of them says anything of anybody. */
    record Asked(
            @Nullable String state,
            @Nullable String organ,
            @Nullable String lamp,

            @Parameter(description = "信访来源，例如 HOTLINE 或者“12345热线”") @Nullable
            String source,

            @Parameter(description = "企业规模：LARGE、MEDIUM_SMALL_MICRO，ANY 为全部企业") @Nullable
            String enterprise,

            @Parameter(description = "重点专题的编码或者名称") @Nullable
            String topic,

            @Parameter(description = "问题属地：区划的编号、代码或者名称，包括其下级") @Nullable
            String region,

            @Parameter(description = "true 只列重大紧急事项") @Nullable
            String urgent,

            @Nullable String cursor) {}

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

    static ListQuery of(Asked asked, MatterFilters filters) {
        return new ListQuery(
                choice("state", "状态", asked.state(), PetitionState.class),
                given(asked.organ()).map(ListQuery::organ),
                filters.of(
                        asked.lamp(),
                        asked.source(),
                        asked.enterprise(),
                        asked.topic(),
                        asked.region(),
                        asked.urgent()),
                given(asked.cursor()).map(Cursor::of));
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
