package org.huiyin.kernel;

import java.util.regex.Pattern;

/** Login name of an officer (工作人员), or {@link #SYSTEM} for what the engine's jobs do by themselves. */
public record OfficerId(String value) {
    private static final Pattern FORMAT = Pattern.compile("[\\p{L}\\p{N}_.@-]{1,64}");

    /** Acts of the machine on the evidence of rows: a lamp turns, a window lapses. */
    public static final OfficerId SYSTEM = new OfficerId("system");

    public OfficerId {
        if (!isId(value)) {
            throw new IllegalArgumentException("not an officer id");
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
