package org.huiyin.api;

import org.huiyin.kernel.Labelled;

/** A code with the word for it. */
record Labels(String code, String label) {
    static <E extends Enum<E> & Labelled> Labels of(E value) {
        return new Labels(value.name(), value.label());
    }
}
