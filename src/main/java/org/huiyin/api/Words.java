package org.huiyin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.Labelled;
import org.jspecify.annotations.Nullable;

/** Codes as other systems and files write them: by the code, by the Chinese word, or by a part of it that says which. */
final class Words {
    private static final int SHORTEST_PART = 2;

    private Words() {}

    static <E extends Enum<E> & Labelled> E choice(
            String field, String label, @Nullable String given, Class<E> type, E none, List<FieldError> errors) {
        return maybeChoice(field, label, given, type, errors).orElse(none);
    }

    /** Empty when nothing is written, and when what is written is added to the errors. */
    static <E extends Enum<E> & Labelled> Optional<E> maybeChoice(
            String field, String label, @Nullable String given, Class<E> type, List<FieldError> errors) {
        String word = text(given).strip();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        List<E> parts = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(word) || value.label().equals(word)) {
                return Optional.of(value);
            }
            if (word.length() >= SHORTEST_PART && value.label().contains(word)) {
                parts.add(value);
            }
            known.add(value.label());
        }
        if (parts.size() == 1) {
            return Optional.of(parts.get(0));
        }
        errors.add(new FieldError(field, label, "没有这一项，可以填写：" + String.join("、", known) + "。"));
        return Optional.empty();
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
