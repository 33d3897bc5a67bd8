package org.huiyin.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.jspecify.annotations.Nullable;

/** What a person typed into a form, validated by the form's own rules; lives in memory for one command only. */
public final class FormInput {
    private static final ThreadLocal<@Nullable Typed> TYPED = new ThreadLocal<>();

    private record Typed(String key, FormInput input) {}

    private final FormDefinition form;
    private final Map<String, Object> values;

    FormInput(FormDefinition form, Map<String, Object> values) {
        this.form = form;
        this.values = Map.copyOf(values);
    }

    /** Hands the input to the listener of the task (or start event) that the work completes. */
    static <T> T during(String key, FormInput input, Supplier<T> work) {
        @Nullable Typed before = TYPED.get();
        TYPED.set(new Typed(key, input));
        try {
            return work.get();
        } finally {
            if (before == null) {
                TYPED.remove();
            } else {
                TYPED.set(before);
            }
        }
    }

    static FormInput typedFor(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("completed without its form: " + key));
    }

    /** What was typed into the start form of a process definition, if it was started from one. */
    public static Optional<FormInput> ofStart(String processDefinitionId) {
        return find(processDefinitionId);
    }

    private static Optional<FormInput> find(String key) {
        @Nullable Typed typed = TYPED.get();
        return typed != null && typed.key().equals(key) ? Optional.of(typed.input()) : Optional.empty();
    }

    public String text(String key) {
        return maybeText(key).orElseThrow(() -> wrong(key, "请填写。"));
    }

    public Optional<String> maybeText(String key) {
        return value(key, String.class);
    }

    /** What was chosen of several; none is an empty list. */
    public List<String> texts(String key) {
        return value(key, List.class).map(FormInput::strings).orElse(List.of());
    }

    private static List<String> strings(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }

    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return texts(key).stream().map(name -> constant(key, name, type)).toList();
    }

    /** Whether this form has the field at all: a petition keeps the form it was started with. */
    public boolean asks(String key) {
        return form.has(key);
    }

    public LocalDate date(String key) {
        return maybeDate(key).orElseThrow(() -> wrong(key, "请填写日期。"));
    }

    public Optional<LocalDate> maybeDate(String key) {
        return value(key, LocalDate.class);
    }

    public boolean flag(String key) {
        return value(key, Boolean.class).orElse(false);
    }

    public int number(String key) {
        return maybeNumber(key).orElseThrow(() -> wrong(key, "请填写数字。"));
    }

    public Optional<Integer> maybeNumber(String key) {
        return value(key, Integer.class);
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return maybeChoice(key, type).orElseThrow(() -> wrong(key, "请选择一项。"));
    }

    public <E extends Enum<E>> Optional<E> maybeChoice(String key, Class<E> type) {
        return maybeText(key).map(name -> constant(key, name, type));
    }

    private <E extends Enum<E>> E constant(String key, String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw wrong(key, "没有这个选项，请从列表中选择。");
    }

    public OrganId organ(String key) {
        return maybeOrgan(key).orElseThrow(() -> wrong(key, "请选择一个机关。"));
    }

    public Optional<OrganId> maybeOrgan(String key) {
        return maybeText(key).map(id -> {
            if (!OrganId.isId(id)) {
                throw wrong(key, "没有这个机关，请从列表中选择。");
            }
            return new OrganId(id);
        });
    }

    public OfficerId officer(String key) {
        return maybeOfficer(key).orElseThrow(() -> wrong(key, "请选择一名工作人员。"));
    }

    public Optional<OfficerId> maybeOfficer(String key) {
        return maybeText(key).map(id -> {
            try {
                return new OfficerId(id);
            } catch (IllegalArgumentException e) {
                throw wrong(key, "没有这名工作人员，请从列表中选择。");
            }
        });
    }

    /** An error that names the field by the label people see; to be thrown by the caller. */
    public InvalidInput wrong(String key, String message) {
        return new InvalidInput(List.of(new FieldError(key, form.label(key), message)));
    }

    private <T> Optional<T> value(String key, Class<T> type) {
        if (!form.has(key)) {
            throw new IllegalArgumentException("form " + form.id() + " has no field " + key);
        }
        return Optional.ofNullable(values.get(key)).map(type::cast);
    }
}
