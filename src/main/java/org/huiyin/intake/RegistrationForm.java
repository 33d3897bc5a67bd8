package org.huiyin.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.engine.FormInput;
import org.huiyin.kernel.Channel;
import org.springframework.stereotype.Component;

/** How the forms of letter, visit and call are read: one register, three ways of coming to it (article 21). */
@Component
class RegistrationForm {
    private final Clock clock;

    RegistrationForm(Clock clock) {
        this.clock = clock;
    }

    /** What one form says: what goes into the register, and the answer if it was given at once. */
    record Entry(Registration registration, Optional<SpotAnswer> answer) {}

    Map<String, Object> letterDefaults() {
        return Map.of("receivedOn", today());
    }

    Map<String, Object> visitDefaults() {
        return Map.of("receivedOn", today(), "visitorCount", 1);
    }

    Map<String, Object> callDefaults() {
        return Map.of("receivedOn", today());
    }

    Entry letter(FormInput input) {
        Registration registration = read(
                input,
                Channel.LETTER,
                Purpose.OTHER,
                person(input, text(input, "idNumber")),
                1,
                input.maybeDate("postmarkedOn"),
                input.maybeText("addressee"));
        return new Entry(registration, Optional.empty());
    }

    Entry visit(FormInput input) {
        return new Entry(
                present(input, Channel.VISIT, text(input, "idNumber"), input.number("visitorCount")),
                spotAnswer(input));
    }

    Entry call(FormInput input) {
        return new Entry(present(input, Channel.CALL, "", 1), spotAnswer(input));
    }

    private Registration present(FormInput input, Channel channel, String idNumber, int visitors) {
        return read(
                input,
                channel,
                input.choice("purpose", Purpose.class),
                person(input, idNumber),
                visitors,
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<SpotAnswer> spotAnswer(FormInput input) {
        return input.flag("answeredOnTheSpot")
                ? Optional.of(new SpotAnswer(
                        input.text("spotAnswer"), input.choice("spotConfirmation", SpotConfirmation.class)))
                : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Registration read(
            FormInput input,
            Channel channel,
            Purpose purpose,
            Person petitioner,
            int visitors,
            Optional<LocalDate> postmarkedOn,
            Optional<String> addressee) {
        return new Registration(
                channel,
                receivedAt(input.date("receivedOn")),
                postmarkedOn,
                List.of(petitioner),
                input.text("title"),
                input.text("content"),
                text(input, "demand"),
                text(input, "place"),
                text(input, "subject"),
                input.flag("confidential"),
                petitioner.name().isEmpty(),
                visitors,
                addressee,
                purpose,
                Optional.empty());
    }

    private static Person person(FormInput input, String idNumber) {
        return Person.citizen(text(input, "petitionerName"), text(input, "phone"), idNumber, text(input, "address"));
    }

    private static String text(FormInput input, String key) {
        return input.maybeText(key).orElse("");
    }

    /** Clocks run from receipt: today's is now, an earlier day's is its beginning, a later one's is refused as future. */
    private Instant receivedAt(LocalDate day) {
        return day.equals(today())
                ? clock.instant()
                : day.atStartOfDay(clock.getZone()).toInstant();
    }
}
