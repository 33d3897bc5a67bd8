package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The circumstances of a petition for screens; whether the one who asks may see the petition is the caller's to decide. */
@Service
public class CircumstanceView {
    private final CaseFile cases;
    private final LetterTable letters;
    private final SplitTable splits;
    private final TopicTable topics;
    private final Territories territories;
    private final ContentClasses classes;

    CircumstanceView(
            CaseFile cases,
            LetterTable letters,
            SplitTable splits,
            TopicTable topics,
            Territories territories,
            ContentClasses classes) {
        this.cases = cases;
        this.letters = letters;
        this.splits = splits;
        this.topics = topics;
        this.territories = territories;
        this.classes = classes;
    }

    /** Empty for a draft. */
    @Transactional(readOnly = true)
    public Optional<CircumstanceSheet> of(PetitionId id, Circle viewer) {
        Petition petition = cases.get(id);
        if (petition.sealed() && viewer == Circle.OUTSIDE) {
            throw new NoSuchPetition(id);
        }
        return letters.circumstances(id).map(known -> sheet(petition, known, viewer));
    }

    private CircumstanceSheet sheet(Petition petition, Circumstances known, Circle viewer) {
        PetitionId root = known.origin().orElse(petition.id());
        List<Topic> its = known.topics().isEmpty()
                ? List.of()
                : topics.all().stream()
                        .filter(topic -> known.topics().contains(topic.code()))
                        .toList();
        return new CircumstanceSheet(
                known.source(),
                known.source().label(),
                known.outcomeOwed(),
                petition.visitorCount(),
                known.affectedCount(),
                petition.isCollectiveVisit(),
                petition.isJoint(),
                known.territory().map(territories::name).orElse(""),
                known.contentClass()
                        .flatMap(classes::find)
                        .map(ContentClass::path)
                        .orElse(""),
                its,
                known.discovered(),
                known.proceedings(),
                known.origin().filter(origin -> mayKnow(origin, viewer)),
                splits.family(root, viewer == Circle.INSIDE).stream()
                        .filter(item -> !item.equals(petition.id()))
                        .toList(),
                wholeLetter(petition, root, viewer));
    }

    private boolean mayKnow(PetitionId origin, Circle viewer) {
        return viewer == Circle.INSIDE || !cases.get(origin).sealed();
    }

    /**
     * The letter as a whole may hold an accusation that was split off: to others than its circle it is shown until the
     * class of this item is decided, and afterwards only when all items are known to be no accusation.
     */
    @Article("30")
    private Optional<Letter> wholeLetter(Petition petition, PetitionId root, Circle viewer) {
        return splits.wholeLetter(root)
                .filter(letter -> viewer == Circle.INSIDE
                        || (petition.petitionClass().isEmpty() && !splits.hasSealed(root))
                        || splits.isHarmless(root));
    }
}
