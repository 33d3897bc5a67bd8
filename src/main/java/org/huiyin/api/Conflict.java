package org.huiyin.api;

/** The request is well-formed, but things stand otherwise by now; the message is Chinese and for people. */
class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Conflict(String message) {
        super(message);
    }
}
