package org.huiyin.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseLists;
import org.huiyin.casefile.Circumstances;
import org.huiyin.casefile.ContentClass;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonKind;
import org.huiyin.casefile.Proceeding;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.casefile.Source;
import org.huiyin.casefile.Topic;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.Option;
import org.huiyin.kernel.Channel;
import org.springframework.stereotype.Component;

/** How the forms of the channels open and are read: one register, several ways of coming to it (article 21). */
@Component
class RegistrationForm {
    private static final String VISITORS = "visitorCount";

    private final CaseLists lists;
    private final Clock clock;

    RegistrationForm(CaseLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** What one form says: what goes into the register, and the answer if it was given at once. */
    record Entry(Registration registration, Optional<SpotAnswer> answer) {}

    Map<String, Object> letterDefaults() {
        return defaults();
    }

    Map<String, Object> visitDefaults() {
        Map<String, Object> defaults = defaults();
        defaults.put(VISITORS, 1);
        return defaults;
    }

    Map<String, Object> fieldDefaults() {
        Map<String, Object> defaults = defaults();
        defaults.put("source", Source.OUTREACH.name());
        return defaults;
    }

    private Map<String, Object> defaults() {
        CaseLists.Now now = lists.now();
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("receivedOn", today());
        defaults.put("petitionerKind", PersonKind.CITIZEN.name());
        defaults.put("outcomeOwed", true);
        defaults.put(
                "territories",
                now.places().all().stream()
                        .map(place -> new Option(place.organ().value(), place.name()))
                        .toList());
        defaults.put(
                "subjects",
                now.classes().all().stream()
                        .map(each -> new Option(each.code(), each.path()))
                        .toList());
        defaults.put(
                "topicList",
                now.topics().stream()
                        .filter(Topic::valid)
                        .map(topic -> new Option(topic.code(), topic.label()))
                        .toList());
        return defaults;
    }

    /** @param channel of the draft, which its number names already */
    Entry read(FormInput input, Channel channel) {
        List<Person> people = new PeopleForm(input).read();
        CaseLists.Now now = lists.now();
        String subject = text(input, "subject");
        Registration registration = new Registration(
                channel,
                receivedAt(input.date("receivedOn")),
                input.asks("postmarkedOn") ? input.maybeDate("postmarkedOn") : Optional.empty(),
                people,
                input.text("title"),
                input.text("content"),
                text(input, "demand"),
                text(input, "place"),
                now.subject(subject),
                input.flag("confidential"),
                text(input, "petitionerName").isEmpty(),
                visitors(input),
                asked(input, "addressee"),
                purpose(input),
                asked(input, "sourceRef"),
                circumstances(input, channel, now, subject));
        return new Entry(registration, spotAnswer(input));
    }

    private static Circumstances circumstances(FormInput input, Channel channel, CaseLists.Now now, String subject) {
        Source source = asked(input, "source")
                .map(word -> input.choice("source", Source.class))
                .orElse(Source.of(channel));
        return new Circumstances(
                source,
                source == Source.DEPUTY && flag(input, "outcomeOwed"),
                input.asks("affectedCount") ? input.maybeNumber("affectedCount") : Optional.empty(),
                now.territory("territory", text(input, "territory")),
                now.contentClass(subject).map(ContentClass::code),
                input.asks("topics") ? now.topicCodes("topics", input.texts("topics")) : List.of(),
                flag(input, "discovered"),
                input.asks("proceedings") ? input.choices("proceedings", Proceeding.class) : List.of(),
                Optional.empty());
    }

    private static int visitors(FormInput input) {
        if (input.asks(VISITORS)) {
            return input.number(VISITORS);
        }
        return input.asks("signatoryCount")
                ? input.maybeNumber("signatoryCount").orElse(1)
                : 1;
    }

    private static Purpose purpose(FormInput input) {
        return asked(input, "purpose")
                .map(word -> input.choice("purpose", Purpose.class))
                .orElse(Purpose.OTHER);
    }

    private static Optional<SpotAnswer> spotAnswer(FormInput input) {
        return flag(input, "answeredOnTheSpot")
                ? Optional.of(new SpotAnswer(
                        input.text("spotAnswer"), input.choice("spotConfirmation", SpotConfirmation.class)))
                : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A petition keeps the form it was started with, which may not have the field. */
    private static Optional<String> asked(FormInput input, String key) {
        return input.asks(key) ? input.maybeText(key) : Optional.empty();
    }

    private static String text(FormInput input, String key) {
        return asked(input, key).orElse("");
    }

    private static boolean flag(FormInput input, String key) {
        return input.asks(key) && input.flag(key);
    }

    /** Clocks run from receipt: today's is now, an earlier day's is its beginning, a later one's is refused as future. */
    private Instant receivedAt(LocalDate day) {
        return day.equals(today())
                ? clock.instant()
                : day.atStartOfDay(clock.getZone()).toInstant();
    }
}
