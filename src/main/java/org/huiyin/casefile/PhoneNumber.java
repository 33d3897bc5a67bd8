package org.huiyin.casefile;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Telephone numbers as people type them in China: mobile, landline with or without area code, service numbers. */
final class PhoneNumber {
    private static final Pattern POSSIBLE = Pattern.compile(
            "1[3-9]\\d{9}" // mobile
                    + "|0\\d{2,3}-?[1-9]\\d{6,7}(-\\d{1,6})?" // area code, number, extension
                    + "|[1-9]\\d{6,7}(-\\d{1,6})?" // within the city
                    + "|[48]00\\d{7}" // service number
                    + "|\\+(?!86)[1-9]\\d{6,14}"); // from abroad

    private PhoneNumber() {}

    static String normalised(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[‐‑‒–—−]", "-")
                .replaceAll("(转|ext\\.?)", "-")
                .replaceAll("[\\s()]", "");
        String domestic = narrow.replaceFirst("^(\\+86|0086)-?", "");
        String mobile = domestic.replace("-", "");
        return mobile.matches("1[3-9]\\d{9}|[48]00\\d{7}") ? mobile : domestic;
    }

    static boolean isPossible(String normalised) {
        return POSSIBLE.matcher(normalised).matches();
    }

    /** The digits an exact search compares; how the number was written does not matter. */
    static String digits(String normalised) {
        return normalised.replaceAll("\\D", "");
    }
}
