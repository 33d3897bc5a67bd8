package org.huiyin.casefile;

import java.util.regex.Pattern;
import org.huiyin.kernel.InvalidInput;

/** Typed text without what no eye can see: the only way text of people enters a table. */
public final class CleanText {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\u000B\f\u0085\u2028\u2029]");
    private static final Pattern INVISIBLE = Pattern.compile("[\uFEFF\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]");

    private CleanText() {}

    /** Line breaks become one kind, marks that only steer the display go, blanks at both ends go. */
    public static String of(String raw) {
        String oneBreak = LINE_BREAK.matcher(raw).replaceAll("\n");
        return INVISIBLE.matcher(oneBreak).replaceAll("").strip();
    }

    /** As {@link #of(String)}, but refuses control characters and text longer than allowed, naming the field. */
    public static String of(String field, String label, String raw, int longest) {
        String text = of(raw);
        if (hasControlCharacters(text)) {
            throw InvalidInput.of(field, label, "含有无法显示的控制字符，请删除后重新填写。");
        }
        if (text.length() > longest) {
            throw InvalidInput.of(field, label, tooLong(text, longest));
        }
        return text;
    }

    static boolean hasControlCharacters(String text) {
        return text.codePoints().anyMatch(CleanText::isForbidden);
    }

    private static boolean isForbidden(int point) {
        int type = Character.getType(point);
        return (type == Character.CONTROL && point != '\n' && point != '\t')
                || type == Character.SURROGATE
                || point == 0xFFFE
                || point == 0xFFFF;
    }

    static String tooLong(String text, int longest) {
        return "最多%d个字，现有%d个字，请缩短。".formatted(longest, text.length());
    }
}
