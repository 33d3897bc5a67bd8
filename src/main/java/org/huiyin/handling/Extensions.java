package org.huiyin.handling;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockLapsed;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Movements;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期: the handler asks, the head of his organ decides before the 60 days are over, the petitioner is told why. */
@Service
@Transactional
@Article("34")
public class Extensions {
    private static final int LONGEST_REASON = 500;

    private final ExtensionTable table;
    private final HandlingProcess process;
    private final Telling telling;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Movements movements;
    private final Papers papers;
    private final java.time.Clock clock;

    Extensions(
            ExtensionTable table,
            HandlingProcess process,
            Telling telling,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Movements movements,
            Papers papers,
            java.time.Clock clock) {
        this.table = table;
        this.process = process;
        this.telling = telling;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.movements = movements;
        this.papers = papers;
        this.clock = clock;
    }

    /** Calendar days for which this officer may ask today, at most; none when he may not ask at all. */
    @Transactional(readOnly = true)
    public Optional<Integer> longest(PetitionId id, OfficerId by) {
        return Optional.of(cases.get(id))
                .filter(petition -> refusal(petition, by).isEmpty())
                .flatMap(petition -> movements.longestExtension(id, ClockKind.D6));
    }

    @Transactional(readOnly = true)
    public Optional<Extension> openRequest(PetitionId id) {
        return table.of(id).stream().filter(Extension::isOpen).findFirst();
    }

    /**
     * The head gets a task, while drafting and signing go on.
     *
     * @throws InvalidInput when another than the handler asks, when it is too late, too long or without a reason, or when
     *     the matter was extended already
     */
    public void request(PetitionId id, int days, String reason, OfficerId by) {
        Petition petition = cases.lock(id);
        refusal(petition, by).ifPresent(why -> {
            throw InvalidInput.of("days", "申请延期", why);
        });
        String why = CleanText.of("reason", "延期理由", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "延期理由", "必须填写，批准后将写入延期告知书。");
        }
        movements.refuseExtension(id, ClockKind.D6, days);
        table.insert(id, days, why, by, clock.instant());
        journal.write(id, JournalKind.EXTENSION_REQUESTED, Map.of("days", String.valueOf(days)), Optional.of(why));
        process.extensionRequested(id);
    }

    /** The clock runs on to the later day, and the petitioner is told that day and the reason. */
    void approve(PetitionId id, DeliveryMethod method, OfficerId by) {
        Petition petition = cases.lock(id);
        Extension request = toDecide(petition, by);
        telling.refuseWrongDelivery(id, method);
        LocalDate before = running(id).orElseThrow().rawDue();
        movements.extend(id, ClockKind.D6, request.days(), request.reason(), by, Optional.empty());
        Clock extended = running(id).orElseThrow();
        Paper notice = telling.tellEndOfHandling(
                petition,
                PaperKind.EXTENSION_NOTICE,
                Map.of(
                        "acceptedOn", extended.start().on().toString(),
                        "dueOn", before.toString(),
                        "extendedTo", extended.rawDue().toString(),
                        "extensionReason", request.reason()),
                method,
                ClockKind.D6,
                by);
        table.approve(request, by, clock.instant(), notice.number());
        journal.write(
                id,
                JournalKind.EXTENSION_APPROVED,
                Map.of("days", String.valueOf(request.days()), "number", notice.number()));
    }

    /** The clock stays as it is; as long as it runs the handler may ask again. */
    void refuse(PetitionId id, String why, OfficerId by) {
        Extension request = toDecide(cases.lock(id), by);
        table.refuse(request, by, clock.instant());
        journal.write(
                id, JournalKind.EXTENSION_REFUSED, Map.of("days", String.valueOf(request.days())), Optional.of(why));
    }

    /** What nobody has decided on in time is not granted: the request ends by itself. */
    void lapse(PetitionId id, String evidence) {
        cases.lock(id);
        openRequest(id).ifPresent(request -> {
            table.lapse(request, clock.instant());
            journal.write(
                    id,
                    JournalKind.EXTENSION_LAPSED,
                    Map.of("days", String.valueOf(request.days()), "evidence", evidence));
            process.extensionLapsed(id);
        });
    }

    @EventListener
    void on(ClockLapsed lapsed) {
        if (lapsed.kind() == ClockKind.D6) {
            lapse(lapsed.petition(), "办理期限届满");
        }
    }

    /** The day on which the 60 days would end then; for the head who decides. */
    @Transactional(readOnly = true)
    LocalDate extendedTo(Extension request) {
        return running(request.petition()).orElseThrow().rawDue().plusDays(request.days());
    }

    private Extension toDecide(Petition petition, OfficerId by) {
        Extension request = openRequest(petition.id())
                .orElseThrow(() -> new IllegalStateException("nobody asks for an extension of " + petition.id()));
        if (by.equals(request.requestedBy()) || petition.person().equals(Optional.of(by))) {
            throw InvalidInput.of("decision", "决定", "审批人不得是承办人，请交由本单位其他负责人审批。");
        }
        return request;
    }

    private Optional<String> refusal(Petition petition, OfficerId by) {
        PetitionId id = petition.id();
        if (!petition.person().equals(Optional.of(by))) {
            return Optional.of("只有承办人本人可以申请延期。");
        }
        if (table.of(id).stream().anyMatch(Extension::isOpen)) {
            return Optional.of("已有一份申请正在等待单位负责人审批。");
        }
        if (table.of(id).stream().anyMatch(past -> past.state() == ExtensionState.APPROVED)) {
            return Optional.of("办理期限只能延长一次，本件已经延期。");
        }
        if (papers.latest(id, PaperKind.OPINION).isPresent()) {
            return Optional.of("处理意见书已经签发，不再延期。");
        }
        boolean inTime = running(id)
                .filter(handling -> !LocalDate.now(clock).isAfter(handling.rawDue()))
                .isPresent();
        return inTime ? Optional.empty() : Optional.of("只能在受理之后、办理期限届满之前申请延期。");
    }

    private Optional<Clock> running(PetitionId id) {
        return deadlines.find(id, ClockKind.D6).filter(Clock::isRunning);
    }
}
