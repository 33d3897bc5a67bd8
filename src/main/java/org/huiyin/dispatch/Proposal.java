package org.huiyin.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huiyin.kernel.OrganId;

/**
 * What routing.dmn proposes for one petition, best first (R6). It changes nothing until a person has taken it on (R21).
 *
 * @param undetermined the words of the row that fires when no organ does
 */
record Proposal(List<Candidate> candidates, String row, String undetermined) {
    static final int SHOWN = 3;
    private static final List<String> RANKS = List.of("建议：", "第二候选：", "第三候选：");

    Optional<Candidate> first() {
        return candidates.stream().findFirst();
    }

    boolean isFor(OrganId organ) {
        return first().filter(best -> best.organ().equals(organ)).isPresent();
    }

    List<Candidate> shown() {
        return candidates.stream().limit(SHOWN).toList();
    }

    /** A line for each of the first three, as the dispatcher reads them. */
    String inWords() {
        return candidates.isEmpty()
                ? undetermined + "。"
                : IntStream.range(0, shown().size())
                        .mapToObj(at -> RANKS.get(at) + candidates.get(at).name() + "。"
                                + candidates.get(at).reason() + "。")
                        .collect(Collectors.joining("\n"));
    }
}
