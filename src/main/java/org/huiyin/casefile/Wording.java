package org.huiyin.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text as it is compared with others: marks, blanks and the form of letters do not count, and words are not looked for,
 * since pairs of characters tell petitions apart as well as words do.
 */
final class Wording {
    /** How much of a letter is compared; what it is about stands at its beginning. */
    private static final int COMPARED = 3_000;

    /** The title says what it is about. */
    private static final int TITLE_COUNTS = 3;

    private static final int BITS_OF_A_CHAR = 16;
    private static final int PRINT_BYTES = 16;

    private Wording() {}

    /** Letters, digits and characters only, in one form and case. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Equal for texts that differ in marks and blanks only. */
    static String print(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(plain(text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, PRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each pair of neighbouring characters once, in the order in which they come. */
    static Set<Integer> pairs(String text) {
        String plain = plain(text);
        Set<Integer> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.add(pair(plain, i));
        }
        return pairs;
    }

    /** How often each pair stands in a letter, the title counted three times. */
    static Map<Integer, Integer> counted(String title, String content) {
        Map<Integer, Integer> counted = new HashMap<>();
        count(counted, title, TITLE_COUNTS);
        count(counted, content.substring(0, Math.min(content.length(), COMPARED)), 1);
        return counted;
    }

    /** From 0 for nothing in common to 1 for the same: cosine of the weighted pairs. */
    static double likeness(Map<Integer, Integer> one, Map<Integer, Integer> other, PairWeights weights) {
        double both = 0;
        for (Map.Entry<Integer, Integer> entry : one.entrySet()) {
            Integer there = other.get(entry.getKey());
            if (there != null) {
                both += weight(entry.getKey(), entry.getValue(), weights) * weight(entry.getKey(), there, weights);
            }
        }
        return both == 0 ? 0 : both / (length(one, weights) * length(other, weights));
    }

    private static void count(Map<Integer, Integer> counted, String text, int times) {
        String plain = plain(text);
        for (int i = 0; i + 1 < plain.length(); i++) {
            counted.merge(pair(plain, i), times, Integer::sum);
        }
    }

    private static int pair(String plain, int at) {
        return plain.charAt(at) << BITS_OF_A_CHAR | plain.charAt(at + 1);
    }

    private static double weight(int pair, int times, PairWeights weights) {
        return (1 + Math.log(times)) * weights.of(pair);
    }

    private static double length(Map<Integer, Integer> counted, PairWeights weights) {
        double squares = 0;
        for (Map.Entry<Integer, Integer> entry : counted.entrySet()) {
            double weight = weight(entry.getKey(), entry.getValue(), weights);
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }
}
