package org.huiyin.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues papers with their numbers, and records how they went out and came to hand. Each verb leaves a journal entry. */
@Service
@Transactional
public class Papers {
    /** For whoever serves {@link #html}: a paper needs its own styles and nothing else. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final PaperTable papers;
    private final PaperRenderer renderer;
    private final CaseFile cases;
    private final Journal journal;
    private final Organs organs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Papers(
            PaperTable papers,
            PaperRenderer renderer,
            CaseFile cases,
            Journal journal,
            Organs organs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.papers = papers;
        this.renderer = renderer;
        this.cases = cases;
        this.journal = journal;
        this.organs = organs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives the next 文号 of the organ and renders the paper. Content is keyed as in {@link PaperKind}; words, not codes,
     * except that an organ may be given by its id. The opinion names the reviewing organ by itself.
     */
    public Paper issue(PetitionId id, PaperKind kind, OrganId organ, OfficerId by, Map<String, String> content) {
        if (kind == PaperKind.REGISTRATION_RECEIPT) {
            throw new IllegalArgumentException("a registration receipt is printed, see registrationReceipt");
        }
        Petition petition = cases.lock(id);
        PaperContent complete = PaperContent.of(kind, withReviewers(kind, organ, id, content), this::organName);
        Organ issuer = organs.get(organ);
        Instant now = clock.instant();
        int year = LocalDate.now(clock).getYear();
        PaperNumber number = new PaperNumber(issuer.shortName(), kind, year, papers.nextSerial(organ, kind, year));
        String html = renderer.paper(petition, issuer, number, complete, LocalDate.now(clock));
        Paper paper = papers.insert(id, number, organ, by, now, html);
        journal.write(
                id,
                JournalKind.PAPER_ISSUED,
                Map.of("paper", kind.label(), "number", paper.number(), "organ", organ.value()));
        return paper;
    }

    /** It has gone out (art 34: a matter is finished when its opinion is issued and sent); returns its 文号. */
    public String sent(PetitionId id, PaperKind kind, DeliveryMethod method, LocalDate on, String note) {
        Paper paper = issued(id, kind);
        if (paper.isSent() && !paper.isUndeliverable()) {
            throw InvalidInput.of("sentOn", "送出日期", "《" + kind.label() + "》已登记送出，不能重复登记。");
        }
        LocalDate issued = LocalDate.ofInstant(paper.issuedAt(), clock.getZone());
        refuseOutside("sentOn", "送出日期", on, method.isSpoken() ? on : issued, "制发日期");
        papers.sent(paper.id(), method, on);
        journal.write(
                id,
                sentKind(kind, method),
                Map.of(
                        "paper", kind.label(),
                        "number", paper.number(),
                        "deliveryMethod", method.label(),
                        "sentOn", on.toString()),
                Optional.of(note));
        if (kind.isAnswer()) {
            events.publishEvent(new AnswerSent(id));
        }
        return paper.number();
    }

    /**
     * It came to hand, or did not: periods of the addressee start at this day (art 35), never at the sending; returns its
     * 文号.
     */
    @Article("35")
    public String received(PetitionId id, PaperKind kind, LocalDate on, ReceiptKind receipt, String note) {
        Paper paper = issued(id, kind);
        if (paper.isReceived()) {
            throw InvalidInput.of("receivedOn", "送达日期", "《" + kind.label() + "》已登记送达，不能重复登记。");
        }
        LocalDate sentOn = paper.sentOn()
                .orElseThrow(() -> InvalidInput.of("receivedOn", "送达日期", "《" + kind.label() + "》尚未登记送出。"));
        refuseOutside("receivedOn", "送达日期", on, sentOn, "送出日期");
        papers.received(paper.id(), receipt, on);
        journal.write(
                id,
                receipt.journalKind(),
                Map.of(
                        "paper", kind.label(),
                        "number", paper.number(),
                        "receiptKind", receipt.label(),
                        "deliveredOn", on.toString()),
                Optional.of(note));
        return paper.number();
    }

    @Transactional(readOnly = true)
    public List<Paper> of(PetitionId id) {
        return papers.of(id);
    }

    @Transactional(readOnly = true)
    public Optional<Paper> latest(PetitionId id, PaperKind kind) {
        return papers.latest(id, kind);
    }

    /** The answer of which a review may be asked. */
    @Transactional(readOnly = true)
    @Article("35")
    public Optional<Paper> latestReviewed(PetitionId id) {
        return papers.of(id).stream()
                .filter(paper -> paper.kind().isReviewed())
                .max(java.util.Comparator.comparing(paper -> paper.id().value()));
    }

    @Transactional(readOnly = true)
    public Optional<Paper> find(PaperId id) {
        return papers.find(id);
    }

    /** As it was issued, ready to print; who may read it is the caller's to decide. */
    @Transactional(readOnly = true)
    public String html(PaperId id) {
        return papers.html(id).orElseThrow(() -> new IllegalArgumentException("no paper " + id.value()));
    }

    /** 登记凭证 with a fresh query code; rendered to be handed over, kept nowhere. The code before it no longer opens. */
    public String registrationReceipt(PetitionId id) {
        return registrationReceipt(id, List.of(id));
    }

    /** One receipt for a letter and the items that were split from it, each with its number and a fresh code. */
    public String registrationReceipt(PetitionId id, List<PetitionId> family) {
        cases.lockAll(family);
        List<Receipt> lines = family.stream().map(this::receipt).toList();
        Petition petition = cases.get(id);
        return renderer.registrationReceipt(petition, organs.get(petition.registeredBy()), lines, LocalDate.now(clock));
    }

    private Receipt receipt(PetitionId id) {
        String code = cases.newQueryCode(id);
        journal.write(id, JournalKind.PAPER_PRINTED, Map.of("paper", PaperKind.REGISTRATION_RECEIPT.label()));
        return new Receipt(cases.get(id), code);
    }

    private Paper issued(PetitionId id, PaperKind kind) {
        cases.lock(id);
        return papers.latest(id, kind)
                .orElseThrow(() -> new IllegalStateException("petition " + id + " has no " + kind));
    }

    /** Arts 35 and 36: who reviews is a matter of the ladder, not of the person who writes the paper. */
    private Map<String, String> withReviewers(
            PaperKind kind, OrganId organ, PetitionId id, Map<String, String> content) {
        Map<String, String> full = new HashMap<>(content);
        if (kind.isReviewed()) {
            organs.reviewerName(organ).ifPresent(name -> full.put(PaperField.REVIEW_ORGAN.key(), name));
        }
        if (kind == PaperKind.REVIEW_OPINION) {
            organs.reviewerName(organ).ifPresent(name -> full.put(PaperField.RE_REVIEW_ORGAN.key(), name));
            latestReviewed(id).ifPresent(opinion -> full.put(PaperField.REVIEWED_NUMBER.key(), opinion.number()));
        }
        return full;
    }

    private String organName(String nameOrId) {
        return OrganId.isId(nameOrId)
                ? organs.find(new OrganId(nameOrId)).map(Organ::name).orElse(nameOrId)
                : nameOrId;
    }

    private static JournalKind sentKind(PaperKind kind, DeliveryMethod method) {
        return switch (method) {
            case NOT_DUE -> JournalKind.NOTICE_NOT_DUE;
            case PUBLISHED -> kind.isAnswer() ? JournalKind.ANSWER_PUBLISHED : JournalKind.PAPER_SENT;
            default -> kind.isAnswer() ? JournalKind.ANSWER_SENT : JournalKind.PAPER_SENT;
        };
    }

    private void refuseOutside(String field, String label, LocalDate on, LocalDate earliest, String earliestLabel) {
        if (on.isBefore(earliest)) {
            throw InvalidInput.of(field, label, "不能早于" + earliestLabel + earliest + "，请核对。");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw InvalidInput.of(field, label, "不能晚于今天，请改为今天或更早的日期。");
        }
    }
}
