package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of an accusation's way to the discipline body (article 30); done by 检举控告专办员 only. */
@Service
@Transactional
class Accusations {
    /** In place of an organ of the tree: a body over the city, which is no user of this system. */
    static final OrganId OUTSIDE = new OrganId("outside");

    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final Bars bars;
    private final Clock clock;

    Accusations(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            Bars bars,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.bars = bars;
        this.clock = clock;
    }

    /**
     * The discipline bodies where somebody can take this accusation in hand: never the accused one, nor one below it, so that an
     * accusation against a discipline body or its head goes to the body over it.
     */
    @Article("30")
    List<Organ> bodies(PetitionId id) {
        Set<OrganId> accused = bars.accusedUnits(id);
        Set<OfficerId> barred = bars.of(id).keySet();
        return organs.ofKind(OrganKind.DISCIPLINE).stream()
                .filter(body -> !accused.contains(body.id()))
                .filter(body -> organs.superiors(body.id()).stream()
                        .noneMatch(over -> over.kind() == OrganKind.DISCIPLINE && accused.contains(over.id())))
                .filter(body -> organs.officers(body.id(), Role.SEALED).stream()
                        .anyMatch(officer -> !barred.contains(officer.id())))
                .toList();
    }

    @Article("30")
    void transfer(PetitionId id, OrganId body, Optional<String> note, OfficerId by) {
        Petition petition = cases.lock(id);
        OrganId sender = petition.organ();
        if (bodies(id).stream().noneMatch(organ -> organ.id().equals(body))) {
            throw InvalidInput.of("disciplineBody", "接收机关", "请从列表中选择有权处理的纪检监察机关。");
        }
        Map<String, String> content = new HashMap<>(Map.of("disciplineBody", body.value()));
        note.ifPresent(text -> content.put("transferNote", text));
        Paper letter = papers.issue(id, PaperKind.ACCUSATION_TRANSFER, sender, by, content);
        journal.write(
                id,
                JournalKind.TRANSFERRED,
                Map.of("sender", sender.value(), "organ", body.value(), "number", letter.number()),
                note);
        deadlines.met(
                id,
                ClockKind.sorting(organs.get(petition.registeredBy())),
                clock.instant(),
                "检举控告转送函" + letter.number());
        deadlines.hand(id, ClockKind.D19, body, Optional.empty());
        cases.entrust(id, body, Optional.empty());
    }

    /**
     * By letter to a body over the city: what the city's own may not decide on, such as an accusation against itself. The circle
     * keeps the matter until it has recorded the receipt; returns its organ.
     */
    @Article("30")
    OrganId transferOutside(PetitionId id, String body, Optional<String> note, OfficerId by) {
        OrganId circle = cases.lock(id).organ();
        if (organs.byName(body).isPresent()) {
            throw InvalidInput.of("outsideBody", "系统外接收机关", "是本系统内的机关；不在列表中的，不能接收这件检举控告。");
        }
        Map<String, String> content = new HashMap<>(Map.of("disciplineBody", body));
        note.ifPresent(text -> content.put("transferNote", text));
        Paper letter = papers.issue(id, PaperKind.ACCUSATION_TRANSFER, circle, by, content);
        journal.write(
                id,
                JournalKind.TRANSFERRED,
                Map.of("sender", circle.value(), "outsideBody", body, "number", letter.number()),
                note);
        deadlines.met(
                id,
                ClockKind.sorting(organs.get(cases.get(id).registeredBy())),
                clock.instant(),
                "检举控告转送函" + letter.number());
        return circle;
    }

    @Article("30")
    void receive(PetitionId id, LocalDate receivedOn, OfficerId by) {
        OrganId body = cases.lock(id).organ();
        refuseReceiptDay(receivedOn, LocalDate.ofInstant(letter(id).issuedAt(), clock.getZone()));
        journal.write(
                id,
                JournalKind.ACCUSATION_RECEIVED,
                Map.of("organ", body.value(), "receivedOn", receivedOn.toString()));
        deadlines.met(id, ClockKind.D19, clock.instant(), receivedOn + "接收");
        cases.entrust(id, body, Optional.of(by));
    }

    void close(PetitionId id) {
        deadlines.cancelAll(id, "检举控告已转送");
        cases.end(id, EndReason.TRANSFERRED, "");
    }

    private Paper letter(PetitionId id) {
        return papers.latest(id, PaperKind.ACCUSATION_TRANSFER)
                .orElseThrow(() -> new IllegalStateException("petition " + id + " was received but never transferred"));
    }

    private void refuseReceiptDay(LocalDate receivedOn, LocalDate transferredOn) {
        if (receivedOn.isAfter(LocalDate.now(clock))) {
            throw InvalidInput.of("receivedOn", "收到日期", "不能晚于今天，请改为今天或更早的日期。");
        }
        if (receivedOn.isBefore(transferredOn)) {
            throw InvalidInput.of("receivedOn", "收到日期", "不能早于转送日期" + transferredOn + "，请核对。");
        }
    }
}
