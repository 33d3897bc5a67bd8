package org.huiyin.kernel;

import java.util.regex.Pattern;

/**
 * 信访件编号: region (6 digits), date of registration (yyyyMMdd), channel (2), serial (6); also the business key of every
 * process instance that handles the petition.
 */
public record PetitionId(String value) {
    private static final Pattern FORMAT = Pattern.compile("\\d{22}");

    public PetitionId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a petition number: " + value);
        }
    }

    public static boolean isNumber(String value) {
        return FORMAT.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
