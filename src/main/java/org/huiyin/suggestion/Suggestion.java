package org.huiyin.suggestion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
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
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A suggestion is studied and answered, adopted or not, and never ends without its reply (R16). */
@Service
@Transactional
@Article("29")
public class Suggestion {
    private final StudyTable studies;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final Clock clock;

    Suggestion(
            StudyTable studies,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            Clock clock) {
        this.studies = studies;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.clock = clock;
    }

    /** From the assignment the reply is due; accepting or declining a suggestion is no question of article 23. */
    void begin(PetitionId id, OfficerId handler) {
        Petition petition = cases.lock(id);
        if (!organs.mayWork(handler, petition.organ(), Role.HANDLE)) {
            throw InvalidInput.of("handler", "承办人", "不是责任单位的承办人员，请指定本单位的承办人。");
        }
        deadlines.stopIfRunning(id, ClockKind.D3, "建议意见依照第二十九条研究答复");
        deadlines.stopIfRunning(id, ClockKind.D4, "建议意见依照第二十九条研究答复");
        deadlines.start(id, ClockKind.D18, clock.instant(), "建议已交承办", petition.organ(), Optional.of(handler));
    }

    void studySuggestion(PetitionId id, StudyText text, OfficerId by) {
        cases.lock(id);
        int version = studies.insert(id, text, by, clock.instant());
        journal.write(
                id,
                JournalKind.STUDIED,
                Map.of(
                        "version", String.valueOf(version),
                        "conclusion", text.conclusion().name()));
    }

    /** The reply is issued and goes out in one step; then the one who suggested may say what he thinks of it. */
    void signReply(PetitionId id, DeliveryMethod method, OfficerId by) {
        Petition petition = cases.lock(id);
        Study study = undecided(id, by);
        refusePublishing(id, method);
        Paper reply = papers.issue(id, PaperKind.SUGGESTION_REPLY, petition.organ(), by, content(study.text()));
        studies.sign(study, by, clock.instant(), reply.number());
        journal.write(id, JournalKind.SIGNED, facts(study, reply));
        papers.sent(id, PaperKind.SUGGESTION_REPLY, method, LocalDate.now(clock), "");
        deadlines.met(id, ClockKind.D18, clock.instant(), reply.number());
        deadlines.start(
                id,
                ClockKind.D22,
                clock.instant(),
                reply.number() + " " + method.label(),
                petition.organ(),
                petition.person());
    }

    void returnReply(PetitionId id, String comment, OfficerId by) {
        cases.lock(id);
        Study study = undecided(id, by);
        studies.giveBack(study, by, clock.instant(), comment);
        journal.write(
                id, JournalKind.RETURNED, Map.of("version", String.valueOf(study.version())), Optional.of(comment));
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Study> studies(PetitionId id) {
        return studies.of(id);
    }

    @Transactional(readOnly = true)
    public Optional<Study> latestStudy(PetitionId id) {
        return studies.latest(id);
    }

    @Transactional(readOnly = true)
    boolean hasAddressee(PetitionId id) {
        return cases.hasAddressee(id);
    }

    /** Two persons: whoever drafted a reply neither signs it nor gives it back. */
    private Study undecided(PetitionId id, OfficerId by) {
        Study study = studies.latest(id)
                .filter(latest -> !latest.isDecided())
                .orElseThrow(() -> new IllegalStateException("petition " + id + " has no reply to sign"));
        if (study.drafter().equals(by)) {
            throw InvalidInput.of("decision", "决定", "签发人不得是拟写人，请交由本单位其他负责人审签。");
        }
        return study;
    }

    private void refusePublishing(PetitionId id, DeliveryMethod method) {
        if (method == DeliveryMethod.NOT_DUE) {
            throw InvalidInput.of("deliveryMethod", "送达方式", "建议答复必须送达或者公布，请选择送达方式。");
        }
        if (method == DeliveryMethod.PUBLISHED && cases.hasAddressee(id)) {
            throw InvalidInput.of("deliveryMethod", "送达方式", "建议人姓名和联系方式清楚，应当送达，请选择送达方式。");
        }
    }

    private static Map<String, String> facts(Study study, Paper reply) {
        return Map.of("version", String.valueOf(study.version()), "number", reply.number());
    }

    private static Map<String, String> content(StudyText text) {
        return Map.of(
                "conclusion", text.conclusion().label(),
                "conclusionReason", text.conclusionReason(),
                "reply", text.reply());
    }
}
