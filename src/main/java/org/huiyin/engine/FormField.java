package org.huiyin.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.spin.json.SpinJsonNode;
import org.huiyin.kernel.FieldError;
import org.jspecify.annotations.Nullable;

/** One input of a form with the rules its author gave it. */
record FormField(
        String key,
        String label,
        Kind kind,
        boolean required,
        List<String> options,
        Limits limits,
        List<String> hiddenBy) {

    /** What is stored of a long text at most, in characters; longer texts belong into an attachment. */
    static final int LONGEST_TEXT = 100_000;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]");

    enum Kind {
        TEXT,
        DATE,
        NUMBER,
        FLAG,
        CHOICE,
        CHOICES
    }

    record Limits(
            int minLength,
            int maxLength,
            @Nullable Pattern pattern,
            @Nullable Double min,
            @Nullable Double max) {}

    static FormField of(JsonNode component, List<String> hiddenBy) {
        JsonNode validate = component.path("validate");
        List<String> options = new ArrayList<>();
        component
                .path("values")
                .forEach(value -> options.add(value.path("value").asText()));
        String pattern = validate.path("pattern").asText("");
        return new FormField(
                component.path("key").asText(),
                label(component),
                kind(component),
                validate.path("required").asBoolean(false),
                List.copyOf(options),
                new Limits(
                        validate.path("minLength").asInt(0),
                        Math.min(validate.path("maxLength").asInt(LONGEST_TEXT), LONGEST_TEXT),
                        pattern.isBlank() ? null : Pattern.compile(pattern),
                        validate.hasNonNull("min") ? validate.path("min").asDouble() : null,
                        validate.hasNonNull("max") ? validate.path("max").asDouble() : null),
                List.copyOf(hiddenBy));
    }

    private static String label(JsonNode component) {
        return component
                .path("label")
                .asText(component.path("dateLabel").asText(component.path("key").asText()));
    }

    private static Kind kind(JsonNode component) {
        return switch (component.path("type").asText()) {
            case "datetime" -> Kind.DATE;
            case "number" -> Kind.NUMBER;
            case "checkbox" -> Kind.FLAG;
            case "select", "radio" -> Kind.CHOICE;
            case "taglist", "checklist" -> Kind.CHOICES;
            case "textfield", "textarea" -> Kind.TEXT;
            default -> throw new IllegalStateException("form field of unknown type: " + component.path("type"));
        };
    }

    FieldError missing() {
        return switch (kind) {
            case DATE -> error("请填写日期。");
            case CHOICE, CHOICES -> error("请选择一项。");
            case FLAG -> error("请勾选确认。");
            default -> error("请填写。");
        };
    }

    Optional<Object> read(@Nullable Object raw, List<FieldError> errors) {
        if (raw == null || (raw instanceof String text && text.isBlank())) {
            return Optional.empty();
        }
        return switch (kind) {
            case FLAG -> flag(raw, errors);
            case NUMBER -> number(raw, errors);
            case DATE -> date(raw, errors);
            case TEXT, CHOICE -> text(raw, errors);
            case CHOICES -> texts(raw, errors);
        };
    }

    private Optional<Object> flag(Object raw, List<FieldError> errors) {
        if (raw instanceof Boolean value) {
            return Optional.of(value);
        }
        return refuse(errors, "只能是“是”或“否”。");
    }

    private Optional<Object> number(Object raw, List<FieldError> errors) {
        double value;
        try {
            value = raw instanceof Number number ? number.doubleValue() : Double.parseDouble(String.valueOf(raw));
        } catch (NumberFormatException e) {
            return refuse(errors, "应为整数。");
        }
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            return refuse(errors, "应为整数。");
        }
        if (limits.min() != null && value < limits.min()) {
            return refuse(errors, "不能小于" + limits.min().intValue() + "。");
        }
        if (limits.max() != null && value > limits.max()) {
            return refuse(errors, "不能大于" + limits.max().intValue() + "。");
        }
        return Optional.of((int) value);
    }

    private Optional<Object> date(Object raw, List<FieldError> errors) {
        try {
            LocalDate day = LocalDate.parse(String.valueOf(raw));
            if (day.getYear() < 1949 || day.getYear() > 2199) {
                return refuse(errors, "年份不对，请检查日期。");
            }
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            return refuse(errors, "日期应为“年-月-日”，例如 2026-11-20。");
        }
    }

    /** Tasklist sends several choices as JSON, our own callers as a collection. */
    private Optional<Object> texts(Object raw, List<FieldError> errors) {
        if (!isList(raw)) {
            return refuse(errors, "应为若干选项。");
        }
        List<String> values = new ArrayList<>();
        for (Object each : elements(raw)) {
            text(each, errors).map(String.class::cast).ifPresent(values::add);
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(values));
    }

    private static boolean isList(Object raw) {
        return raw instanceof Collection<?> || (raw instanceof SpinJsonNode node && node.isArray());
    }

    private static Collection<?> elements(Object raw) {
        return raw instanceof SpinJsonNode node
                ? node.elements().stream()
                        .map(each -> each.isString() ? each.stringValue() : each)
                        .toList()
                : (Collection<?>) raw;
    }

    private Optional<Object> text(Object raw, List<FieldError> errors) {
        if (!(raw instanceof String typed)) {
            return refuse(errors, "应为文字。");
        }
        String value = typed.strip();
        if (FORBIDDEN.matcher(value).find() || hasLoneSurrogate(value)) {
            return refuse(errors, "含有无法保存的控制字符，请删除后重新填写。");
        }
        if (value.length() > limits.maxLength()) {
            return refuse(errors, "最多" + limits.maxLength() + "字，现有" + value.length() + "字，请删减或作为附件提交。");
        }
        if (value.length() < limits.minLength()) {
            return refuse(errors, "至少" + limits.minLength() + "字。");
        }
        if (limits.pattern() != null && !limits.pattern().matcher(value).find()) {
            return refuse(errors, "格式不对，请检查。");
        }
        if (!options.isEmpty() && !options.contains(value)) {
            return refuse(errors, "没有这个选项，请从列表中选择。");
        }
        return Optional.of(value);
    }

    private static boolean hasLoneSurrogate(String value) {
        return value.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private Optional<Object> refuse(List<FieldError> errors, String message) {
        errors.add(error(message));
        return Optional.empty();
    }

    private FieldError error(String message) {
        return new FieldError(key, label, message);
    }
}
