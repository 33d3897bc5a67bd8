package org.huiyin.casefile;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.engine.EngineClock;

/**
 * By what a letter is found again: the print of its text; the pairs of its title, its place and the names in it, for its like;
 * all pairs of all its words with the month it came in, for whoever looks for a phrase.
 */
record Likeness(String print, Set<Integer> pairs, Set<Integer> words) {
    private static final int MOST = 48;

    static Likeness of(String title, String place, String content) {
        Set<Integer> pairs = new LinkedHashSet<>(Wording.pairs(title));
        Whereabouts.of(title, place, content).telling().forEach(name -> pairs.addAll(Wording.pairs(name)));
        return new Likeness(
                Wording.print(content),
                pairs.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new)),
                Set.of());
    }

    static Likeness of(Registration letter) {
        return of(
                letter.title(),
                letter.place(),
                letter.subject(),
                letter.content(),
                YearMonth.from(letter.receivedAt().atZone(EngineClock.BEIJING)));
    }

    static Likeness of(String title, String place, String subject, String content, YearMonth received) {
        Likeness known = of(title, place, content);
        Set<Integer> words = new HashSet<>();
        words.add(Phrase.month(received));
        for (String text : List.of(title, content, place, subject)) {
            words.addAll(Wording.pairs(text));
        }
        return new Likeness(known.print, known.pairs, words);
    }

    String pairsAsText() {
        return asText(pairs);
    }

    String wordsAsText() {
        return asText(words);
    }

    private static String asText(Set<Integer> pairs) {
        return pairs.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "Likeness[" + pairs.size() + " pairs]";
    }
}
