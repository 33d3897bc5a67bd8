package org.huiyin.kernel;

import java.util.Optional;

/** 办理程序: how a matter is handled; the first two lead to an answer on what is asked for (article 31). */
public enum Procedure implements Labelled {
    ORDINARY("普通程序"),
    SIMPLIFIED("简易程序"),
    SUGGESTION("建议办理");

    private final String label;

    Procedure(String label) {
        this.label = label;
    }

    /** None before the class is decided, and none where the matter goes another way than to an answer here. */
    public static Optional<Procedure> of(Optional<PetitionClass> decided, Optional<Route> route, boolean simplified) {
        return decided.flatMap(petitionClass -> switch (petitionClass) {
            case SUGGESTION -> Optional.of(SUGGESTION);
            case APPEAL -> route.filter(way -> way == Route.PETITION).map(way -> simplified ? SIMPLIFIED : ORDINARY);
            case ACCUSATION -> Optional.empty();
        });
    }

    @Override
    public String label() {
        return label;
    }
}
