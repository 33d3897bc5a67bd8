package org.huiyin.casefile;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** 公民身份号码 (GB 11643) and 统一社会信用代码 (GB 32100) with their check digits. */
final class IdNumber {
    private static final int LENGTH = 18;
    private static final String CITIZEN_CHECKS = "10X98765432";
    private static final String ORGANISATION_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final DateTimeFormatter BIRTHDAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private IdNumber() {}

    static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** What is wrong with it, in words for the person who typed it. */
    static Optional<String> fault(String number, PersonKind kind) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case CITIZEN -> citizenFault(number);
            case FOREIGNER -> faultUnless(number.matches("[A-Z0-9]{5,20}"), "应为5至20位字母和数字，请核对证件。");
            case LEGAL_PERSON, OTHER_ORGANISATION -> faultUnless(isOrganisation(number), "不是有效的统一社会信用代码，请核对18位代码。");
        };
    }

    private static Optional<String> citizenFault(String number) {
        if (!number.matches("\\d{17}[\\dX]")) {
            return Optional.of("应为18位公民身份号码，末位可以是X，请核对。");
        }
        if (!isDate(number.substring(6, 14))) {
            return Optional.of("其中的出生日期不存在，请核对。");
        }
        return faultUnless(citizenCheck(number) == number.charAt(LENGTH - 1), "校验位不正确，请核对是否录错。");
    }

    private static Optional<String> faultUnless(boolean right, String message) {
        return right ? Optional.empty() : Optional.of(message);
    }

    private static boolean isDate(String digits) {
        try {
            LocalDate.parse(digits, BIRTHDAY);
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    private static char citizenCheck(String number) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int weight = (1 << (LENGTH - 1 - i)) % 11;
            sum += weight * (number.charAt(i) - '0');
        }
        return CITIZEN_CHECKS.charAt(sum % 11);
    }

    private static boolean isOrganisation(String number) {
        if (number.length() != LENGTH) {
            return false;
        }
        int base = ORGANISATION_DIGITS.length();
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH; i++) {
            int digit = ORGANISATION_DIGITS.indexOf(number.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += (i < LENGTH - 1 ? weight : 1) * digit;
            weight = weight * 3 % base;
        }
        return sum % base == 0;
    }
}
