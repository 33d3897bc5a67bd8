package org.huiyin.deadline;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 行政区划代码, six digits as in GB/T 2260: province, city, county by two each; all zeros is the whole country. */
public record Region(String code) {
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    public static final Region NATION = new Region("000000");

    public Region {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a code of six digits: " + code);
        }
    }

    public static boolean isCode(String text) {
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
