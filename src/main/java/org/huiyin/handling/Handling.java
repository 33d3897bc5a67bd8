package org.huiyin.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organs;
import org.huiyin.signing.Drafts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The competent organ takes the matter on or declines it, drafts its opinion and signs it. Delivery follows. */
@Service
@Transactional
public class Handling {
    private final HandlingTable table;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Drafts drafts;
    private final Organs organs;
    private final Clock clock;

    Handling(
            HandlingTable table,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Drafts drafts,
            Organs organs,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.drafts = drafts;
        this.organs = organs;
        this.clock = clock;
    }

    /** R25: no matter is handled without an organ and a named officer of it. */
    void begin(PetitionId id, OfficerId handler) {
        Petition petition = cases.lock(id);
        organs.refuseStranger(handler, petition.organ());
    }

    /** The notice is issued, the clock of the notice is met, and on acceptance the 60 days begin; true when accepted. */
    @Article("23, 34")
    boolean decideAcceptance(PetitionId id, Acceptance acceptance, OfficerId by) {
        Petition petition = cases.lock(id);
        boolean forwarded = isForwarded(id);
        refuseDecliningWhatWasForwarded(acceptance, forwarded);
        refuseWrongDelivery(id, acceptance.deliveryMethod());
        if (acceptance.isAccepted()) {
            deadlines.start(id, ClockKind.D6, clock.instant(), "决定受理", petition.organ(), petition.person());
        }
        Paper notice = notify(petition, acceptance, by);
        deadlines.met(id, forwarded ? ClockKind.D4 : ClockKind.D3, clock.instant(), notice.number());
        table.decide(id, acceptance, by, clock.instant(), notice.number());
        journal.write(
                id,
                acceptance.isAccepted() ? JournalKind.ACCEPTED : JournalKind.DECLINED,
                facts(acceptance, notice),
                Optional.of(acceptance.explanation()));
        return acceptance.isAccepted();
    }

    /** The opinion gets its number and names who reviews it and by when that may be asked. */
    @Article("32, 35")
    void signOpinion(PetitionId id, OfficerId by) {
        drafts.sign(id, OpinionText.KIND, cases.lock(id).organ(), by);
    }

    /** What the petitioner himself asks for, as the first words of a draft. */
    @Transactional(readOnly = true)
    String demands(PetitionId id) {
        return cases.letter(id).demand();
    }

    @Transactional(readOnly = true)
    boolean hasAddressee(PetitionId id) {
        return cases.hasAddressee(id);
    }

    /** A matter that was forwarded runs under D4; one that came directly under D3. */
    private boolean isForwarded(PetitionId id) {
        return deadlines
                .find(id, ClockKind.D4)
                .filter(notice -> notice.state() != ClockState.CANCELLED)
                .isPresent();
    }

    @Article("23")
    private static void refuseDecliningWhatWasForwarded(Acceptance acceptance, boolean forwarded) {
        if (forwarded && acceptance.declined().equals(Optional.of(DeclineReason.NOT_COMPETENT))) {
            throw InvalidInput.of("declineReason", "不予受理的理由", "转送来的事项不属于本机关职权的，应当在五个工作日内向转送机关提出异议，不得以不予受理代替。");
        }
    }

    /** No notice is due where name or address are unclear, and nowhere else; nor is one sent to nobody. */
    @Article("23")
    private void refuseWrongDelivery(PetitionId id, DeliveryMethod method) {
        boolean hasAddressee = cases.hasAddressee(id);
        if (hasAddressee && method == DeliveryMethod.NOT_DUE) {
            throw InvalidInput.of("deliveryMethod", "告知方式", "信访人姓名和联系方式清楚，应当书面告知，请选择告知方式。");
        }
        if (!hasAddressee && (method == DeliveryMethod.POST || method == DeliveryMethod.ELECTRONIC)) {
            throw InvalidInput.of("deliveryMethod", "告知方式", "信访人姓名或者联系方式不清，无从送达，请选择“依法无须告知”或者“当面”。");
        }
    }

    private Paper notify(Petition petition, Acceptance acceptance, OfficerId by) {
        PaperKind kind = acceptance.isAccepted() ? PaperKind.ACCEPTANCE_NOTICE : PaperKind.DECLINE_NOTICE;
        Paper notice = papers.issue(petition.id(), kind, petition.organ(), by, content(petition.id(), acceptance));
        boolean due = acceptance.deliveryMethod() != DeliveryMethod.NOT_DUE;
        papers.sent(
                petition.id(),
                kind,
                acceptance.deliveryMethod(),
                LocalDate.now(clock),
                due ? "" : "信访人姓名或者地址不清，依照第二十三条无须告知");
        return notice;
    }

    private Map<String, String> content(PetitionId id, Acceptance acceptance) {
        Map<String, String> content = new HashMap<>();
        content.put("explanation", acceptance.explanation());
        acceptance
                .declined()
                .ifPresentOrElse(
                        reason -> {
                            content.put("declineReason", reason.label());
                            content.put("whereToGo", acceptance.whereToGo());
                        },
                        () -> deadlines.find(id, ClockKind.D6).ifPresent(handling -> {
                            content.put("acceptedOn", handling.start().on().toString());
                            content.put("dueOn", handling.rawDue().toString());
                        }));
        return content;
    }

    private static Map<String, String> facts(Acceptance acceptance, Paper notice) {
        return acceptance
                .declined()
                .map(reason -> Map.of("number", notice.number(), "declineReason", reason.name()))
                .orElseGet(() -> Map.of("number", notice.number()));
    }
}
