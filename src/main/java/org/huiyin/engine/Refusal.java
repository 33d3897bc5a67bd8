package org.huiyin.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** How the engine's services say no to people: in Chinese, as a client error, without the engine's own wrapping. */
final class Refusal {
    private Refusal() {}

    static BadUserRequestException of(String message) {
        return new BadUserRequestException(message);
    }

    /** What a person's request is answered with when a listener or verb refused the input. */
    static RuntimeException toPerson(RuntimeException thrown) {
        @Nullable InvalidInput invalid = invalidInput(thrown);
        if (invalid == null || thrown instanceof AuthorizationException) {
            return thrown;
        }
        return new FormFieldValidationException(null, invalid.getMessage(), invalid);
    }

    /** What our own callers get: the input error itself, not the engine's exception around it. */
    static RuntimeException toCaller(RuntimeException thrown) {
        @Nullable InvalidInput invalid = invalidInput(thrown);
        return invalid == null ? thrown : invalid;
    }

    /** A rule behind the form calls a field by the form's own name for it. */
    static RuntimeException inWordsOf(FormDefinition form, RuntimeException thrown) {
        @Nullable InvalidInput invalid = invalidInput(thrown);
        if (invalid == null) {
            return thrown;
        }
        return new InvalidInput(invalid.errors().stream()
                .map(error -> form.has(error.field())
                        ? new FieldError(error.field(), form.label(error.field()), error.message())
                        : error)
                .toList());
    }

    private static @Nullable InvalidInput invalidInput(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput invalid) {
                return invalid;
            }
            if (!(cause instanceof ProcessEngineException) && !(cause instanceof RuntimeException)) {
                return null;
            }
        }
        return null;
    }
}
