package org.huiyin.kernel;

import java.util.Arrays;
import java.util.Optional;

/** A code with the Chinese word that people read. */
public interface Labelled {
    String label();

    /** The constant that is written so: by its code or by its Chinese word. */
    static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> type, String written) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(written) || value.label().equals(written))
                .findFirst();
    }
}
