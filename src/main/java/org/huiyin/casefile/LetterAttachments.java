package org.huiyin.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 来信附件: which attachments a file shows when its letter was split. What came before belongs to the letter: it is shown at the
 * items to which whoever split it gave it, under the rights of that item. What he gave to none is part of the letter as a whole
 * and is shown where that is, never beside an open item while another one is, or may yet be, an accusation.
 */
@Service
@Article("21, 30")
public class LetterAttachments {
    private final LetterAttachmentTable table;
    private final AttachmentTable attachments;
    private final SplitTable splits;
    private final CaseFile cases;
    private final Bars bars;
    private final Journal journal;
    private final Clock clock;

    LetterAttachments(
            LetterAttachmentTable table,
            AttachmentTable attachments,
            SplitTable splits,
            CaseFile cases,
            Bars bars,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.attachments = attachments;
        this.splits = splits;
        this.cases = cases;
        this.bars = bars;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came with the letter first. Whether the reader may see the petition is the caller's to decide. */
    @Transactional(readOnly = true)
    public List<FiledAttachment> at(Petition item, OfficerId reader) {
        List<Attachment> own = attachments.of(item.id());
        PetitionId root = root(item.id());
        List<LetterAttachment> ofLetter = table.of(root);
        if (ofLetter.isEmpty()) {
            return own.stream().map(FiledAttachment::own).toList();
        }
        boolean harmless = splits.isHarmless(root);
        boolean whole = isWholeShown(item, root, harmless, reader);
        Set<Integer> came = ofLetter.stream()
                .map(LetterAttachment::attachment)
                .filter(attachment -> attachment.petition().equals(item.id()))
                .map(Attachment::number)
                .collect(Collectors.toSet());
        return Stream.concat(
                        ofLetter.stream()
                                .filter(one -> one.isGivenTo(item.id()) || (whole && (harmless || one.isOfTheWhole())))
                                .map(one -> FiledAttachment.ofLetter(one, item.id(), mayKnow(one, item, reader))),
                        own.stream()
                                .filter(attachment -> !came.contains(attachment.number()))
                                .map(FiledAttachment::own))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<FiledAttachment> find(Petition item, String key, OfficerId reader) {
        return at(item, reader).stream()
                .filter(filed -> filed.key().equals(key))
                .findFirst();
    }

    /** All that lies here came with the letter; each item gets what was chosen for it, by the keys of the letter's list. */
    @Transactional
    public void divide(PetitionId letter, Map<PetitionId, List<String>> chosen, OfficerId by) {
        Petition petition = cases.lock(letter);
        PetitionId root = root(letter);
        Set<Attachment> visible =
                at(petition, by).stream().map(FiledAttachment::attachment).collect(Collectors.toSet());
        table.keep(letter, root);
        Map<String, Long> ids = table.of(root).stream()
                .filter(one -> visible.contains(one.attachment()))
                .collect(Collectors.toMap(
                        one -> FiledAttachment.ofLetter(one, letter, false).key(), LetterAttachment::id));
        chosen.forEach((item, keys) -> {
            if (!keys.isEmpty()) {
                table.give(keys.stream().map(ids::get).toList(), item, by, clock.instant());
                journal.write(
                        item,
                        JournalKind.LETTER_ATTACHMENTS_GIVEN,
                        Map.of("count", String.valueOf(keys.stream().distinct().count())));
            }
        });
    }

    /** As the text of the letter is: see {@link CircumstanceView}. */
    private boolean isWholeShown(Petition item, PetitionId root, boolean harmless, OfficerId reader) {
        boolean notYetTold = item.petitionClass().isEmpty() && !splits.hasSealed(root);
        return (item.sealed() || harmless || notYetTold)
                && bars.hidden(reader, splits.family(root, true)).isEmpty();
    }

    private boolean mayKnow(LetterAttachment one, Petition item, OfficerId reader) {
        Petition origin = cases.get(one.attachment().petition());
        return (item.sealed() || !origin.sealed()) && bars.mayKnow(reader, origin);
    }

    private PetitionId root(PetitionId id) {
        return cases.circumstances(id).origin().orElse(id);
    }
}
