package org.huiyin.api;

/** There is no such thing, or not for this person: the answer must not tell which. */
class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFound(String message) {
        super(message);
    }
}
