package org.huiyin.casefile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huiyin.engine.EngineClock;

/**
 * Words that stand somewhere in a letter, looked for by the pairs of their characters in casefile.likeness. What is found this
 * way holds the pairs, not yet the words: the question that uses it compares the text itself. Letters that are still to be
 * read for it are always among what is found.
 *
 * <p>A phrase that everybody uses stands in tens of thousands of letters, of which a page shows the newest. So a list by date
 * reads the latest letters first, then looks through the last months, and goes back only while its page is not full.
 *
 * @param latestUntil among the latest letters until this moment, which are compared one by one; the pairs are not asked for
 * @param months the months looked through, the first and the last; all when empty
 */
public record Phrase(Set<Integer> pairs, Optional<Instant> latestUntil, Optional<Months> months) {
    private static final int LATEST = 1_000;
    private static final List<Integer> MONTHS_BACK = List.of(1, 5, 23);
    private static final int MONTHS_IN_A_NUMBER = 100;

    record Months(YearMonth first, YearMonth last) {
        Integer[] codes() {
            return LongStream.rangeClosed(0, ChronoUnit.MONTHS.between(first, last))
                    .mapToObj(later -> month(first.plusMonths(later)))
                    .toArray(Integer[]::new);
        }

        OffsetDateTime begin() {
            return first.atDay(1).atStartOfDay(EngineClock.BEIJING).toOffsetDateTime();
        }
    }

    /** Empty for words too short to have a pair: no index finds them. */
    public static Optional<Phrase> of(String words) {
        Set<Integer> pairs = Wording.pairs(words);
        return pairs.isEmpty() ? Optional.empty() : Optional.of(new Phrase(pairs, Optional.empty(), Optional.empty()));
    }

    /** The operator that compares a text with these words: without letters that have a case a plain one, at a fraction of the price. */
    public static String comparison(String words) {
        return words.toLowerCase(Locale.ROOT).equals(words.toUpperCase(Locale.ROOT)) ? "like" : "ilike";
    }

    /** How far back one looks for a page that ends at this moment: farther and farther, at last through everything. */
    public List<Phrase> backFrom(Instant newest) {
        YearMonth last = YearMonth.from(newest.atZone(EngineClock.BEIJING));
        Stream<Phrase> byMonths = Stream.concat(
                        MONTHS_BACK.stream().map(back -> Optional.of(new Months(last.minusMonths(back), last))),
                        Stream.of(Optional.<Months>empty()))
                .map(some -> new Phrase(pairs, Optional.empty(), some));
        return Stream.concat(Stream.of(new Phrase(pairs, Optional.of(newest), Optional.empty())), byMonths)
                .toList();
    }

    /** On {@code casefile.petition p}, beginning with its {@code and}; the name tells its parameters from those of another. */
    public String condition(String name) {
        if (latestUntil.isPresent()) {
            return """
                    and p.received_at >= coalesce((select n.received_at from casefile.petition n
                        where n.received_at <= :%1$sUntil order by n.received_at desc offset %2$d limit 1), '-infinity')
                    """.formatted(name, LATEST);
        }
        return """
                and p.id in (select l.petition from casefile.likeness l where l.words @> :%1$s::integer[]%2$s
                    union all select u.petition from casefile.unread u)
                %3$s""".formatted(
                name,
                months.map(some -> " and l.words && :" + name + "Months::integer[]")
                        .orElse(""),
                months.map(some -> "and p.received_at >= :" + name + "Since\n").orElse(""));
    }

    public Map<String, Object> parameters(String name) {
        Map<String, Object> all = new HashMap<>();
        latestUntil.ifPresent(until -> all.put(name + "Until", until.atOffset(ZoneOffset.UTC)));
        all.put(name, pairs.toArray(Integer[]::new));
        months.ifPresent(some -> {
            all.put(name + "Months", some.codes());
            all.put(name + "Since", some.begin());
        });
        return all;
    }

    /** As a pair it would begin with U+FFFC or U+FFFD, which are no letters. */
    static int month(YearMonth month) {
        return -(month.getYear() * MONTHS_IN_A_NUMBER + month.getMonthValue());
    }

    @Override
    public String toString() {
        return "Phrase";
    }
}
