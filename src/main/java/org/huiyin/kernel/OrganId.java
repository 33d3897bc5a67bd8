package org.huiyin.kernel;

import java.util.regex.Pattern;

/** Id of an organ (机关、单位), camelCase; first half of its Camunda group ids. */
public record OrganId(String value) {
    private static final Pattern FORMAT = Pattern.compile("[a-z][A-Za-z0-9]{1,49}");

    public OrganId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not an organ id: " + value);
        }
    }

    public static boolean isId(String value) {
        return FORMAT.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
