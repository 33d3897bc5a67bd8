package org.huiyin.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A Camunda Form as the server reads it: the engine itself never validates what comes in, so the rules an analyst
 * writes into the form (required, length, pattern, options, condition) are applied here as well.
 */
final class FormDefinition {
    private final String id;
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Set<String> typed = new HashSet<>();
    private final FeelEngine feel;

    FormDefinition(JsonNode form, FeelEngine feel) {
        this.id = form.path("id").asText();
        this.feel = feel;
        collect(form.path("components"), List.of());
    }

    private void collect(JsonNode components, List<String> hiddenBy) {
        for (JsonNode component : components) {
            List<String> hide = new ArrayList<>(hiddenBy);
            String condition = component.path("conditional").path("hide").asText("");
            if (!condition.isBlank()) {
                hide.add(condition);
            }
            collect(component.path("components"), hide);
            if (component.hasNonNull("key")
                    && !"group".equals(component.path("type").asText())) {
                FormField field = FormField.of(component, hide);
                fields.put(field.key(), field);
                if (!isShownOnly(component)) {
                    typed.add(field.key());
                }
            }
        }
    }

    String id() {
        return id;
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Whether a person types into it; what is read-only, by a condition too, is the server's to say. */
    boolean isTyped(String key) {
        return typed.contains(key);
    }

    private static boolean isShownOnly(JsonNode component) {
        return Stream.of(component.path("readonly"), component.path("disabled"))
                .anyMatch(flag -> flag.asBoolean() || flag.isTextual());
    }

    String label(String key) {
        FormField field = fields.get(key);
        return field == null ? key : field.label();
    }

    Set<String> keys() {
        return fields.keySet();
    }

    /** Typed, checked values; fields that the form hides are left out. Every error at once, in the order of the form. */
    FormInput read(Map<String, Object> raw) {
        refuseUnknown(raw);
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (FormField field : fields.values()) {
            field.read(raw.get(field.key()), errors).ifPresent(value -> values.put(field.key(), value));
        }
        for (FormField field : fields.values()) {
            if (isHidden(field, values)) {
                values.remove(field.key());
                errors.removeIf(error -> error.field().equals(field.key()));
            } else if (field.required()
                    && isMissing(field, values)
                    && errors.stream().noneMatch(e -> e.field().equals(field.key()))) {
                errors.add(field.missing());
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new FormInput(this, values);
    }

    private static boolean isMissing(FormField field, Map<String, Object> values) {
        return !values.containsKey(field.key()) || Boolean.FALSE.equals(values.get(field.key()));
    }

    private void refuseUnknown(Map<String, Object> raw) {
        Set<String> unknown = new TreeSet<>(raw.keySet());
        unknown.removeAll(fields.keySet());
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown.stream()
                    .map(name -> new FieldError(name, name, "不是本表单的字段，不予接收；请只提交表单上的内容。"))
                    .toList());
        }
    }

    private boolean isHidden(FormField field, Map<String, Object> values) {
        Map<String, @Nullable Object> context = new HashMap<>();
        fields.keySet().forEach(key -> context.put(key, values.get(key)));
        return field.hiddenBy().stream()
                .anyMatch(condition -> Boolean.TRUE.equals(feel.evaluateSimpleExpression(
                        condition.startsWith("=") ? condition.substring(1) : condition,
                        Variables.fromMap(context).asVariableContext())));
    }
}
