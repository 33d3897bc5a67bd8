package org.huiyin.deputy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.PetitionEnded;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deputy.DeputyReply.Settled;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.AnswerSent;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * R50: the deputy who passed a matter on is told the outcome. It is owed once the petitioner himself has his answer, or the matter
 * ended without one, and again after a review; it waits for nobody, nobody waits for it, and it is no clock of the law. Of an
 * accusation nothing is told from here (article 30).
 */
@Service
@Transactional
public class DeputyReplies {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
    private static final int LONGEST_OUTCOME = 4000;
    private static final int LONGEST_REASON = 500;
    private static final Set<DeliveryMethod> WAYS =
            Set.of(DeliveryMethod.IN_PERSON, DeliveryMethod.POST, DeliveryMethod.ELECTRONIC, DeliveryMethod.PHONE);

    /** What a matter ends with, for the words that are proposed; the newest one is the outcome. */
    private static final Set<PaperKind> OUTCOMES = Set.of(
            PaperKind.OPINION,
            PaperKind.SIMPLIFIED_REPLY,
            PaperKind.SUGGESTION_REPLY,
            PaperKind.REVIEW_OPINION,
            PaperKind.DECLINE_NOTICE,
            PaperKind.NO_FURTHER_NOTICE,
            PaperKind.GUIDANCE_NOTICE,
            PaperKind.SPOT_ANSWER);

    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final DeputyReplyTable table;
    private final DeputyReplyProcess process;
    private final Clock clock;

    DeputyReplies(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            DeputyReplyTable table,
            DeputyReplyProcess process,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.table = table;
        this.process = process;
        this.clock = clock;
    }

    @EventListener
    void on(AnswerSent answered) {
        owe(answered.petition(), false);
    }

    /** One that had an answer owed its outcome then; a review is an outcome of its own. */
    @EventListener
    void on(PetitionEnded ended) {
        switch (ended.reason()) {
            case DECLINED, NOT_ACCEPTED_AGAIN, GUIDED, ON_THE_SPOT -> owe(ended.petition(), false);
            case REVIEWED -> owe(ended.petition(), true);
            case ANSWERED_NO_REVIEW, ANSWERED_PUBLISHED, SIMPLY_ANSWERED, SUGGESTION_ANSWERED, TRANSFERRED, VOIDED -> {}
        }
    }

    /** By a letter of the organ that took the matter from him. */
    void tell(PetitionId id, String outcome, DeliveryMethod method, OfficerId by) {
        Petition petition = cases.lock(id);
        DeputyReply owed = owed(id);
        String text = CleanText.of("outcomeText", "办理结果", outcome, LONGEST_OUTCOME);
        if (text.isEmpty()) {
            throw InvalidInput.of("outcomeText", "办理结果", "必须填写，将写入反馈函。");
        }
        if (!WAYS.contains(method)) {
            throw InvalidInput.of("deliveryMethod", "反馈方式", "请选择当面、邮寄、网络或短信、电话。");
        }
        Paper letter =
                papers.issue(id, PaperKind.DEPUTY_REPLY, petition.registeredBy(), by, Map.of("outcomeText", text));
        papers.sent(id, PaperKind.DEPUTY_REPLY, method, LocalDate.now(clock), "");
        table.told(owed.id(), text, letter.number(), method, clock.instant(), by);
        journal.write(
                id,
                JournalKind.DEPUTY_TOLD,
                Map.of("number", letter.number(), "deliveryMethod", method.label()),
                Optional.of(text));
    }

    /** He wants none, or is no deputy any more. */
    void notNeeded(PetitionId id, String reason, OfficerId by) {
        cases.lock(id);
        DeputyReply owed = owed(id);
        String why = CleanText.of("notNeededReason", "无须反馈的理由", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("notNeededReason", "无须反馈的理由", "必须填写，会记入案卷。");
        }
        table.notNeeded(owed.id(), why, clock.instant(), by);
        journal.write(id, JournalKind.DEPUTY_REPLY_NOT_NEEDED, Map.of(), Optional.of(why));
    }

    /** The outcome in a sentence, from the paper that holds it; the officer writes the rest. */
    @Transactional(readOnly = true)
    String proposal(PetitionId id) {
        return papers.of(id).stream()
                .filter(paper -> OUTCOMES.contains(paper.kind()))
                .max(Comparator.comparing(paper -> paper.id().value()))
                .map(paper -> name(paper) + "已于" + day(paper.issuedAt()) + "作出《"
                        + paper.kind().label() + "》（" + paper.number() + "）并告知信访人。")
                .orElse("");
    }

    /** For the file, while something is owed and after: owed, told on, by and how, or not needed and why. */
    @Transactional(readOnly = true)
    public Optional<String> state(PetitionId id) {
        if (!cases.circumstances(id).outcomeOwed()) {
            return Optional.empty();
        }
        if (cases.get(id).sealed()) {
            return Optional.of("检举控告件由接收机关依规定反馈，不从本案卷反馈");
        }
        List<DeputyReply> all = table.of(id);
        return Optional.of(
                all.isEmpty()
                        ? "办结后须向转交的代表委员反馈结果"
                        : String.join("；", all.stream().map(this::words).toList()));
    }

    private void owe(PetitionId id, boolean anew) {
        if (!cases.circumstances(id).outcomeOwed()) {
            return;
        }
        Petition petition = cases.lock(id);
        List<DeputyReply> before = table.of(id);
        boolean already = before.stream().anyMatch(DeputyReply::isOwed) || (!anew && !before.isEmpty());
        if (petition.sealed() || already) {
            return;
        }
        LocalDate due = deadlines
                .due(ClockKind.T4, LocalDate.now(clock), petition.registeredBy())
                .raw();
        table.insert(id, due, clock.instant());
        journal.write(id, JournalKind.DEPUTY_REPLY_OWED, Map.of("rawDue", due.toString()));
        process.begin(id, petition.registeredBy(), due);
    }

    private DeputyReply owed(PetitionId id) {
        return table.of(id).stream()
                .filter(DeputyReply::isOwed)
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("decision", "反馈代表委员", "已经反馈或者记明无须反馈，请刷新待办。"));
    }

    private String words(DeputyReply reply) {
        return reply.settled().map(this::words).orElseGet(() -> "应当在" + DAY.format(reply.dueOn()) + "前向转交的代表委员反馈结果");
    }

    private String words(Settled settled) {
        String by = day(settled.at()) + "由"
                + organs.findOfficer(settled.by())
                        .map(Officer::name)
                        .orElse(settled.by().value());
        return settled.paper()
                .map(number -> "已于" + by + "以" + number
                        + settled.method()
                                .map(Labelled::label)
                                .map(way -> "（" + way + "）")
                                .orElse("") + "反馈代表委员")
                .orElseGet(() -> "已于" + by + "记明无须反馈：" + settled.reason().orElse(""));
    }

    private String name(Paper paper) {
        return organs.find(paper.organ()).map(Organ::name).orElse(paper.organ().value());
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(EngineClock.BEIJING));
    }
}
