package org.huiyin.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.Resource;

/**
 * What a browser that has kept something is told to compare: drawn from the content, so that it is the same on every node and
 * right after a step back to an older release, where a date would not be.
 */
final class Fingerprint {
    private static final int LENGTH = 16;

    private Fingerprint() {}

    static String of(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** As a weak tag: the same content may travel compressed or not. */
    static String tag(String content) {
        return "W/\"" + of(content) + "\"";
    }

    static String tag(Resource file) {
        try {
            return "W/\"" + of(file.getContentAsByteArray()) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
