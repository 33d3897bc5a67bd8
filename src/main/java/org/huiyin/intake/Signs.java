package org.huiyin.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words of a letter are signs of. Each word counts once, twice when it stands in the heading; one that is denied
 * (不是举报), or has not happened yet (否则将向法院起诉), does not count.
 *
 * @param scores never more than {@link #MOST}: beyond that, more words say no more
 * @param words the words found, in the order of the list
 */
record Signs(Map<Mark, Integer> scores, Map<Mark, List<String>> words) {
    static final int MOST = 9;

    private static final int REACH_OF_A_NEGATION = 6;
    private static final int IN_THE_HEADING = 2;
    private static final Pattern CLAUSE_BEFORE = Pattern.compile("[^\\s，。！？；：、,.!?;:“”\"（）()《》]*$");

    /** A row of the list of words. */
    record Word(Mark mark, String text, int weight) {}

    Signs {
        scores = Map.copyOf(scores);
        words = Map.copyOf(words);
    }

    static Signs in(String heading, String body, List<Word> list) {
        Denials denials = Denials.of(list);
        Map<Mark, Integer> scores = new EnumMap<>(Mark.class);
        Map<Mark, List<String>> words = new EnumMap<>(Mark.class);
        for (Word word : list) {
            int weight = word.mark().isAboutNegation() ? 0 : weight(word, heading, body, denials);
            if (weight > 0) {
                scores.merge(word.mark(), weight, (one, other) -> Math.min(MOST, one + other));
                words.computeIfAbsent(word.mark(), mark -> new ArrayList<>()).add(word.text());
            }
        }
        scores.replaceAll((mark, score) -> Math.min(MOST, score));
        return new Signs(scores, words);
    }

    int of(Mark mark) {
        return scores.getOrDefault(mark, 0);
    }

    List<String> words(Mark mark) {
        return words.getOrDefault(mark, List.of());
    }

    /** The scores as a table is told them, beside other facts. */
    Map<String, Object> facts(Map<String, Object> others) {
        Map<String, Object> facts = new HashMap<>(others);
        for (Mark mark : Mark.values()) {
            facts.put(mark.fact(), of(mark));
        }
        return facts;
    }

    private static int weight(Word word, String heading, String body, Denials denials) {
        if (stands(word.text(), heading, denials)) {
            return word.weight() * IN_THE_HEADING;
        }
        return stands(word.text(), body, denials) ? word.weight() : 0;
    }

    /** At least once without being denied. */
    private static boolean stands(String word, String text, Denials denials) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (!denials.deny(text.substring(Math.max(0, at - REACH_OF_A_NEGATION), at))) {
                return true;
            }
        }
        return false;
    }

    private record Denials(Set<String> negations, Set<String> onlyAlike) {
        static Denials of(List<Word> list) {
            return new Denials(texts(list, Mark.NEGATION), texts(list, Mark.NOT_NEGATION));
        }

        private static Set<String> texts(List<Word> list, Mark mark) {
            return Set.copyOf(list.stream()
                    .filter(word -> word.mark() == mark)
                    .map(Word::text)
                    .toList());
        }

        /** Whether what stands right before a word, in the same clause, denies it. */
        boolean deny(String before) {
            var clause = CLAUSE_BEFORE.matcher(before);
            String near = clause.find() ? clause.group() : "";
            for (String alike : onlyAlike) {
                near = near.replace(alike, " ");
            }
            return negations.stream().anyMatch(near::contains);
        }
    }

    /** Names no word of a letter: records end up in logs. */
    @Override
    public String toString() {
        return "Signs" + scores;
    }
}
