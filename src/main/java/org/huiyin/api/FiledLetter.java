package org.huiyin.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.jspecify.annotations.Nullable;

/** A letter as another system or a file gives it: words and dates as written, of which only the content is a must. */
record FiledLetter(
        @Nullable String title,
        @Nullable String content,
        @Nullable String channel,
        @Nullable String receivedAt,
        @Nullable String petitionerName,
        @Nullable String phone,
        @Nullable String idNumber,
        @Nullable String address,
        @Nullable String place,
        @Nullable String subject,
        @Nullable String demand,
        @Nullable String purpose,
        @Nullable Boolean confidential,
        @Nullable String sourceRef) {

    /** The registration it makes; says everything that is wrong at once. */
    Registration registration(Instant whenNoneIsGiven) {
        List<FieldError> errors = new ArrayList<>();
        Channel form = choice("channel", "信访形式", channel, Channel.class, Channel.ONLINE, errors);
        Purpose aim = choice("purpose", "信访目的", purpose, Purpose.class, Purpose.OTHER, errors);
        Instant at = receivedAt(whenNoneIsGiven, errors);
        Optional<Person> person = attempt(errors, this::person);
        Optional<Registration> made = attempt(errors, () -> registration(form, aim, at, person));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return made.orElseThrow();
    }

    private Registration registration(Channel form, Purpose aim, Instant at, Optional<Person> person) {
        return new Registration(
                form,
                at,
                Optional.empty(),
                person.stream().toList(),
                text(title),
                text(content),
                text(demand),
                text(place),
                text(subject),
                Boolean.TRUE.equals(confidential),
                text(petitionerName).isBlank(),
                1,
                Optional.empty(),
                aim,
                Optional.of(text(sourceRef)));
    }

    private Person person() {
        return Person.citizen(text(petitionerName), text(phone), text(idNumber), text(address));
    }

    private Instant receivedAt(Instant whenNoneIsGiven, List<FieldError> errors) {
        String written = text(receivedAt).strip();
        if (written.isEmpty()) {
            return whenNoneIsGiven;
        }
        return ReceivedAt.parse(written).orElseGet(() -> {
            errors.add(new FieldError("receivedAt", "收到时间", ReceivedAt.FORMATS));
            return whenNoneIsGiven;
        });
    }

    private static <T> Optional<T> attempt(List<FieldError> errors, Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (InvalidInput wrong) {
            wrong.errors().forEach(error -> errors.add(named(error)));
            return Optional.empty();
        }
    }

    /** The register speaks of the day, the column of the time. */
    static FieldError named(FieldError error) {
        return error.field().equals("receivedOn") ? new FieldError("receivedAt", "收到时间", error.message()) : error;
    }

    /** By its code or by its Chinese word. */
    private static <E extends Enum<E> & Labelled> E choice(
            String field, String label, @Nullable String given, Class<E> type, E none, List<FieldError> errors) {
        String word = text(given).strip();
        if (word.isEmpty()) {
            return none;
        }
        List<String> known = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(word) || value.label().equals(word)) {
                return value;
            }
            known.add(value.label());
        }
        errors.add(new FieldError(field, label, "没有这一项，可以填写：" + String.join("、", known) + "。"));
        return none;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "FiledLetter";
    }
}
