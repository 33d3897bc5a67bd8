package org.huiyin.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockSheet;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Lamp;
import org.huiyin.evaluation.Evaluation;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.portal.Standing.Period;
import org.huiyin.portal.Standing.SentPaper;
import org.huiyin.portal.Standing.Voice;
import org.huiyin.recusal.Recusals;
import org.huiyin.review.Review;
import org.huiyin.review.ReviewRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a petitioner where his matter stands, by number and query code (art 21). */
@Service
@Article("21")
class Progress {
    /** Periods that mean something to the petitioner; the first are the organs', the last two his own. */
    private static final Set<ClockKind> TOLD = Set.of(
            ClockKind.D2,
            ClockKind.D3,
            ClockKind.D4,
            ClockKind.D6,
            ClockKind.D10,
            ClockKind.D13,
            ClockKind.D18,
            ClockKind.D12,
            ClockKind.D22);

    private static final Set<PaperKind> ADDRESSED_TO_PETITIONER = Set.of(
            PaperKind.WHEREABOUTS_NOTICE,
            PaperKind.ACCEPTANCE_NOTICE,
            PaperKind.DECLINE_NOTICE,
            PaperKind.NO_FURTHER_NOTICE,
            PaperKind.EXTENSION_NOTICE,
            PaperKind.GUIDANCE_NOTICE,
            PaperKind.CONVERSION_NOTICE,
            PaperKind.SIMPLIFIED_REPLY,
            PaperKind.OPINION,
            PaperKind.SUGGESTION_REPLY,
            PaperKind.SPOT_ANSWER,
            PaperKind.REVIEW_OPINION);

    private static final Set<PaperKind> ANSWERS = Set.of(
            PaperKind.OPINION,
            PaperKind.SIMPLIFIED_REPLY,
            PaperKind.SUGGESTION_REPLY,
            PaperKind.SPOT_ANSWER,
            PaperKind.REVIEW_OPINION);

    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Evaluation evaluation;
    private final Review review;
    private final Recusals recusals;
    private final Organs organs;
    private final Events events;
    private final Clock clock;

    Progress(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Evaluation evaluation,
            Review review,
            Recusals recusals,
            Organs organs,
            Events events,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.evaluation = evaluation;
        this.review = review;
        this.recusals = recusals;
        this.organs = organs;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Standing of(QueryKey key) {
        Petition petition = opened(key);
        List<Period> periods = petition.sealed() ? List.of() : periods(petition.id());
        Voice voice = petition.sealed() ? Voice.none() : voice(petition);
        Optional<String> organ = petition.sealed() ? Optional.empty() : Optional.of(name(petition.organ()));
        return new Standing(
                petition.id().value(),
                petition.title(),
                Stages.of(petition),
                petition.state().label(),
                petition.channel().label(),
                day(petition.receivedAt()),
                day(petition.registeredAt()),
                name(petition.registeredBy()),
                organ,
                events.of(petition, journal.of(petition.id())),
                periods,
                petition.sealed() ? List.of() : sentPapers(petition.id()),
                voice,
                petition.endedAt().map(this::day),
                petition.endReason().map(EndReason::label),
                NextSteps.of(petition, organ, periods, voice));
    }

    /** One of the petitioner's own papers as it was issued, to print. */
    @Transactional
    public String paper(QueryKey key, String documentNumber) {
        Petition petition = opened(key);
        return papers.of(petition.id()).stream()
                .filter(paper -> !petition.sealed() && isTold(paper))
                .filter(paper -> paper.number().equals(documentNumber))
                .findFirst()
                .map(paper -> papers.html(paper.id()))
                .orElseThrow(WrongKey::new);
    }

    private Petition opened(QueryKey key) {
        if (!cases.opens(key.number(), key.code())) {
            throw new WrongKey();
        }
        return cases.get(key.number());
    }

    private List<Period> periods(PetitionId id) {
        return deadlines.sheets(id).stream()
                .filter(sheet ->
                        sheet.clock().isRunning() && TOLD.contains(sheet.clock().kind()))
                .map(Progress::period)
                .toList();
    }

    private static Period period(ClockSheet sheet) {
        return new Period(
                sheet.clock().kind().code(),
                sheet.name(),
                sheet.article(),
                sheet.due(),
                sheet.petitionerWindow(),
                sheet.clock().lamp() == Lamp.OVERDUE);
    }

    private List<SentPaper> sentPapers(PetitionId id) {
        return papers.of(id).stream()
                .filter(Progress::isTold)
                .map(paper -> new SentPaper(
                        paper.number(),
                        paper.kind().label(),
                        name(paper.organ()),
                        day(paper.issuedAt()),
                        paper.deliveryMethod().map(DeliveryMethod::label).orElse(""),
                        ANSWERS.contains(paper.kind()),
                        papers.html(paper.id())))
                .toList();
    }

    /** An answer given on the spot is in the petitioner's hands when it is recorded; all else when it went out. */
    private static boolean isTold(Paper paper) {
        return ADDRESSED_TO_PETITIONER.contains(paper.kind())
                && (paper.isSent() || paper.kind() == PaperKind.SPOT_ANSWER);
    }

    private Voice voice(Petition petition) {
        PetitionId id = petition.id();
        Optional<ReviewRequest> request = review.find(id);
        return new Voice(
                petition.isOpen() && isPublishedToNobody(id),
                evaluation.find(id).isPresent() ? Optional.empty() : evaluation.openUntil(id),
                evaluation.ratesOffice(id),
                evaluation.find(id).isPresent(),
                request.isPresent() ? Optional.empty() : review.openUntil(id),
                request.isPresent(),
                reviewOrgan(id, request),
                recusals.mayAsk(petition));
    }

    private Optional<String> reviewOrgan(PetitionId id, Optional<ReviewRequest> request) {
        return request.map(ReviewRequest::reviewOrgan)
                .map(this::name)
                .or(() -> papers.latestReviewed(id).map(Paper::organ).flatMap(organs::reviewerName));
    }

    private boolean isPublishedToNobody(PetitionId id) {
        return papers.latestReviewed(id).filter(Paper::waitsToBeFetched).isPresent();
    }

    private String name(OrganId organ) {
        return organs.find(organ).map(Organ::name).orElse(organ.value());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
