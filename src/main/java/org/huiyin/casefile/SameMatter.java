package org.huiyin.casefile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 同一信访事项: which matters in the register may be the one in hand. Proposed with reasons, at most ten, the best first;
 * nothing is merged, refused or closed by it.
 */
@Service
@Transactional
public class SameMatter {
    private static final int MOST = 10;
    private static final int RAREST = 16;
    private static final int SAMPLE = 3_000;
    private static final int READ_ON = 200;
    private static final int ROWS_TO_COMPARE = 6_000;
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final SameMatterTable table;
    private final LetterTable letters;
    private final PersonTable people;
    private final CaseFile cases;
    private final WorkInHand work;
    private volatile Counted counted = new Counted(PairWeights.of(List.of()), Long.MIN_VALUE);

    SameMatter(SameMatterTable table, LetterTable letters, PersonTable people, CaseFile cases, WorkInHand work) {
        this.table = table;
        this.letters = letters;
        this.people = people;
        this.cases = cases;
        this.work = work;
    }

    /** For what is being typed, or for a petition as {@link #candidates(PetitionId, Sight)} does. */
    public List<Candidate> candidates(Probe probe, Sight sight) {
        return candidates(probe, Optional.empty(), sight);
    }

    private List<Candidate> candidates(Probe probe, Optional<PetitionId> accusation, Sight sight) {
        readOn(READ_ON);
        PairWeights weights = weights();
        Resemblance resemblance = new Resemblance(probe, weights);
        return table.find(keys(probe, accusation, weights), probe.self(), sight).stream()
                .map(resemblance::with)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Candidate::score)
                        .thenComparing(Candidate::receivedAt)
                        .reversed())
                .limit(MOST)
                .toList();
    }

    /**
     * For a petition in the register; a draft has nothing to be compared yet. Who wrote a confidential one is not looked for by
     * whoever may not know it: what is found by him would tell who he is. Whom an accusation accuses is looked for by its circle.
     */
    public List<Candidate> candidates(PetitionId id, Sight sight) {
        Petition petition = cases.get(id);
        boolean known = sight.knowsPeopleOf(petition) || work.handles(sight.reader(), id);
        Optional<PetitionId> accusation = Optional.of(id).filter(found -> petition.sealed() && sight.sees(petition));
        return probe(id, known)
                .map(probe -> candidates(probe, accusation, sight))
                .orElse(List.of());
    }

    /** What speaks for these two being the same, for a link; of its people only if neither is confidential, for many read it. */
    Candidate compared(PetitionId later, PetitionId earlier) {
        boolean open = !cases.get(later).confidential() && !cases.get(earlier).confidential();
        Probe probe = probe(later, open).orElseThrow(() -> new NoSuchPetition(later));
        Set<Trace> traces = commonTraces(probe, earlier);
        if (table.speakAgainstTheSame(later, earlier)) {
            traces.add(Trace.ACCUSED);
        }
        Found found = table.one(earlier, traces).orElseThrow(() -> new NoSuchPetition(earlier));
        return new Resemblance(probe, weights())
                .with(found)
                .orElseGet(() -> new Candidate(
                        earlier,
                        found.title(),
                        found.petition().state(),
                        found.petition().organ(),
                        found.petition().receivedAt(),
                        found.place(),
                        found.petition().endReason(),
                        0,
                        false,
                        List.of()));
    }

    /** Some of what still has to be made findable. */
    public void readOn(int most) {
        Map<PetitionId, Likeness> read = table.takeUnread(most);
        if (!read.isEmpty()) {
            table.insert(read);
        }
    }

    private Optional<Probe> probe(PetitionId id, boolean withPeople) {
        return letters.find(id)
                .map(letter ->
                        Probe.of(id, withPeople ? people.petitioners(id) : List.of(), letter, table.sourceRef(id)));
    }

    private Set<Trace> commonTraces(Probe probe, PetitionId earlier) {
        Set<Trace> traces = EnumSet.noneOf(Trace.class);
        for (Person person : people.petitioners(earlier)) {
            Probe.Who there = Probe.Who.of(person);
            for (Probe.Who here : probe.people()) {
                add(traces, Trace.ID_NUMBER, here.idNumber(), there.idNumber());
                add(traces, Trace.PHONE, here.phone(), there.phone());
                if (here.address().equals(there.address()) && !here.address().isEmpty()) {
                    add(traces, Trace.NAME_AND_ADDRESS, here.name(), there.name());
                }
            }
        }
        if (probe.mentioned().contains(earlier.value())) {
            traces.add(Trace.NUMBER);
        }
        return traces;
    }

    private static void add(Set<Trace> traces, Trace trace, String here, String there) {
        if (!here.isEmpty() && here.equals(there)) {
            traces.add(trace);
        }
    }

    private SameMatterTable.Keys keys(Probe probe, Optional<PetitionId> accusation, PairWeights weights) {
        Likeness likeness = Likeness.of(probe.title(), probe.place(), probe.content());
        List<Probe.Who> named = probe.people().stream()
                .filter(who -> !who.name().isEmpty() && !who.address().isEmpty())
                .toList();
        return new SameMatterTable.Keys(
                probe.people().stream()
                        .filter(who -> !who.idNumber().isEmpty())
                        .map(who -> people.idNumberMac(who.idNumber()))
                        .toList(),
                probe.people().stream()
                        .filter(who -> !who.phone().isEmpty())
                        .map(who -> people.phoneMac(who.phone()))
                        .toList(),
                named.stream().map(Probe.Who::name).toList(),
                named.stream().map(Probe.Who::address).toList(),
                probe.mentioned(),
                probe.sourceRef(),
                accusation,
                likeness.print(),
                rarest(likeness.pairs(), weights),
                new HashSet<>(likeness.pairs()));
    }

    /** The rarest pairs, as many as lead to a bounded number of rows. */
    private List<Integer> rarest(Set<Integer> pairs, PairWeights weights) {
        double rows = 0;
        long registered = table.registered();
        List<Integer> chosen = new ArrayList<>();
        for (Integer pair : weights.rarest(pairs, RAREST)) {
            rows += weights.share(pair) * registered;
            if (rows > ROWS_TO_COMPARE) {
                break;
            }
            chosen.add(pair);
        }
        return chosen;
    }

    private PairWeights weights() {
        Counted held = counted;
        long now = System.nanoTime();
        if (held.at() == Long.MIN_VALUE || now - held.at() > LOOK_AGAIN.toNanos()) {
            held = new Counted(PairWeights.of(table.newest(SAMPLE)), now);
            counted = held;
        }
        return held.weights();
    }

    private record Counted(PairWeights weights, long at) {}
}
