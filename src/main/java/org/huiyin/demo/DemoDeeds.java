package org.huiyin.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.FinalOpinions;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.HuiyinMode;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.evaluation.Evaluation;
import org.huiyin.evaluation.Rating;
import org.huiyin.evaluation.Ratings;
import org.huiyin.intake.Intake;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.huiyin.review.Review;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What people do in the stories, through the same forms and verbs as everybody. */
@Component
@ConditionalOnProperty(HuiyinMode.DEMO)
class DemoDeeds {
    private static final String LIFECYCLE = "petitionLifecycle";
    private static final String TODAY = "today";

    private final EngineGateway gateway;
    private final CaseFile cases;
    private final Intake intake;
    private final Evaluation evaluation;
    private final Review review;
    private final FinalOpinions opinions;
    private final Organs organs;
    private final Clock clock;

    DemoDeeds(
            EngineGateway gateway,
            CaseFile cases,
            Intake intake,
            Evaluation evaluation,
            Review review,
            FinalOpinions opinions,
            Organs organs,
            Clock clock) {
        this.gateway = gateway;
        this.cases = cases;
        this.intake = intake;
        this.evaluation = evaluation;
        this.review = review;
        this.opinions = opinions;
        this.organs = organs;
        this.clock = clock;
    }

    PetitionId begin(String ref, DemoStep step) {
        OfficerId by = new OfficerId(step.by());
        return switch (deed(step)) {
            case OPENED -> gateway.as(by, () -> new PetitionId(gateway.startFromForm(LIFECYCLE, step.typed())));
            case RECEIVED_ONLINE -> gateway.as(by, () -> receive(ref, step, by));
            default -> throw new IllegalArgumentException("no story begins with " + step.deed());
        };
    }

    PetitionId go(PetitionId petition, DemoStep step) {
        Optional<Deed> beside = Deed.of(step.deed());
        if (beside.isEmpty()) {
            gateway.as(new OfficerId(step.by()), () -> complete(petition, step));
        } else if (beside.get() == Deed.EVALUATED) {
            evaluation.evaluate(petition, queryCode(petition), ratings(petition, step));
        } else if (beside.get() == Deed.REVIEW_REQUESTED) {
            review.requestReview(petition, queryCode(petition), text(step, "reasons"));
        } else if (beside.get() == Deed.FINAL_OPINION_ENTERED) {
            OfficerId by = new OfficerId(step.by());
            gateway.as(by, () -> enterFinalOpinion(petition, step, by));
        } else {
            throw new IllegalArgumentException("a story begins once: " + step.deed());
        }
        return petition;
    }

    private void enterFinalOpinion(PetitionId petition, DemoStep step, OfficerId by) {
        opinions.enter(
                petition, text(step, "number"), text(step, "organ"), LocalDate.parse(text(step, "issuedOn")), by);
    }

    private static Deed deed(DemoStep step) {
        return Deed.of(step.deed()).orElseThrow(() -> new IllegalArgumentException("no beginning: " + step.deed()));
    }

    private PetitionId receive(String ref, DemoStep step, OfficerId by) {
        Registration registration = new Registration(
                Channel.valueOf(text(step, "channel")),
                clock.instant(),
                Optional.empty(),
                List.of(Person.citizen(text(step, "petitionerName"), text(step, "phone"), "", text(step, "address"))),
                text(step, "title"),
                text(step, "content"),
                text(step, "demand"),
                text(step, "place"),
                text(step, "subject"),
                false,
                text(step, "petitionerName").isEmpty(),
                1,
                Optional.empty(),
                Purpose.valueOf(text(step, "purpose")),
                Optional.of(ref));
        return intake.receive(registration, organs.organOf(by).orElseThrow().id(), by)
                .number();
    }

    private void complete(PetitionId petition, DemoStep step) {
        OpenTaskRow task = gateway.openTasks(petition).stream()
                .filter(open -> open.activity().equals(step.deed()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(petition + " does not wait at " + step.deed()));
        if (task.assignee().isEmpty()) {
            gateway.claim(task.id());
        }
        gateway.complete(task.id(), typed(step));
    }

    private Map<String, Object> typed(DemoStep step) {
        Map<String, Object> typed = new LinkedHashMap<>();
        step.typed()
                .forEach((key, value) -> typed.put(
                        key, TODAY.equals(value) ? LocalDate.now(clock).toString() : value));
        return typed;
    }

    /** The petitioner's own: asked for again by the registering organ, told to nobody else. */
    private String queryCode(PetitionId petition) {
        OfficerId registrar =
                organs.firstResponsible(cases.get(petition).registeredBy()).id();
        return gateway.as(registrar, () -> cases.newQueryCode(petition));
    }

    private Ratings ratings(PetitionId petition, DemoStep step) {
        Optional<Rating> office = evaluation.ratesOffice(petition)
                ? Optional.of(Rating.valueOf(text(step, "officeRating")))
                : Optional.empty();
        return new Ratings(office, Rating.valueOf(text(step, "organRating")), text(step, "comment"));
    }

    private static String text(DemoStep step, String key) {
        return String.valueOf(step.typed().getOrDefault(key, ""));
    }
}
