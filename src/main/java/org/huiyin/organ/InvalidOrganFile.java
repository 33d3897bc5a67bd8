package org.huiyin.organ;

/** The organ file cannot be loaded; the message names each line and column in Chinese. */
class InvalidOrganFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidOrganFile(String message) {
        super(message);
    }
}
