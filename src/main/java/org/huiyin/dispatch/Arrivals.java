package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organs;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.stereotype.Component;

/** What begins when a petition arrives in an organ's list: its clocks, and that the petitioner is told where it is. */
@Component
class Arrivals {
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final ForwardingTable forwardings;
    private final Assignments assignments;
    private final Contributions contributions;
    private final SimplifiedProcedure simplified;
    private final Clock clock;

    Arrivals(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            ForwardingTable forwardings,
            Assignments assignments,
            Contributions contributions,
            SimplifiedProcedure simplified,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.forwardings = forwardings;
        this.assignments = assignments;
        this.contributions = contributions;
        this.simplified = simplified;
        this.clock = clock;
    }

    /** From now on the receiver's clocks run; signing in starts nothing. */
    @Article("23")
    void at(Forwarding way, OfficerId by) {
        tellWhereItWent(way.petition(), way.sender(), way.receiver(), by);
        String arrival = (way.isAssignment() ? "交办函" : "转送函") + way.number() + "到达本机关待办";
        deadlines.start(way.petition(), ClockKind.D4, clock.instant(), arrival, way.receiver(), Optional.empty());
        deadlines.start(way.petition(), ClockKind.D5, clock.instant(), arrival, way.receiver(), Optional.empty());
        simplified.arrivedAtOrgan(way.petition(), way.receiver(), arrival, clock.instant());
        way.feedbackDue()
                .ifPresent(day -> assignments.start(way.petition(), way.sender(), way.receiver(), day, arrival));
        cases.entrust(way.petition(), way.receiver(), Optional.empty());
    }

    /** Taken from one organ and given to another by its superior: no objection, and what was assigned stays assigned. */
    @Article("24")
    void moveOn(Forwarding contested, OrganId designated, String number, OfficerId by) {
        PetitionId id = contested.petition();
        forwardings.enter(contested.id(), ForwardingState.RETURNED);
        deadlines.stopIfRunning(id, ClockKind.D4, "已裁定由其他机关、单位办理");
        deadlines.stopIfRunning(id, ClockKind.D11, "已裁定由其他机关、单位办理");
        contributions.leadChanged(id);
        Forwarding way = forwardings.insert(contested.redirected(designated, number, clock.instant()), by);
        tellWhereItWent(id, way.sender(), designated, by);
        String arrival = "指定办理通知书" + number + "到达本机关待办";
        deadlines.start(id, ClockKind.D4, clock.instant(), arrival, designated, Optional.empty());
        way.feedbackDue()
                .filter(day -> !day.isBefore(LocalDate.now(clock)))
                .ifPresent(day -> assignments.start(id, way.sender(), designated, day, arrival));
        cases.entrust(id, designated, Optional.empty());
    }

    /** R37, article 23: the petitioner is told at every hop where the petition went and who answers until it is signed for. */
    void tellWhereItWent(PetitionId id, OrganId sender, OrganId receiver, OfficerId by) {
        if (cases.hasAddressee(id)) {
            String first = organs.get(cases.get(id).registeredBy()).name();
            papers.issue(
                    id,
                    PaperKind.WHEREABOUTS_NOTICE,
                    sender,
                    by,
                    Map.of(
                            "receivingOrgan",
                            receiver.value(),
                            "explanation",
                            "在有权处理的机关、单位签收之前，由首先收到您信访事项的" + first + "负责答复您的查询。"));
        } else {
            journal.write(id, JournalKind.NOTICE_NOT_DUE, Map.of("paper", PaperKind.WHEREABOUTS_NOTICE.label()));
        }
    }

    /** The paper may have come before the list: then the clocks run from the paper (article 23 counts from receipt). */
    Forwarding signedFor(PetitionId id, Optional<LocalDate> paperReceivedOn) {
        LocalDate received = LocalDate.ofInstant(cases.lock(id).receivedAt(), clock.getZone());
        Forwarding forwarding = forwardings.latest(id);
        LocalDate listed = LocalDate.ofInstant(forwarding.forwardedAt(), clock.getZone());
        paperReceivedOn.ifPresent(day -> {
            refusePaperDay(day, received);
            forwardings.paperReceived(forwarding.id(), day);
            if (day.isBefore(listed)) {
                moveToPaper(id, ClockKind.D4, day);
                moveToPaper(id, ClockKind.D5, day);
                moveToPaper(id, ClockKind.D9, day);
            }
        });
        return forwarding;
    }

    private void moveToPaper(PetitionId id, ClockKind kind, LocalDate day) {
        deadlines
                .find(id, kind)
                .filter(running ->
                        running.isRunning() && day.isBefore(running.start().on()))
                .ifPresent(running -> deadlines.startEarlier(id, kind, day, "纸质材料收到日期"));
    }

    private void refusePaperDay(LocalDate day, LocalDate received) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw InvalidInput.of("paperReceivedOn", "纸质材料收到日期", "不能晚于今天，请改为今天或更早的日期。");
        }
        if (day.isBefore(received)) {
            throw InvalidInput.of("paperReceivedOn", "纸质材料收到日期", "不能早于信访事项的收到日期" + received + "，请核对。");
        }
    }
}
