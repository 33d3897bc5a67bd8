package org.huiyin.intake;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.engine.DecisionRow;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.Route;

/**
 * 系统建议: the class, and for 申诉求决 the route, that the tables propose for a petition, each with the row that fired. An
 * officer decides (R21); where a row rests on signs he says why he sees it otherwise.
 */
record Proposal(Answer<PetitionClass> petitionClass, Optional<Answer<Route>> route, Signs signs) {
    /**
     * @param row id of the row that fired
     * @param explained whoever decides otherwise gives a reason
     */
    record Answer<E extends Enum<E> & Labelled>(E value, String row, String reason, String basis, boolean explained) {
        static <E extends Enum<E> & Labelled> Answer<E> of(DecisionRow row, String output, Class<E> type) {
            return new Answer<>(
                    Enum.valueOf(type, row.text(output)),
                    row.rule(),
                    row.text("reason"),
                    row.text("basis"),
                    row.flag("explained"));
        }

        private String words(String what) {
            return what + "：" + value.label() + "。" + reason + "。（依据" + basis + "；规则 " + row + "）";
        }
    }

    /** Whether this decision overrules a row that rests on signs. */
    boolean isOverruledBy(Classification decision) {
        boolean otherClass = decision.petitionClass() != petitionClass.value();
        boolean otherRoute = !otherClass && !decision.route().equals(route.map(Answer::value));
        return (otherClass && petitionClass.explained())
                || (otherRoute && route.filter(Answer::explained).isPresent());
    }

    /** Class and route as proposed, whatever the rows rest on. */
    boolean isFollowedBy(Classification decision) {
        return decision.petitionClass() == petitionClass.value()
                && decision.route().equals(route.map(Answer::value));
    }

    /** For the officer who decides: what is proposed, why, by which row, and the words it was read from. */
    String words() {
        String found = Stream.of(Mark.values())
                .filter(mark -> !signs.words(mark).isEmpty())
                .map(mark -> mark.label() + "：" + String.join("、", signs.words(mark)))
                .collect(Collectors.joining("；"));
        return Stream.of(
                        Optional.of(petitionClass.words("类别建议")),
                        route.map(proposed -> proposed.words("途径建议")),
                        Optional.of(found).filter(text -> !text.isEmpty()).map(text -> "来信中的用语：" + text + "。"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "Proposal[" + petitionClass.row() + "]";
    }
}
