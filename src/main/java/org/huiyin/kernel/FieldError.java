package org.huiyin.kernel;

/** What is wrong with one field: its key, its Chinese label, and a Chinese sentence that says the way out. */
public record FieldError(String field, String label, String message) {
    @Override
    public String toString() {
        return "【" + label + "】" + message;
    }
}
