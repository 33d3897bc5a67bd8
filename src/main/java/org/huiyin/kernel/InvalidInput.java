package org.huiyin.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be taken; its message is one Chinese line per field and may be shown to people as it is. */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(errors.stream().map(FieldError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public static InvalidInput of(String field, String label, String message) {
        return new InvalidInput(List.of(new FieldError(field, label, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
