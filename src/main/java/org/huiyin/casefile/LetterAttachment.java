package org.huiyin.casefile;

import java.util.Set;
import org.huiyin.kernel.PetitionId;

/** What had come with a letter when it was split, and the items it was given to. */
record LetterAttachment(long id, Attachment attachment, Set<PetitionId> items) {
    LetterAttachment {
        items = Set.copyOf(items);
    }

    boolean isGivenTo(PetitionId item) {
        return items.contains(item);
    }

    boolean isOfTheWhole() {
        return items.isEmpty();
    }

    @Override
    public String toString() {
        return "LetterAttachment[" + id + "]";
    }
}
