package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;

/** All of one petition that a screen may show at once; a draft has no letter yet. */
public record CaseSheet(
        Petition petition,
        String organName,
        Optional<String> personName,
        Optional<Letter> letter,
        List<MaskedPerson> people,
        List<TimelineEntry> timeline) {
    @Override
    public String toString() {
        return "CaseSheet[" + petition.id() + "]";
    }
}
