package org.huiyin.casefile;

import java.util.Locale;

/** A size as people say it. */
public final class FileSize {
    private static final long KB = 1024;
    private static final long MB = KB * KB;

    private FileSize() {}

    public static String inWords(long bytes) {
        if (bytes < KB) {
            return bytes + " 字节";
        }
        return bytes < MB ? oneDigit(bytes, KB) + " KB" : oneDigit(bytes, MB) + " MB";
    }

    private static String oneDigit(long bytes, long unit) {
        String text = String.format(Locale.ROOT, "%.1f", (double) bytes / unit);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
