package org.huiyin.casefile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.kernel.Labelled;

/** The words for codes that a module writes into the journal as facts; every bean of this type is asked. */
@FunctionalInterface
public interface FactWords {
    Optional<String> word(String key, String code);

    /** The labels of an enum whose constants are written under this key. */
    static <E extends Enum<E> & Labelled> FactWords of(String key, Class<E> codes) {
        Map<String, String> words =
                Arrays.stream(codes.getEnumConstants()).collect(Collectors.toMap(Enum::name, Labelled::label));
        return (asked, code) -> asked.equals(key) ? Optional.ofNullable(words.get(code)) : Optional.empty();
    }
}
