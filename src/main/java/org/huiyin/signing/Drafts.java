package org.huiyin.signing;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.Papers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One officer drafts, another signs or gives back, as often as it takes; what is signed gets its number at once. */
@Service
@Transactional
public class Drafts {
    private final DraftTable table;
    private final CaseFile cases;
    private final Journal journal;
    private final Papers papers;
    private final Clock clock;

    Drafts(DraftTable table, CaseFile cases, Journal journal, Papers papers, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.journal = journal;
        this.papers = papers;
        this.clock = clock;
    }

    /** Keeps the next version and returns its number; what it says is read by the one who signs, and by nobody in the engine. */
    public <T extends DraftText> int submit(PetitionId id, DraftKind<T> kind, T text, OfficerId by) {
        cases.lock(id);
        int version = table.insert(id, kind, text, by, clock.instant());
        Map<String, String> facts = new HashMap<>(text.facts());
        facts.put("version", String.valueOf(version));
        journal.write(id, kind.drafted(), facts);
        return version;
    }

    /**
     * Issues the paper in the name of the organ.
     *
     * @throws InvalidInput when the officer drafted this version himself
     */
    public <T extends DraftText> Paper sign(PetitionId id, DraftKind<T> kind, OrganId organ, OfficerId by) {
        cases.lock(id);
        Draft<T> draft = undecided(id, kind, by);
        Paper paper = papers.issue(id, kind.paper(), organ, by, draft.text().printed());
        table.sign(draft, kind, by, clock.instant(), paper.number());
        journal.write(id, JournalKind.SIGNED, Map.of("version", version(draft), "number", paper.number()));
        return paper;
    }

    /**
     * Issues a paper of the same words in another matter, by the same two persons, for which the one matter was signed just now.
     *
     * @param signed the matter whose latest draft has its number
     */
    public <T extends DraftText> Paper signByReference(
            PetitionId id, PetitionId signed, DraftKind<T> kind, OrganId organ, OfficerId by) {
        cases.lock(id);
        Draft<T> original = table.latest(signed, kind)
                .filter(Draft::isSigned)
                .orElseThrow(() -> new IllegalStateException("petition " + signed + " has nothing signed to refer to"));
        table.insert(id, kind, original.text(), original.drafter(), clock.instant());
        Draft<T> draft = undecided(id, kind, by);
        Paper paper = papers.issue(id, kind.paper(), organ, by, draft.text().printed());
        table.sign(draft, kind, by, clock.instant(), paper.number());
        journal.write(id, JournalKind.SIGNED, Map.of("version", version(draft), "number", paper.number()));
        return paper;
    }

    /**
     * Back to the drafter, with what there is to mend.
     *
     * @throws InvalidInput when the officer drafted this version himself
     */
    public <T extends DraftText> void giveBack(PetitionId id, DraftKind<T> kind, String comment, OfficerId by) {
        cases.lock(id);
        Draft<T> draft = undecided(id, kind, by);
        table.giveBack(draft, kind, by, clock.instant(), comment);
        journal.write(id, JournalKind.RETURNED, Map.of("version", version(draft)), Optional.of(comment));
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public <T extends DraftText> List<Draft<T>> of(PetitionId id, DraftKind<T> kind) {
        return table.of(id, kind);
    }

    /** The version that is being worked on, waits for the signature or has it. */
    @Transactional(readOnly = true)
    public <T extends DraftText> Optional<Draft<T>> latest(PetitionId id, DraftKind<T> kind) {
        return table.latest(id, kind);
    }

    /** Two persons: whoever drafted a paper neither signs it nor gives it back. */
    @Article("32")
    private <T extends DraftText> Draft<T> undecided(PetitionId id, DraftKind<T> kind, OfficerId by) {
        Draft<T> draft = table.latest(id, kind)
                .filter(latest -> !latest.isDecided())
                .orElseThrow(() -> new IllegalStateException("petition " + id + " has no draft to sign"));
        if (draft.drafter().equals(by)) {
            throw InvalidInput.of("decision", "决定", "签发人不得是拟写人，请交由本单位其他负责人审签。");
        }
        return draft;
    }

    private static String version(Draft<?> draft) {
        return String.valueOf(draft.version());
    }
}
