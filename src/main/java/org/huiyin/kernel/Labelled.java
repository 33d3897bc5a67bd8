package org.huiyin.kernel;

/** A code with the Chinese word that people read. */
public interface Labelled {
    String label();
}
