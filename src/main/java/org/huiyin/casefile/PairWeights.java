package org.huiyin.casefile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much each pair of characters tells: the fewer letters it stands in, the more. Counted in a sample of the register. */
final class PairWeights {
    private final Map<Integer, Integer> letters;
    private final int sample;

    private PairWeights(Map<Integer, Integer> letters, int sample) {
        this.letters = letters;
        this.sample = sample;
    }

    static PairWeights of(Iterable<String> sample) {
        Map<Integer, Integer> letters = new HashMap<>();
        int size = 0;
        for (String text : sample) {
            size++;
            Wording.pairs(text).forEach(pair -> letters.merge(pair, 1, Integer::sum));
        }
        letters.values().removeIf(count -> count == 1);
        return new PairWeights(letters, size);
    }

    double of(int pair) {
        return 1 + Math.log((1.0 + sample) / (1 + letters.getOrDefault(pair, 0)));
    }

    /** In which part of all letters it stands, as far as the sample tells. */
    double share(int pair) {
        return sample == 0 ? 0 : letters.getOrDefault(pair, 0) / (double) sample;
    }

    /** Those that tell the most, rarest first. */
    List<Integer> rarest(Set<Integer> pairs, int most) {
        return pairs.stream()
                .sorted(Comparator.comparingInt((Integer pair) -> letters.getOrDefault(pair, 0)))
                .limit(most)
                .toList();
    }
}
