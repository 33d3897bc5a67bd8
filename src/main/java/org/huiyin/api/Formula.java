package org.huiyin.api;

import java.util.regex.Pattern;

/** A cell that a spreadsheet would calculate is marked as text with an apostrophe, which is taken off when it comes back. */
final class Formula {
    private static final Pattern CALCULATED = Pattern.compile("'*[=+\\-@\t\r＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\t\r＝＋－＠].*", Pattern.DOTALL);

    private Formula() {}

    static String asText(String cell) {
        return CALCULATED.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String unmarked(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
