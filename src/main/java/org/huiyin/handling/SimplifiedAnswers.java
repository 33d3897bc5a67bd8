package org.huiyin.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.simplified.BackToOrdinary;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 简易答复: given by the handler at once, spoken or written, and kept as a paper with its number. A matter that leaves the
 * simplified procedure before goes on to an opinion, and its petitioner is told the later day.
 */
@Service
@Transactional
class SimplifiedAnswers {
    private final SimplifiedAnswerTable table;
    private final HandlingProcess process;
    private final Delivery delivery;
    private final Telling telling;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Clock clock;

    SimplifiedAnswers(
            SimplifiedAnswerTable table,
            HandlingProcess process,
            Delivery delivery,
            Telling telling,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Clock clock) {
        this.table = table;
        this.process = process;
        this.delivery = delivery;
        this.telling = telling;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.clock = clock;
    }

    void give(PetitionId id, SimplifiedAnswer answer, OfficerId by) {
        Petition petition = cases.lock(id);
        refuseWrongDay(id, answer);
        Paper reply = papers.issue(
                id,
                PaperKind.SIMPLIFIED_REPLY,
                petition.organ(),
                by,
                Map.of(
                        "simplifiedOutcome", answer.outcome().label(),
                        "simplifiedAnswer", answer.text(),
                        "answerWay", answer.way().label(),
                        "answeredOn", answer.answeredOn().toString()));
        table.insert(id, answer, by, clock.instant(), reply.number());
        journal.write(
                id,
                JournalKind.SIMPLY_ANSWERED,
                Map.of(
                        "number", reply.number(),
                        "simplifiedOutcome", answer.outcome().name(),
                        "answerWay", answer.way().label()),
                Optional.of(answer.note()));
        delivery.sendSimplified(id, answer);
    }

    /** Who waits at the answer waits no longer; whoever was told the day of the simplified procedure is told the later one. */
    @EventListener
    void on(BackToOrdinary left) {
        if (left.accepted()) {
            process.convertedToOrdinary(left.petition());
            tellLaterDay(cases.lock(left.petition()), left);
        }
    }

    @Article("34")
    private void tellLaterDay(Petition petition, BackToOrdinary left) {
        PetitionId id = petition.id();
        org.huiyin.deadline.Clock handling = deadlines.find(id, ClockKind.D6).orElseThrow();
        telling.tellEndOfHandling(
                petition,
                PaperKind.CONVERSION_NOTICE,
                Map.of(
                        "acceptedOn", handling.start().on().toString(),
                        "dueOn", handling.rawDue().toString(),
                        "conversionReason", left.reason()),
                sameWayAsAcceptance(id, left),
                ClockKind.D6,
                Actor.current());
    }

    /** As he was told of the acceptance; where no officer acts, nobody posts or calls, and it lies under the query code. */
    private DeliveryMethod sameWayAsAcceptance(PetitionId id, BackToOrdinary left) {
        DeliveryMethod before = papers.latest(id, PaperKind.ACCEPTANCE_NOTICE)
                .flatMap(Paper::deliveryMethod)
                .orElse(DeliveryMethod.NOT_DUE);
        return left.byRule() && before != DeliveryMethod.NOT_DUE ? DeliveryMethod.PUBLISHED : before;
    }

    private void refuseWrongDay(PetitionId id, SimplifiedAnswer answer) {
        LocalDate accepted =
                deadlines.find(id, ClockKind.D10).orElseThrow().start().on();
        LocalDate day = answer.answeredOn();
        if (day.isBefore(accepted)) {
            throw InvalidInput.of("answeredOn", "答复日期", "不能早于受理日期" + accepted + "，请核对。");
        }
        LocalDate today = LocalDate.now(clock);
        if (!answer.way().isSpoken() && !day.equals(today)) {
            throw InvalidInput.of("answeredOn", "答复日期", "书面答复今天才制发文号，请填写今天；口头、电话答复的填写答复当日。");
        }
    }
}
