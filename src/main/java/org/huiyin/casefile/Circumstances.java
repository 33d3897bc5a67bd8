package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/**
 * What is known of a matter beside its text and its people.
 *
 * @param outcomeOwed the deputy who passed it on is to be told the outcome (R50)
 * @param affectedCount 涉及人数: how many people the matter concerns, which is not how many came
 * @param territory 问题属地: the government or street where the problem is, not where the petitioner lives
 * @param contentClass code of the class of content, down to the level that is known
 * @param topics codes of focus topics (R33)
 * @param discovered found by staff without a petitioner's complaint (R15)
 * @param proceedings what has been done with it elsewhere, as far as somebody said so
 * @param origin the petition it was split from
 */
public record Circumstances(
        Source source,
        boolean outcomeOwed,
        Optional<Integer> affectedCount,
        Optional<OrganId> territory,
        Optional<String> contentClass,
        List<String> topics,
        boolean discovered,
        List<Proceeding> proceedings,
        Optional<PetitionId> origin) {
    private static final int MOST_AFFECTED = 10_000_000;

    public Circumstances {
        Typed typed = new Typed();
        topics = topics.stream().distinct().toList();
        proceedings = proceedings.stream().distinct().sorted().toList();
        typed.must(
                affectedCount.map(count -> count >= 1 && count <= MOST_AFFECTED).orElse(true),
                "affectedCount",
                "涉及人数",
                "应为1至10000000之间的整数。");
        typed.refuseWrong();
    }

    /** Nothing is known but how it came. */
    public static Circumstances of(Channel channel) {
        return new Circumstances(
                Source.of(channel),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                List.of(),
                Optional.empty());
    }

    /** Which of the items it is that was taken to court is for whoever splits the letter to know. */
    Circumstances splitFrom(PetitionId origin, Optional<String> itsClass) {
        return new Circumstances(
                source,
                outcomeOwed,
                affectedCount,
                territory,
                itsClass,
                topics,
                discovered,
                List.of(),
                Optional.of(origin));
    }
}
