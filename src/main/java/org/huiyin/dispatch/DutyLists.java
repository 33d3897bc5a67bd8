package org.huiyin.dispatch;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huiyin.casefile.Letter;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Duty;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/**
 * Looks for a matter on the duty lists of the organs. A duty is listed when words of it stand in the letter; a word counts the
 * more, the fewer duties share it, so that 管理 or 服务 alone say little and nobody keeps a list of stop words.
 */
@Component
class DutyLists {
    private static final Pattern BETWEEN_MATTERS = Pattern.compile("[、，,；;与和及或的]");
    private static final int WORD = 2;
    /** What the petitioner put into the title or the demand is the matter; what he tells besides may be anything. */
    private static final double IN_THE_HEADING = 1;

    private static final double IN_THE_TEXT = 0.4;
    /** Below this the words met by chance. */
    private static final double LEAST = 0.5;
    /** An organ whose duty fits not half as well as another's is not meant. */
    private static final double OF_THE_BEST = 0.5;
    /** A duty of another class of content than the registered one. */
    private static final double OTHER_CLASS = 0.5;

    private final Organs organs;

    DutyLists(Organs organs) {
        this.organs = organs;
    }

    /** How well the best duty of an organ fits. */
    record Fit(DutyMatch match, double weight, Optional<Duty> duty) {
        static final Fit NONE = new Fit(DutyMatch.NONE, 0, Optional.empty());
    }

    /** For each of these organs; what is listed is measured by the best of them. */
    Map<OrganId, Fit> fits(Letter letter, List<Organ> among) {
        Words words = new Words(organs.receivers().stream()
                .flatMap(organ -> organs.duties(organ.id()).stream())
                .toList());
        Map<OrganId, Fit> fits =
                among.stream().collect(toMap(Organ::id, organ -> best(words, letter, organs.duties(organ.id()))));
        double best = fits.values().stream().mapToDouble(Fit::weight).max().orElse(0);
        fits.replaceAll((organ, fit) -> judged(fit, best, letter));
        return fits;
    }

    /** The duty of this organ that the matter belongs to (R35), measured by the lists of all organs. */
    Optional<Duty> ownDuty(Letter letter, OrganId organ) {
        Fit fit = fits(letter, organs.receivers()).getOrDefault(organ, Fit.NONE);
        return fit.match() == DutyMatch.LISTED ? fit.duty() : Optional.empty();
    }

    private Fit judged(Fit fit, double best, Letter letter) {
        boolean listed = fit.weight() >= LEAST && fit.weight() >= best * OF_THE_BEST;
        boolean sameClass = fit.duty().filter(duty -> isOf(letter, duty)).isPresent();
        DutyMatch match = listed ? DutyMatch.LISTED : sameClass ? DutyMatch.CLASS : DutyMatch.NONE;
        return new Fit(match, fit.weight(), match == DutyMatch.NONE ? Optional.empty() : fit.duty());
    }

    private static Fit best(Words words, Letter letter, List<Duty> duties) {
        return duties.stream()
                .map(duty -> new Fit(DutyMatch.NONE, words.weight(letter, duty), Optional.of(duty)))
                .max(Comparator.comparingDouble(Fit::weight)
                        .thenComparing(fit ->
                                fit.duty().filter(duty -> isOf(letter, duty)).isPresent()))
                .orElse(Fit.NONE);
    }

    private static boolean isOf(Letter letter, Duty duty) {
        return duty.subject().equals(letter.subject().strip());
    }

    /** The words of all duties with what each is worth. */
    private static final class Words {
        private final Map<String, Double> worth;
        private final Set<String> classes;

        Words(List<Duty> duties) {
            Set<String> matters = duties.stream().flatMap(Words::matters).collect(toSet());
            this.worth = matters.stream()
                    .flatMap(matter -> words(matter).stream())
                    .collect(toMap(word -> word, word -> 1.0, Double::sum));
            worth.replaceAll((word, sharing) -> 1 / sharing);
            this.classes = duties.stream().map(Duty::subject).collect(toSet());
        }

        double weight(Letter letter, Duty duty) {
            String heading = letter.subject() + '\n' + letter.title() + '\n' + letter.demand();
            double weight = 0;
            for (String word : new HashSet<>(
                    matters(duty).flatMap(matter -> words(matter).stream()).toList())) {
                double place = heading.contains(word)
                        ? IN_THE_HEADING
                        : letter.content().contains(word) ? IN_THE_TEXT : 0;
                weight += place * worth.getOrDefault(word, 0.0);
            }
            boolean elsewhere = classes.contains(letter.subject().strip()) && !isOf(letter, duty);
            return elsewhere ? weight * OTHER_CLASS : weight;
        }

        private static Stream<String> matters(Duty duty) {
            return BETWEEN_MATTERS.splitAsStream(duty.matters()).filter(matter -> matter.length() >= WORD);
        }

        private static Set<String> words(String matter) {
            return IntStream.rangeClosed(0, matter.length() - WORD)
                    .mapToObj(at -> matter.substring(at, at + WORD))
                    .collect(toSet());
        }
    }
}
