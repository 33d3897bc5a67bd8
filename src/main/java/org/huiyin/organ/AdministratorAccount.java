package org.huiyin.organ;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Name and password of a system's first administrator, as they come from outside. */
record AdministratorAccount(String id, String password) {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_.@-]{1,64}");
    private static final int SHORTEST = 10;

    boolean isGiven() {
        return !id.isBlank() || !password.isBlank();
    }

    /** What has to be mended before this account may rule a city's system; empty when it is fit. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            faults.add("HUIYIN_ADMIN_ID 未设置或含有不允许的字符 (missing, or has characters other than letters, digits and _.@-)");
        }
        if (password.length() < SHORTEST
                || lacks(Character::isUpperCase)
                || lacks(Character::isLowerCase)
                || lacks(Character::isDigit)
                || lacks(c -> !Character.isLetterOrDigit(c))) {
            faults.add(
                    "HUIYIN_ADMIN_PASSWORD 未设置或过弱：至少 10 个字符，须含大写字母、小写字母、数字和特殊字符"
                            + " (missing or weak: at least 10 characters with upper case, lower case, digit and special character)");
        } else if (containsId()) {
            faults.add("HUIYIN_ADMIN_PASSWORD 不能包含用户名 (must not contain the user name)");
        }
        return faults;
    }

    private boolean lacks(IntPredicate kind) {
        return password.chars().noneMatch(kind);
    }

    private boolean containsId() {
        return !id.isBlank() && password.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "administrator " + id;
    }
}
