package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.Labelled;

/** Where a petition stands, as lists and the public page say it; the journal moves it. */
public enum PetitionState implements Labelled {
    DRAFT("登记中"),
    REGISTERED("审查中"),
    FORWARDED("已转送"),
    SIGNED_IN("已签收"),
    ACCEPTED("受理"),
    ANSWERED("已作出处理意见"),
    UNDER_REVIEW("复查"),
    REVIEWED("已作出复查意见"),
    ENDED("办结"),
    VOID("已作废");

    private final String label;

    PetitionState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Where these entries lead, one after the other; nothing leads on from an end, and most lead nowhere. */
    static Optional<PetitionState> after(List<JournalKind> entries) {
        Optional<PetitionState> state = Optional.empty();
        for (JournalKind kind : entries) {
            if (state.filter(PetitionState::isFinal).isEmpty() && kind.leadsTo().isPresent()) {
                state = kind.leadsTo();
            }
        }
        return state;
    }

    public boolean isFinal() {
        return this == ENDED || this == VOID;
    }
}
