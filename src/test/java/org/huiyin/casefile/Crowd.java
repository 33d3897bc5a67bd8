package org.huiyin.casefile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Petitioners of a synthetic city, entered as every petitioner is: telephone encrypted, with its fingerprint beside it. */
@Component
public class Crowd {
    private final PersonTable people;
    private final TransactionTemplate tx;

    Crowd(PersonTable people, TransactionTemplate tx) {
        this.people = people;
        this.tx = tx;
    }

    /** Who wrote which petition. */
    public void write(Map<PetitionId, Person> writers) {
        Map<PetitionId, Registration> letters = new LinkedHashMap<>();
        writers.forEach((id, person) -> letters.put(id, letterOf(person)));
        tx.executeWithoutResult(status -> people.insert(letters));
    }

    private static Registration letterOf(Person person) {
        return new Registration(
                Channel.LETTER,
                Instant.EPOCH,
                Optional.empty(),
                List.of(person),
                "合成",
                "合成",
                "",
                "",
                "",
                false,
                false,
                1,
                Optional.empty(),
                Purpose.REQUEST,
                Optional.empty());
    }
}
