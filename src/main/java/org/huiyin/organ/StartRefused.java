package org.huiyin.organ;

/** The application does not start, and its operator reads why in Chinese and English instead of a stack trace. */
abstract class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }

    /** What to do about it. */
    abstract String wayOut();
}
