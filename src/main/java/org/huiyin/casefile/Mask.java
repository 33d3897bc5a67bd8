package org.huiyin.casefile;

/** Personal data as everybody may see it: enough to recognise, too little to know. */
final class Mask {
    private static final int STARS_FOR_A_NAME = 3;

    private Mask() {}

    static boolean isMasked(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('＊') >= 0;
    }

    /** 张三丰 -> 张**. */
    static String name(String name) {
        if (name.isEmpty()) {
            return "";
        }
        int first = name.offsetByCodePoints(0, 1);
        int hidden = name.codePointCount(first, name.length());
        return hidden == 0 ? "*" : name.substring(0, first) + "*".repeat(Math.min(hidden, STARS_FOR_A_NAME));
    }

    /** 13812341234 -> 138****1234. */
    static String phone(String phone) {
        return phone.length() >= 11 ? middle(phone, 3, 4) : middle(phone, 0, 3);
    }

    /** 18 characters -> the first four and the last three. */
    static String idNumber(String idNumber) {
        return idNumber.length() >= 15 ? middle(idNumber, 4, 3) : middle(idNumber, 1, 1);
    }

    /** The district stays readable, street and number do not. */
    static String address(String address) {
        int shown = Math.min(6, address.codePointCount(0, address.length()) / 2);
        return address.isEmpty() ? "" : address.substring(0, address.offsetByCodePoints(0, shown)) + "****";
    }

    private static String middle(String value, int head, int tail) {
        if (value.isEmpty()) {
            return "";
        }
        if (value.length() <= head + tail) {
            return "*".repeat(value.length());
        }
        String stars = "*".repeat(value.length() - head - tail);
        return value.substring(0, head) + stars + value.substring(value.length() - tail);
    }
}
