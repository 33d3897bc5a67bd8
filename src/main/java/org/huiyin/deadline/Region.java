package org.huiyin.deadline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** 行政区划代码, six digits as in GB/T 2260: province, city, county by two each; all zeros is the whole country. */
public record Region(String code) {
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    static final String WRONG = "应为六位行政区划代码，例如 530000；全国不填。";

    public static final Region NATION = new Region("000000");

    public Region {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a code of six digits: " + code);
        }
    }

    /** As typed into a form: left empty it is the whole country, and what is no code is nothing. */
    static Optional<Region> find(@Nullable String typed) {
        String code = typed == null || typed.isBlank() ? NATION.code : typed.strip();
        return Optional.of(code).filter(Region::isCode).map(Region::new);
    }

    /** As a parameter: left out it is the whole country, and what is no code is refused. */
    public static Region read(String field, @Nullable String given) {
        String code = given == null ? NATION.code : given;
        if (!isCode(code)) {
            throw wrong(field);
        }
        return new Region(code);
    }

    static InvalidInput wrong(String field) {
        return InvalidInput.of(field, "地区", WRONG);
    }

    private static boolean isCode(String text) {
        return SIX_DIGITS.matcher(text).matches();
    }

    /** Itself and the regions around it, the nearest first, the country last. */
    List<Region> widening() {
        return Stream.of(code, code.substring(0, 4) + "00", code.substring(0, 2) + "0000", NATION.code)
                .distinct()
                .map(Region::new)
                .toList();
    }

    boolean isNation() {
        return equals(NATION);
    }

    @Override
    public String toString() {
        return code;
    }
}
