package org.huiyin.casefile;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** By what a letter is found again: the print of its text, and the pairs of its title, its place and the names in it. */
record Likeness(String print, Set<Integer> pairs) {
    private static final int MOST = 48;

    static Likeness of(String title, String place, String content) {
        Set<Integer> pairs = new LinkedHashSet<>(Wording.pairs(title));
        Whereabouts.of(title, place, content).telling().forEach(name -> pairs.addAll(Wording.pairs(name)));
        return new Likeness(
                Wording.print(content),
                pairs.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    String pairsAsText() {
        return pairs.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "Likeness[" + pairs.size() + " pairs]";
    }
}
