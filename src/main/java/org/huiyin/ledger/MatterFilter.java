package org.huiyin.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huiyin.casefile.EnterpriseSize;
import org.huiyin.casefile.Source;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.OrganId;

/**
 * How every list narrows: by the worst of a matter's running clocks, by where it came from, by an enterprise that petitions,
 * by a focus topic, by the place of the problem with all that lies in it, by being major or urgent. What is not asked for stands in no question, so that
 * the database plans for what is.
 *
 * @param enterprises sizes of the petitioning enterprise; empty when it need not be one
 * @param topic code of a focus topic
 * @param territory the place as it was asked for
 * @param within the place and all places in it
 */
public record MatterFilter(
        Optional<Lamp> lamp,
        Optional<Source> source,
        Set<EnterpriseSize> enterprises,
        Optional<String> topic,
        Optional<OrganId> territory,
        Set<OrganId> within,
        boolean urgent) {
    /** Asks for nothing. */
    public static final MatterFilter NONE = new MatterFilter(
            Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Set.of(), false);

    /**
     * Where a list in the order of receipt is read from. A lamp leads to its matters along the clocks, which know when each was
     * received: what was received last is green, and to find fifty others the register would have to be walked a long way.
     *
     * @param from the tables, with {@code casefile.petition p} among them
     * @param receivedAt the column of the order
     * @param number the column that follows in the order
     * @param conditions each beginning with its {@code and}
     */
    public record ByReceipt(String from, String receivedAt, String number, String conditions) {}

    public ByReceipt byReceipt() {
        if (lamp.isEmpty()) {
            return alongTheRegister();
        }
        return new ByReceipt(
                "deadline.clock l join casefile.petition p on p.id = l.petition",
                "l.received_at",
                "l.petition",
                """
                and l.state = 'RUNNING' and l.lamp = :lamp
                and not exists (select 1 from deadline.clock k
                    where k.petition = l.petition and k.state = 'RUNNING'
                        and (k.lamp = any(:worse) or k.lamp = :lamp and k.id < l.id))
                """ + besideLamp());
    }

    public ByReceipt alongTheRegister() {
        return new ByReceipt("casefile.petition p", "p.received_at", "p.id", conditions());
    }

    /** Each a condition on {@code casefile.petition p}, beginning with its {@code and}. */
    public String conditions() {
        return lamp.map(worst -> """
                and exists (select 1 from deadline.clock k
                    where k.petition = p.id and k.state = 'RUNNING' and k.lamp = :lamp)
                and not exists (select 1 from deadline.clock k
                    where k.petition = p.id and k.state = 'RUNNING' and k.lamp = any(:worse))
                """).orElse("") + besideLamp();
    }

    /** Few matters are an enterprise's or urgent: all of them are read at once (offset 0), not each matter of the register asked. */
    private String besideLamp() {
        List<String> all = new ArrayList<>();
        source.ifPresent(from -> all.add("""
                and exists (select 1 from casefile.circumstance s where s.petition = p.id and s.source = :source%s)
                """.formatted(from == Source.DIRECT ? "" : " and s.source <> 'DIRECT'")));
        if (!enterprises.isEmpty()) {
            all.add("""
                    and p.id in (select e.petition from casefile.person e
                        where e.enterprise_size = any(:enterprises) offset 0)
                    """);
        }
        topic.ifPresent(code -> all.add("""
                and exists (select 1 from casefile.petition_topic t where t.petition = p.id and t.topic = :topic)
                """));
        territory.ifPresent(place -> all.add("""
                and exists (select 1 from casefile.circumstance w
                    where w.petition = p.id and w.territory = any(:within))
                """));
        if (urgent) {
            all.add("""
                    and p.id in (select a.petition from urgent.alert a where a.withdrawn_at is null offset 0)
                    """);
        }
        return String.join("", all);
    }

    public Map<String, Object> parameters() {
        Map<String, Object> all = new HashMap<>();
        lamp.ifPresent(worst -> {
            all.put("lamp", worst.name());
            all.put("worse", worseThan(worst));
        });
        source.ifPresent(from -> all.put("source", from.name()));
        if (!enterprises.isEmpty()) {
            all.put("enterprises", enterprises.stream().map(Enum::name).toArray(String[]::new));
        }
        topic.ifPresent(code -> all.put("topic", code));
        territory.ifPresent(
                place -> all.put("within", within.stream().map(OrganId::value).toArray(String[]::new)));
        return all;
    }

    /** What an export is recorded with. */
    Map<String, String> recorded() {
        Map<String, String> facts = new TreeMap<>();
        lamp.ifPresent(worst -> facts.put("lamp", worst.name()));
        source.ifPresent(from -> facts.put("source", from.name()));
        if (!enterprises.isEmpty()) {
            facts.put(
                    "enterprise",
                    Arrays.stream(EnterpriseSize.values())
                            .filter(enterprises::contains)
                            .map(Enum::name)
                            .collect(Collectors.joining(",")));
        }
        topic.ifPresent(code -> facts.put("topic", code));
        territory.ifPresent(place -> facts.put("region", place.value()));
        if (urgent) {
            facts.put("urgent", "true");
        }
        return facts;
    }

    private static String[] worseThan(Lamp lamp) {
        return Arrays.stream(Lamp.values())
                .filter(other -> other.compareTo(lamp) > 0)
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
