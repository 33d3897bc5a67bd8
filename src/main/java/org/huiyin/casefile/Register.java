package org.huiyin.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** The register for many rows at once. */
@Component
class Register {
    private static final int ROWS_AT_ONCE = 500;

    private final RegisterTable rows;
    private final LetterTable letters;
    private final PersonTable people;
    private final SameMatterTable sameMatters;
    private final Bars bars;
    private final Numbers numbers;
    private final QueryCodes queryCodes;
    private final Clock clock;

    Register(
            RegisterTable rows,
            LetterTable letters,
            PersonTable people,
            SameMatterTable sameMatters,
            Bars bars,
            Numbers numbers,
            QueryCodes queryCodes,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.people = people;
        this.sameMatters = sameMatters;
        this.bars = bars;
        this.numbers = numbers;
        this.queryCodes = queryCodes;
        this.clock = clock;
    }

    Optional<PetitionId> known(String sourceRef, OrganId organ) {
        return Optional.ofNullable(rows.bySourceRef(organ, Set.of(sourceRef)).get(sourceRef));
    }

    List<Registered> enter(List<Registration> registrations, OrganId organ, OfficerId by) {
        List<Registered> answers = new ArrayList<>();
        for (int from = 0; from < registrations.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(from + ROWS_AT_ONCE, registrations.size());
            answers.addAll(enterSome(registrations.subList(from, to), organ, by));
        }
        return answers;
    }

    private List<Registered> enterSome(List<Registration> registrations, OrganId organ, OfficerId by) {
        Instant now = clock.instant();
        List<NewPetition> candidates = numbered(registrations, organ);
        rows.insert(inOneOrder(candidates), organ, by, now, LocalDate.now(clock));
        Map<String, PetitionId> known = rows.bySourceRef(organ, refs(registrations));
        List<NewPetition> entered = new ArrayList<>();
        List<Registered> answers = new ArrayList<>();
        for (NewPetition candidate : candidates) {
            PetitionId number =
                    candidate.registration().sourceRef().map(known::get).orElse(candidate.id());
            boolean isNew = number.equals(candidate.id());
            answers.add(new Registered(number, isNew ? Optional.of(candidate.queryCode()) : Optional.empty()));
            if (isNew) {
                entered.add(candidate);
            }
        }
        insertBeside(entered, by, now);
        return answers;
    }

    private void insertBeside(List<NewPetition> entered, OfficerId by, Instant now) {
        Map<PetitionId, Registration> written = new LinkedHashMap<>();
        entered.forEach(row -> written.put(row.id(), row.registration()));
        letters.insert(written);
        people.insert(written).forEach(bars::renew);
        sameMatters.postpone(written.keySet());
        rows.insertJournal(entered, by, now);
    }

    private List<NewPetition> numbered(List<Registration> registrations, OrganId organ) {
        Iterator<Integer> serials = rows.serials(registrations.size()).iterator();
        List<NewPetition> numbered = new ArrayList<>();
        for (Registration registration : registrations) {
            PetitionId id = Numbers.number(numbers.prefix(organ, registration.channel()), serials.next());
            String code = queryCodes.random();
            numbered.add(new NewPetition(id, registration, code, queryCodes.fingerprint(id, code)));
        }
        return numbered;
    }

    /** Two imports of the same file meet in the same order, so that neither waits for the other in a circle. */
    private static List<NewPetition> inOneOrder(List<NewPetition> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(
                        row -> row.registration().sourceRef().orElse("")))
                .toList();
    }

    private static Set<String> refs(List<Registration> registrations) {
        Set<String> refs = new HashSet<>();
        registrations.forEach(registration -> registration.sourceRef().ifPresent(refs::add));
        return refs;
    }
}
