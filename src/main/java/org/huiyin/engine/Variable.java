package org.huiyin.engine;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** A process variable with a name and a type; the only way Java reads or writes one. */
public record Variable<T>(String name, Class<T> type) {
    public T get(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("process variable " + name + " is missing"));
    }

    public Optional<T> find(VariableScope scope) {
        @Nullable Object value = scope.getVariable(name);
        return Optional.ofNullable(value).map(type::cast);
    }

    /** Keeps the value with the instance: for what later steps and other people's lists depend on. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, Objects.requireNonNull(value));
    }

    /** Answers the gateway right behind this step; never stored, so it costs no row. */
    public void answer(VariableScope scope, T value) {
        scope.setVariable(name, Variables.untypedValue(Objects.requireNonNull(value), true));
    }
}
