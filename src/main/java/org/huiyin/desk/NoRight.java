package org.huiyin.desk;

/** Logged in, but this is not his to see or to do. */
class NoRight extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoRight(String what) {
        super(what);
    }
}
